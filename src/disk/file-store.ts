import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ArchiveError } from '../domain/errors.ts'
import type { FileStore } from '../ports/file-store.ts'
import { nameOfIncoming, sweepIncoming } from './sweep-incoming.ts'
import { sync } from './sync.ts'

/**
 * Files under `<home>/originals/ab/cd/<sha256>`; what is being received lies in `<home>/incoming`, what comes in pieces in
 * `<home>/uploads`.
 */
export function diskFileStore(home: string): FileStore {
  const originals = join(home, 'originals')
  const receiving = join(home, 'incoming')
  const inPieces = join(home, 'uploads')

  return {
    async incoming() {
      await mkdir(receiving, { recursive: true })
      return join(receiving, nameOfIncoming())
    },

    async partial(id) {
      if (!/^[a-z0-9]{1,64}$/.test(id))
        throw new ArchiveError('internal', 'An upload was asked for by what is no id.')
      await mkdir(inPieces, { recursive: true })
      return join(inPieces, id)
    },

    async syncPartials() {
      await sync(inPieces)
      await sync(home)
    },

    async partials() {
      const found: { id: string; changedAt: number }[] = []
      for (const id of await names(inPieces)) {
        const known = await statOf(join(inPieces, id))
        if (known && /^[a-z0-9]{1,64}$/.test(id)) found.push({ id, changedAt: known.mtimeMs })
      }
      return found
    },

    async put(localFile, sha256) {
      const path = pathOf(sha256)
      const [known, given] = [await statOf(path), await stat(localFile)]
      if (known?.size === given.size) {
        // Whoever sweeps what nothing names sees that somebody is about to.
        await utimes(path, new Date(), new Date())
        await unlink(localFile)
      } else {
        await sync(localFile)
        await mkdir(dirname(path), { recursive: true })
        await rename(localFile, path)
      }
      // Of one that was there, too: who brought it may not have come so far.
      for (let folder = path; folder !== home; ) {
        folder = dirname(folder)
        await sync(folder)
      }
    },

    async stat(sha256) {
      const known = await statOf(pathOf(sha256))
      return known && { bytes: known.size, storedAt: known.mtimeMs }
    },

    async openRange(sha256, from, to) {
      const file = await openOriginal(pathOf(sha256))
      return createReadStream('', { fd: file, start: from, end: Math.max(from, to) })
    },

    async withLocalFile(sha256, use) {
      const path = pathOf(sha256)
      await (await openOriginal(path)).close()
      return use(path)
    },

    async delete(sha256) {
      await rm(pathOf(sha256), { force: true })
    },

    sweepIncoming: (now) => sweepIncoming(receiving, now),

    async list(cursor) {
      for (const outer of await foldersFrom(originals, cursor?.slice(0, 2))) {
        const digests: string[] = []
        for (const inner of await foldersFrom(join(originals, outer))) {
          if (cursor !== null && outer + inner < cursor.slice(0, 4)) continue
          for (const name of await names(join(originals, outer, inner)))
            if (/^[0-9a-f]{64}$/.test(name) && (cursor === null || name > cursor)) digests.push(name)
        }
        if (digests.length > 0) return { digests: digests.sort(), next: digests.at(-1) ?? null }
      }
      return { digests: [], next: null }
    },
  }

  function pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256))
      throw new ArchiveError('internal', 'A file was asked for by what is not a SHA-256.')
    return join(originals, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
}

async function openOriginal(path: string) {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new ArchiveError(
      'internal',
      'The bytes of this file are missing from the archive: run "fonds verify".',
    )
  }
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The folders named by two hex digits, in ascending order, from one on. */
const foldersFrom = async (folder: string, first: string | null = null): Promise<string[]> =>
  (await names(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name) && name >= (first ?? '')).sort()

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
