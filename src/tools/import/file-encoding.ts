import { createReadStream } from 'node:fs'
import { encodingOf } from '../extract/decode-text.ts'

const sampleBytes = 1_000_000

/**
 * How a text file is encoded, and what was assumed to know it. The whole is looked at for UTF-8, and what is not is told
 * by the first part that holds letters beyond ASCII; never more than that part is in memory.
 */
export async function encodingOfFile(
  path: string,
): Promise<{ encoding: string; assumed: string | null; isEmpty: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sample: Buffer = Buffer.alloc(0)
  let hasFound = false
  let isUtf8 = true
  let hasText = false
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hasText ||= chunk.toString('latin1').trim() !== ''
    if (!hasFound) {
      hasFound = chunk.some((byte) => byte > 0x7f || byte === 0)
      sample = hasFound || sample.length === 0 ? Buffer.concat([sample, chunk]).subarray(-sampleBytes) : chunk
    } else if (sample.length < sampleBytes) sample = Buffer.concat([sample, chunk])
    try {
      if (isUtf8) decoder.decode(chunk, { stream: true })
    } catch {
      isUtf8 = false
    }
  }
  try {
    if (isUtf8) decoder.decode()
  } catch {
    isUtf8 = false
  }
  if (!hasText) return { encoding: 'utf-8', assumed: null, isEmpty: true }
  if (isUtf8 && !sample.includes(0)) return { encoding: 'utf-8', assumed: null, isEmpty: false }
  return { ...encodingOf(sample), isEmpty: false }
}
