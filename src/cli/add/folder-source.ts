import { createHash } from 'node:crypto'
import { constants, createWriteStream, type Stats } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BatchFile } from '../../domain/bulk/batch.ts'
import { ArchiveError, isDiskFull } from '../../domain/errors.ts'
import type { Source } from '../../ingest/bulk/add-batch.ts'
import type { FileStore } from '../../ports/file-store.ts'
import { systemSays } from './system-says.ts'

/**
 * The files of a folder, copied to where the archive receives files. A file that is replaced by a link or a pipe is not
 * opened, and one that changes while it is read is not taken.
 */
export function folderSource(root: string, files: FileStore): Source {
  return {
    take: (file, isLikelyKnown) =>
      opened(root, file, async (handle, before) => {
        const changed = Math.trunc(before.mtimeMs)
        const name = basename(file.spelt)
        const bytes = before.size
        if (isLikelyKnown) {
          const hash = createHash('sha256')
          for await (const chunk of handle.createReadStream({ autoClose: false, start: 0 }))
            hash.update(chunk)
          const sha256 = hash.digest('hex')
          await refuseChanged(handle, before)
          const kept = await files.stat(sha256)
          if (kept?.bytes === bytes) return { received: { name, sha256, bytes }, changed }
        }
        const path = await files.incoming()
        try {
          const sha256 = await copy(handle, path)
          await refuseChanged(handle, before)
          return { received: { path, name, sha256, bytes }, changed }
        } catch (error) {
          await rm(path, { force: true })
          throw error
        }
      }),

    read: (file, most) =>
      opened(root, file, async (handle, { size }) => {
        if (size > most) throw unreadable(`${file.path} has more than ${most} bytes.`)
        return handle.readFile()
      }),
  }
}

const unreadable = (says: string) => new ArchiveError('unreadable-file', says)

async function opened<T>(
  root: string,
  { spelt }: BatchFile,
  use: (handle: FileHandle, status: Stats) => Promise<T>,
): Promise<T> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  let handle: FileHandle | null = null
  try {
    handle = await open(join(root, spelt), flags)
    const status = await handle.stat()
    if (!status.isFile()) throw unreadable('It is no file any more.')
    if (status.size === 0) throw unreadable('It is empty: there is nothing to keep.')
    return await use(handle, status)
  } catch (error) {
    if (error instanceof ArchiveError || isDiskFull(error)) throw error
    throw unreadable(systemSays(error, 'It'))
  } finally {
    await handle?.close()
  }
}

/** Copies a file from its beginning and returns its SHA-256. */
async function copy(handle: FileHandle, path: string): Promise<string> {
  const hash = createHash('sha256')
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(handle.createReadStream({ autoClose: false, start: 0 }), measure, createWriteStream(path))
  return hash.digest('hex')
}

async function refuseChanged(handle: FileHandle, before: Stats): Promise<void> {
  const now = await handle.stat()
  if (now.size === before.size && now.mtimeMs === before.mtimeMs) return
  throw unreadable('It changed while it was read: run the command again when it is at rest.')
}
