import { createHash } from 'node:crypto'
import { constants, createWriteStream, type Stats } from 'node:fs'
import { type FileHandle, open, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BatchFile } from '../../domain/bulk/batch.ts'
import { ArchiveError, isDiskFull } from '../../domain/errors.ts'
import type { Source } from '../../ingest/bulk/add-batch.ts'
import type { FileStore } from '../../ports/file-store.ts'
import { behindLink, systemSays, tooLarge } from './system-says.ts'

/**
 * The files of a folder, copied to where the archive receives files. A file that is replaced by a link or a pipe, or whose
 * folder is replaced by a link, is not opened; one that changes while it is read, or is by now larger than `maxFile` bytes,
 * is not taken. What has no end is read no farther than it reached when it was opened.
 */
export function folderSource(root: string, files: FileStore, maxFile: number): Source {
  return {
    take: (file, isLikelyKnown) =>
      opened(root, file, 'It', async (handle, before) => {
        if (before.size > maxFile) throw unreadable(tooLarge('It', maxFile))
        const changed = Math.trunc(before.mtimeMs)
        const name = basename(file.spelt)
        const bytes = before.size
        if (isLikelyKnown) {
          const hash = createHash('sha256')
          for await (const chunk of bytesOf(handle, bytes)) hash.update(chunk)
          const sha256 = hash.digest('hex')
          await refuseChanged(handle, before)
          const kept = await files.stat(sha256)
          if (kept?.bytes === bytes) return { received: { name, sha256, bytes }, changed }
        }
        const path = await files.incoming()
        try {
          const sha256 = await copy(handle, bytes, path)
          await refuseChanged(handle, before)
          return { received: { path, name, sha256, bytes }, changed }
        } catch (error) {
          await rm(path, { force: true })
          throw error
        }
      }),

    read: (file, most) =>
      opened(root, file, file.path, async (handle, before) => {
        if (before.size > most) throw unreadable(`${file.path} has more than ${most} bytes.`)
        const chunks: Buffer[] = []
        for await (const chunk of bytesOf(handle, before.size)) chunks.push(chunk)
        await refuseChanged(handle, before, file.path)
        return Buffer.concat(chunks)
      }),
  }
}

const unreadable = (says: string) => new ArchiveError('unreadable-file', says)

/** `what` is the subject of what is said where it cannot be. */
async function opened<T>(
  root: string,
  { spelt }: BatchFile,
  what: string,
  use: (handle: FileHandle, status: Stats) => Promise<T>,
): Promise<T> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  let handle: FileHandle | null = null
  try {
    const path = join(root, spelt)
    if ((await realpath(dirname(path))) !== dirname(path)) throw unreadable(behindLink(what))
    handle = await open(path, flags)
    const status = await handle.stat()
    if (!status.isFile()) throw unreadable(`${what} is no file any more.`)
    if (status.size === 0) throw unreadable(`${what} is empty: there is nothing to keep.`)
    return await use(handle, status)
  } catch (error) {
    if (error instanceof ArchiveError || isDiskFull(error)) throw error
    throw unreadable(systemSays(error, what))
  } finally {
    await handle?.close()
  }
}

/** So many bytes of a file from its beginning, and one more if it has grown, which is seen afterwards. */
const bytesOf = (handle: FileHandle, bytes: number) =>
  handle.createReadStream({ autoClose: false, start: 0, end: bytes })

/** Copies so many bytes of a file from its beginning and returns their SHA-256. */
async function copy(handle: FileHandle, bytes: number, path: string): Promise<string> {
  const hash = createHash('sha256')
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(bytesOf(handle, bytes), measure, createWriteStream(path))
  return hash.digest('hex')
}

async function refuseChanged(handle: FileHandle, before: Stats, what = 'It'): Promise<void> {
  const now = await handle.stat()
  if (now.size === before.size && now.mtimeMs === before.mtimeMs) return
  throw unreadable(`${what} changed while it was read: run the command again when it is at rest.`)
}
