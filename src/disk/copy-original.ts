import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CopyOriginal } from '../ports/backups.ts'

/** Copies between stores that are folders; what cannot be written is thrown, what cannot be read is told. */
export const copyOriginal: CopyOriginal = async (from, to, { sha256, bytes }, replace = false) => {
  const here = await from.stat(sha256)
  const there = replace ? null : await to.stat(sha256)
  if (there && there.bytes === (bytes ?? here?.bytes)) return 'known'
  if (!here) return 'missing'
  if (bytes !== null && here.bytes !== bytes) return 'damaged'
  const path = await to.incoming()
  try {
    const source = await from.openRange(sha256, 0, here.bytes - 1).catch((error) => {
      throw new Unreadable(error)
    })
    if ((await copyHashed(source, path)) !== sha256) return 'damaged'
    if (replace) await to.delete(sha256)
    await to.put(path, sha256)
    return 'copied'
  } catch (error) {
    if (error instanceof Unreadable) return 'unreadable'
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

/** Writes what comes to a new file and returns its SHA-256. */
export async function copyHashed(source: Readable, path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(hashing(source, hash), createWriteStream(path, { flags: 'wx' }))
  return hash.digest('hex')
}

/** The SHA-256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** What is to be read cannot be: no fault of where it is written. */
export class Unreadable extends Error {
  constructor(cause: unknown) {
    super('The bytes cannot be read.', { cause })
  }
}

async function* hashing(source: Readable, hash: Hash): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    throw new Unreadable(error)
  }
}
