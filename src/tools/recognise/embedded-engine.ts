import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { Unreadable } from '../extract/unreadable.ts'
import type { EngineAtHand } from './messages.ts'
import { brokenModel } from './native-engine.ts'
import { wantedDpi } from './prepare.ts'

let worker: Worker | null = null
let loaded = ''
let failing: (error: unknown) => void = () => {}

/**
 * Has tesseract.js read a picture (PGM); its TSV. After a fault the process must end: a worker that failed to load a
 * model answers nothing any more.
 */
export async function readEmbedded(
  { folder }: EngineAtHand,
  picture: Buffer,
  models: readonly string[],
): Promise<string> {
  // What it does not answer with a rejection it tells its errorHandler: a model that does not load never settles.
  const failed = new Promise<never>((_, reject) => {
    failing = reject
  })
  failed.catch(() => {})
  await Promise.race([load(folder, models), failed]).catch(() => {
    throw new Unreadable(brokenModel(models.join('+')))
  })
  if (worker === null) throw new Error('There is no worker.')
  const reading = worker.recognize(picture, {}, { tsv: true, text: false })
  const { data } = await Promise.race([reading, failed]).catch((error: unknown) => {
    throw new Unreadable(
      `tesseract.js failed on the page (“${String(error).slice(0, 200)}”); make its picture again, or upload another scan.`,
    )
  })
  return data.tsv ?? ''
}

async function load(folder: string, models: readonly string[]): Promise<void> {
  const wanted = models.join('+')
  if (wanted === loaded) return
  // A folder and no cache, or it would ask the network.
  const options = {
    langPath: folder,
    gzip: false,
    cacheMethod: 'none',
    errorHandler: (e: unknown) => failing(e),
  }
  if (worker === null) worker = await createWorker([...models], OEM.LSTM_ONLY, options)
  else await worker.reinitialize(wanted, OEM.LSTM_ONLY)
  await worker.setParameters({ user_defined_dpi: String(wantedDpi), tessedit_pageseg_mode: PSM.AUTO })
  loaded = wanted
}
