import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { declaration, manifestLine, writeInfo } from '../domain/bag/bagit.ts'
import type { BagWriter } from '../ports/bags.ts'
import { copyHashed, Unreadable } from './copy-original.ts'
import { sync } from './sync.ts'

type Written = { path: string; digest: string; bytes: number }

/** How many files are synced at once: that is waited for, not worked at. */
const syncedTogether = 8

/** Pieces are gathered until they are worth writing. */
const worthWriting = 64 * 1024

/** Writes a bag (RFC 8493) into a folder that is empty; `place` gives it its name when it is whole and on disk. */
export function bagWriter(folder: string, place: () => Promise<void>): BagWriter {
  const payload: Written[] = []
  const folders = new Set<string>()

  async function pathOf(path: string): Promise<string> {
    const there = join(folder, path)
    if (!folders.has(dirname(there))) await mkdir(dirname(there), { recursive: true })
    for (let above = dirname(there); above !== folder; above = dirname(above)) folders.add(above)
    return there
  }

  async function tag(path: string, text: string): Promise<Written> {
    await writeFile(join(folder, path), text, { flag: 'wx' })
    const digest = createHash('sha256').update(text).digest('hex')
    return { path, digest, bytes: Buffer.byteLength(text) }
  }

  return {
    async write(path, pieces) {
      const gathered = inChunks(pieces)
      const first = await gathered.next()
      if (first.done) return
      const hash = createHash('sha256')
      let bytes = 0
      async function* counted() {
        for (let next: IteratorResult<Buffer> = first; !next.done; next = await gathered.next()) {
          hash.update(next.value)
          bytes += next.value.length
          yield next.value
        }
      }
      await pipeline(counted(), createWriteStream(await pathOf(path), { flags: 'wx' }))
      payload.push({ path, digest: hash.digest('hex'), bytes })
    },
    async copy(path, from, { sha256, bytes }) {
      const here = await from.stat(sha256)
      if (!here) return 'missing'
      if (bytes !== null && here.bytes !== bytes) return 'damaged'
      const there = await pathOf(path)
      try {
        const source: Readable = await from.openRange(sha256, 0, here.bytes - 1).catch((error) => {
          throw new Unreadable(error)
        })
        if ((await copyHashed(source, there)) === sha256) {
          payload.push({ path, digest: sha256, bytes: here.bytes })
          return 'copied'
        }
        await rm(there)
        return 'damaged'
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        await rm(there, { force: true })
        return 'unreadable'
      }
    },
    async close(info) {
      payload.sort((a, b) => (a.path < b.path ? -1 : 1))
      // RFC 8493 2.1.2: the folder of the payload is there, also where nothing is in it.
      await mkdir(join(folder, 'data'), { recursive: true })
      const oxum = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`
      const tags = [
        await tag('bagit.txt', declaration),
        await tag('bag-info.txt', writeInfo([...info, ['Payload-Oxum', oxum]])),
        await tag('manifest-sha256.txt', linesOf(payload)),
      ]
      const last = await tag('tagmanifest-sha256.txt', linesOf(tags))
      const files = [...payload, ...tags, last].map(({ path }) => join(folder, path))
      for (let at = 0; at < files.length; at += syncedTogether)
        await Promise.all(files.slice(at, at + syncedTogether).map(sync))
      for (const one of [...folders, join(folder, 'data'), folder]) await sync(one)
      await place()
    },
  }
}

const linesOf = (files: readonly Written[]): string =>
  files.map(({ digest, path }) => `${manifestLine(digest, path)}\n`).join('')

async function* inChunks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let gathered: string[] = []
  let length = 0
  for await (const piece of pieces) {
    gathered.push(piece)
    length += piece.length
    if (length < worthWriting) continue
    yield Buffer.from(gathered.join(''))
    gathered = []
    length = 0
  }
  if (length > 0) yield Buffer.from(gathered.join(''))
}
