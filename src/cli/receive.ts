import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Received } from '../actions/store-upload.ts'
import type { FileStore } from '../ports/file-store.ts'

/** Copies a file to where the archive receives files, as an upload would come. */
export async function receive(files: FileStore, path: string): Promise<Received> {
  const incoming = await files.incoming()
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(createReadStream(path), measure, createWriteStream(incoming))
  return { path: incoming, name: basename(path), sha256: hash.digest('hex'), bytes }
}
