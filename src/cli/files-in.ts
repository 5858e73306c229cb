import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The regular files named and those in the folders named, in natural order; hidden ones and links are passed over. */
export async function filesIn(paths: readonly string[]): Promise<{ files: string[]; missing: string[] }> {
  const files: string[] = []
  const missing: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) files.push(path)
    else if (found?.isDirectory()) files.push(...(await filesBelow(path)))
    else missing.push(path)
  }
  return { files, missing }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const inOrder = new Intl.Collator('en', { numeric: true })
  return entries
    .filter(
      (entry) => entry.isFile() && !join(entry.parentPath, entry.name).slice(folder.length).includes('/.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(inOrder.compare)
}
