import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FilesThere = { files: Map<string, number>; faults: string[] }

/** All files below a folder by their paths, with their sizes; what is no file is told, and never followed. */
export async function filesBelow(folder: string): Promise<FilesThere> {
  const files = new Map<string, number>()
  const faults: string[] = []
  async function walk(within: string): Promise<void> {
    const entries: Dirent[] = await readdir(join(folder, within), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) files.set(path, (await stat(join(folder, path))).size)
      else
        faults.push(
          `${path} is ${entry.isSymbolicLink() ? 'a link' : 'no file'}: a bag holds files and folders alone.`,
        )
    }
  }
  await walk('')
  return { files, faults }
}

/** Opens a file that is no link. */
export const openFile = (path: string) => open(path, constants.O_RDONLY | constants.O_NOFOLLOW)

/** The digests of a file by several algorithms, read once. */
export async function digestsOf(path: string, algorithms: readonly string[]): Promise<Map<string, string>> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }))
  const file = await openFile(path)
  for await (const chunk of file.createReadStream()) for (const { hash } of hashes) hash.update(chunk)
  return new Map(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')]))
}

/**
 * The lines of a file in UTF-8, without their ends. Throws TypeError where it is not UTF-8, RangeError where a line is longer
 * than `most` UTF-16 units.
 */
export async function* linesOf(path: string, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = await openFile(path)
  let rest: string[] = []
  let length = 0
  for await (const chunk of file.createReadStream({ highWaterMark: 256 * 1024 })) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield withoutReturn(rest.join('') + part)
      rest = []
      length = 0
    }
    rest.push(last)
    length += last.length
    if (length > most) throw new RangeError('A line is too long.')
  }
  const end = rest.join('') + decoder.decode()
  if (end !== '') yield withoutReturn(end)
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
