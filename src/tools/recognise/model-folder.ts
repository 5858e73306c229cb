import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Engine } from './engines.ts'
import type { EngineAtHand, Models } from './messages.ts'

/** Engines with their models laid out, the folders that they read, and what takes away what was laid out. */
export type LaidOut = {
  engines: readonly EngineAtHand[]
  readable: readonly string[]
  remove(): Promise<void>
}

/** Lays out the models of each engine in one folder, for an engine reads from one only, wherever its models come from. */
export async function layOutModels(found: readonly Engine[]): Promise<LaidOut> {
  const engines: EngineAtHand[] = []
  const readable = new Set<string>()
  for (const { models, ...engine } of found) {
    const folder = await folderOf(models)
    engines.push({ ...engine, folder, models: Object.keys(models).toSorted() })
    for (const path of [folder, ...Object.values(models).map(dirname)]) readable.add(path)
  }
  const remove = async () => {
    for (const { folder } of engines) await rm(folder, { recursive: true, force: true })
  }
  return { engines, readable: [...readable], remove }
}

async function folderOf(models: Models): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'fonds-models-'))
  for (const [name, file] of Object.entries(models)) await symlink(file, join(path, `${name}.traineddata`))
  return path
}
