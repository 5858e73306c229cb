import { stat } from 'node:fs/promises'

/** The paths that were named, apart by what they are; what is neither a file nor a folder is missing. */
export async function pathsGiven(
  paths: readonly string[],
): Promise<{ files: string[]; folders: string[]; missing: string[] }> {
  const given = { files: [] as string[], folders: [] as string[], missing: [] as string[] }
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    const kind = found?.isFile() ? 'files' : found?.isDirectory() ? 'folders' : 'missing'
    given[kind].push(path)
  }
  return given
}
