import { createRequire } from 'node:module'
import { findModels } from './find-models.ts'
import type { EngineName, Models } from './messages.ts'
import { findNative } from './native-program.ts'

/** Which engine to use: with `auto` native where it is there, else embedded. */
export type EngineWish = 'auto' | 'embedded' | 'native' | 'off'

/** An engine of this machine: program and version, e.g. `tesseract 5.3.0`, its path if it is native, and its models. */
export type Engine = { name: EngineName; version: string; program: string | null; models: Models }

/** The engines that are wished for and there, with a model at least; with `auto`, native goes before embedded. */
export async function findEngines(wish: EngineWish, tessdata: string | null): Promise<Engine[]> {
  if (wish === 'off') return []
  const native = await findNative()
  const engines: Engine[] = []
  if (native !== null && wish !== 'embedded') {
    const models = await findModels(tessdata, native.folder, false)
    engines.push({ name: 'native', version: `tesseract ${native.version}`, program: native.path, models })
  }
  if (wish !== 'native') {
    const { version } = createRequire(import.meta.url)('tesseract.js/package.json')
    const models = await findModels(tessdata, native?.folder ?? null, true)
    engines.push({ name: 'embedded', version: `tesseract.js ${version}`, program: null, models })
  }
  return engines.filter(({ models }) => Object.keys(models).length > 0)
}
