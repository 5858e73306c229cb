import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { RenditionCache } from '../ports/page-images.ts'

/** What is used is marked as such in the folder no more often than this, so that the order survives a restart. */
const markEveryMs = 3_600_000

type Kept = { bytes: number; markedAt: number }

/**
 * Renditions as files of a folder, the least recently used thrown away once they are more than `most` bytes. The folder
 * may be deleted at any time, and several processes may share it: what is gone is a miss. Nothing is synced; each ends with
 * its checksum, and what a loss of power has left half written is a miss, too.
 */
export function diskRenditionCache(folder: string, most: number): RenditionCache {
  // In the order of use, the oldest first, as a Map keeps what is put in.
  const kept = new Map<string, Kept>()
  let total = 0
  let loading: Promise<void> | null = null
  let evicting: Promise<void> | null = null

  const pathOf = (name: string) => join(folder, name.slice(0, 2), name)
  const forget = (name: string) => {
    total -= kept.get(name)?.bytes ?? 0
    kept.delete(name)
  }
  const note = (name: string, bytes: number, markedAt: number) => {
    forget(name)
    kept.set(name, { bytes, markedAt })
    total += bytes
  }

  async function load(): Promise<void> {
    const found: { name: string; bytes: number; usedAt: number }[] = []
    for (const group of await names(folder))
      for (const name of await names(join(folder, group))) {
        const path = join(folder, group, name)
        const known = await stat(path).catch(() => null)
        if (known && /^[0-9a-f]{40}$/.test(name))
          found.push({ name, bytes: known.size, usedAt: known.mtimeMs })
        // What was half written when a process ended.
        else if (known && Date.now() - known.mtimeMs > markEveryMs)
          await rm(path, { recursive: true, force: true })
      }
    const newer = [...kept]
    for (const { name, bytes, usedAt } of found.sort((a, b) => a.usedAt - b.usedAt)) note(name, bytes, usedAt)
    for (const [name, { bytes, markedAt }] of newer) note(name, bytes, markedAt)
  }

  async function evict(): Promise<void> {
    for (const name of kept.keys()) {
      if (total <= most * 0.9) return
      forget(name)
      await rm(pathOf(name), { force: true })
    }
  }

  return {
    async get(key) {
      const name = nameOf(key)
      const file = await readFile(pathOf(name)).catch(() => null)
      const bytes = file && checked(file)
      if (bytes === null) {
        forget(name)
        return null
      }
      const now = Date.now()
      const markedAt = kept.get(name)?.markedAt ?? 0
      const isDue = now - markedAt > markEveryMs
      note(name, bytes.length + sumBytes, isDue ? now : markedAt)
      if (isDue) await utimes(pathOf(name), now / 1000, now / 1000).catch(() => {})
      return bytes
    },

    async put(key, bytes) {
      if (bytes.length > most / 10) return
      loading ??= load()
      const name = nameOf(key)
      const path = pathOf(name)
      const half = `${path}.${process.pid}-${randomUUID()}`
      await mkdir(dirname(path), { recursive: true })
      try {
        await writeFile(half, withSum(bytes))
        await rename(half, path)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
      note(name, bytes.length + sumBytes, Date.now())
      await loading
      if (total <= most) return
      evicting ??= evict().finally(() => {
        evicting = null
      })
      await evicting
    },
  }
}

const nameOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40)

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

const sumBytes = 4

function withSum(bytes: Uint8Array): Buffer {
  const sum = Buffer.alloc(sumBytes)
  sum.writeUInt32BE(crc32(bytes))
  return Buffer.concat([bytes, sum])
}

/** The bytes before their checksum; null where it is not theirs. */
function checked(file: Buffer): Buffer | null {
  if (file.length <= sumBytes) return null
  const bytes = file.subarray(0, -sumBytes)
  return crc32(bytes) === file.readUInt32BE(bytes.length) ? bytes : null
}
