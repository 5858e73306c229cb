import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { findModels } from './find-models.ts'
import type { EngineAtHand } from './messages.ts'
import { modelFolder } from './model-folder.ts'
import { findNative } from './native-program.ts'

export type EngineWish = 'auto' | 'embedded' | 'native' | 'off'

/** The engines to use, the preferred one first, and the folders that they read; `remove` takes away what they need. */
export type Engines = {
  engines: readonly EngineAtHand[]
  readable: readonly string[]
  remove(): Promise<void>
}

/** Finds the engines that are wished for and there: with `auto`, native goes before embedded. */
export async function findEngines(wish: EngineWish, tessdata: string | null): Promise<Engines> {
  const native = wish === 'auto' || wish === 'native' ? await findNative() : null
  const engines: EngineAtHand[] = []
  const readable = new Set<string>()
  const removals: (() => Promise<void>)[] = []
  const add = async (found: Omit<EngineAtHand, 'folder' | 'models'>, packed: boolean) => {
    const models = await findModels(tessdata, native?.folder ?? null, packed)
    const { path, remove } = await modelFolder(models)
    engines.push({ ...found, folder: path, models: Object.keys(models).toSorted() })
    removals.push(remove)
    for (const folder of [path, ...Object.values(models).map(dirname)]) readable.add(folder)
  }
  if (native)
    await add({ name: 'native', version: `tesseract ${native.version}`, program: native.path }, false)
  if (wish === 'auto' || wish === 'embedded') {
    const { version } = createRequire(import.meta.url)('tesseract.js/package.json')
    await add({ name: 'embedded', version: `tesseract.js ${version}`, program: null }, true)
  }
  return {
    engines: engines.filter(({ models }) => models.length > 0),
    readable: [...readable],
    remove: async () => void (await Promise.all(removals.map((remove) => remove()))),
  }
}
