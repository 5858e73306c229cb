import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Models } from './messages.ts'

/** A folder in which every model lies under its own name, whatever folders they come from: engines read from one only. */
export async function modelFolder(models: Models): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'fonds-models-'))
  for (const [code, file] of Object.entries(models)) await symlink(file, join(path, `${code}.traineddata`))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
