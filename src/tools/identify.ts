import { type FileHandle, open } from 'node:fs/promises'
import type { Identifier } from '../ports/extractor.ts'
import { mediaTypeOf } from './media-type.ts'

const headBytes = 65_536
const sampleBytes = 4096

/** Says what a file is by its first 64 KB and two samples further on; an empty file is `text/plain`. */
export function identifier(): Identifier {
  return {
    async identify(path, name) {
      const handle = await open(path)
      try {
        const { size } = await handle.stat()
        const samples = [await sample(handle, 0, headBytes)]
        if (size > headBytes) {
          samples.push(await sample(handle, Math.floor(size / 2), sampleBytes))
          samples.push(await sample(handle, size - sampleBytes, sampleBytes))
        }
        return await mediaTypeOf(samples, name)
      } finally {
        await handle.close()
      }
    },
  }
}

async function sample(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
