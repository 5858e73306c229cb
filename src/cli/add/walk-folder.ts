import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isLitter } from '../../domain/bulk/kind-of-file.ts'
import { inNaturalOrder } from '../../domain/bulk/natural-key.ts'
import type { FoundFolder } from '../../ingest/bulk/plan-batch.ts'
import type { KindReader, PlanBatch } from '../../ports/batches.ts'
import { behindLink, systemSays, tooLarge } from './system-says.ts'

type Other = PlanBatch['others'][number]

/** A folder to be listed: as the batch knows it, and as the file system spells it, both within the one that is added. */
type Place = { folder: string; spelt: string }

export type Walking = {
  kindOf: KindReader
  /** Most bytes of a file. */
  maxFile: number
  /** What is not gone into, absolute: the archive itself, and the report of this run. */
  except: readonly string[]
  /** The file that is the manifest, absolute. */
  manifest: string | null
}

/**
 * Lists a folder and those in it, one at a time, in natural order, each once. Links are not followed, devices not opened;
 * what cannot be taken is told with a sentence, and what is hidden, or left there by a system, is passed over in silence.
 */
export async function* walkFolder(root: string, walking: Walking): AsyncGenerator<FoundFolder> {
  const places: Place[] = [{ folder: '', spelt: '' }]
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { found, folders } = await listFolder(root, place, walking)
    yield found
    places.push(...folders.toReversed())
  }
}

async function listFolder(root: string, place: Place, walking: Walking) {
  const { folder, spelt } = place
  const others: Other[] = []
  const files: FoundFolder['files'][number][] = []
  const folders: Place[] = []
  const found = { folder, title: basename(folder) || basename(root), files, others }
  const within = (name: string, of = folder) => (of === '' ? name : `${of}/${name}`)
  const passOver = (name: string, says: string) =>
    others.push({ path: within(name), state: 'passed-over', says })
  const fail = (name: string, says: string) => others.push({ path: within(name), state: 'failed', says })
  let entries: Dirent<Buffer>[]
  try {
    const listed = join(root, spelt)
    if ((await realpath(listed)) !== listed) {
      others.push({ path: `${folder}/`, state: 'failed', says: behindLink('The folder') })
      return { found, folders }
    }
    entries = await readdir(listed, { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    others.push({ path: `${folder}/`, state: 'failed', says: systemSays(error, 'The folder') })
    return { found, folders }
  }
  const seen = new Set<string>()
  const named = entries.map((entry) => ({ entry, ...nameOf(entry.name) }))
  for (const { entry, name, isText } of composedFirst(inNaturalOrder(named, (one) => one.name))) {
    if (isLitter(name)) continue
    const absolute = join(root, spelt, name)
    if (walking.except.includes(absolute)) continue
    if (!isText) {
      fail(name, 'Its name is no UTF-8: give it another, and run the command again.')
      continue
    }
    const known = name.normalize('NFC')
    const path = within(known)
    if (seen.has(known)) {
      // As it is spelt: its composed path is that of the file that was taken.
      fail(name, 'Another name here differs from it only in how letters are composed: rename one of them.')
      continue
    }
    seen.add(known)
    try {
      // Some file systems do not say what an entry is.
      const status = await lstat(absolute)
      const kind = entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() ? entry : status
      if (status.isSymbolicLink())
        passOver(known, 'It is a link: add what it leads to by itself, if that is meant.')
      else if (kind.isDirectory()) folders.push({ folder: path, spelt: within(name, spelt) })
      else if (!status.isFile()) passOver(known, 'It is no file, but a pipe, a socket or a device.')
      else if (absolute === walking.manifest) passOver(known, 'It is the manifest.')
      else if (status.size === 0) fail(known, 'It is empty: there is nothing to keep.')
      else if (status.size > walking.maxFile) fail(known, tooLarge('It', walking.maxFile))
      else {
        const changed = Math.trunc(status.mtimeMs)
        const kindOfFile = await walking.kindOf(absolute, known)
        files.push({ path, spelt: within(name, spelt), bytes: status.size, changed, kind: kindOfFile })
      }
    } catch (error) {
      fail(known, systemSays(error, 'It'))
    }
  }
  return { found, folders }
}

/** The name of an entry; one that is no UTF-8 is shown as far as it is. */
function nameOf(bytes: Uint8Array): { name: string; isText: boolean } {
  try {
    return { name: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isText: true }
  } catch {
    return { name: new TextDecoder().decode(bytes), isText: false }
  }
}

/** Of names that are the same when composed, the one that is so comes first: no other is spelt like the path of the batch. */
function composedFirst<T extends { name: string }>(sorted: readonly T[]): T[] {
  const together = Map.groupBy(sorted, ({ name }) => name.normalize('NFC'))
  return [...together].flatMap(([known, same]) =>
    same.toSorted((a, b) => Number(b.name === known) - Number(a.name === known)),
  )
}
