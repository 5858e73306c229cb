import load from '@cornerstonejs/codec-openjpeg/decodewasmjs'
import { Unreadable } from '../extract/unreadable.ts'

/** An image in memory, its samples interleaved, a byte each. */
export type Raster = { data: Uint8Array; width: number; height: number; channels: 1 | 2 | 3 | 4 }

/** The image as its codestream's header tells it (ISO 15444-1, A.5.1): what the decoder itself tells only at the end. */
type Header = { width: number; height: number; components: number; bits: number; isSigned: boolean }

/** The decoder needs so many bytes of memory for each sample: 32 bits a sample, twice, and what it gives back. */
const mostSamples = 120_000_000

let loading: ReturnType<typeof load> | null = null

/** Whether bytes are JPEG 2000: a JP2 file (ISO 15444-1, annex I) or a bare codestream. */
export function isJpeg2000(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('hex')
  return head === '0000000c6a5020200d0a870a' || head.startsWith('ff4fff51')
}

/** The size of a JPEG 2000 image in pixels, by its first bytes. Throws Unreadable. */
export function jpeg2000Size(head: Uint8Array): { width: number; height: number } {
  const { width, height } = headerOf(head)
  return { width, height }
}

/**
 * Decodes a JPEG 2000 image to 8 bits a sample; one that would not fit into memory at half, a quarter … of its size, which
 * `shrunk` tells as a power of two. Throws Unreadable.
 */
export async function decodeJpeg2000(bytes: Uint8Array): Promise<Raster & { shrunk: number }> {
  const header = headerOf(bytes)
  let shrunk = 0
  while ((header.width * header.height * header.components) / 4 ** shrunk > mostSamples) shrunk++
  loading ??= load()
  const { J2KDecoder } = await loading
  const decoder = new J2KDecoder()
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.decodeSubResolution(shrunk, 0)
    const decoded = decoder.getDecodedBuffer()
    // A palette has become colours by now, which the codestream alone does not tell.
    const channels = channelsOf(decoder.getFrameInfo().componentCount || header.components)
    const [width, height] = [header.width, header.height].map((side) => Math.ceil(side / 2 ** shrunk))
    if (width === undefined || height === undefined) throw new RangeError('An image has two sides.')
    const data = toBytes(decoded, header)
    if (data.length !== width * height * channels) throw damaged()
    return { data, width, height, channels, shrunk }
  } catch (error) {
    // Its decoder takes no channel of transparency, and says of none of its failures what they are.
    const isTransparent = header.components === 2 || header.components === 4
    throw error instanceof Unreadable ? error : isTransparent ? unusual(header.components) : damaged()
  } finally {
    decoder.delete()
  }
}

function headerOf(bytes: Uint8Array): Header {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024 * 1024))
  const at = head.indexOf(Buffer.from('ff4fff51', 'hex'))
  if (at < 0 || at + 43 > head.length) throw damaged()
  const long = (offset: number) => head.readUInt32BE(at + offset)
  const [width, height] = [long(8) - long(16), long(12) - long(20)]
  const depth = head.readUInt8(at + 42)
  if (width <= 0 || height <= 0) throw damaged()
  const components = head.readUInt16BE(at + 40)
  return { width, height, components, bits: (depth & 0x7f) + 1, isSigned: depth > 0x7f }
}

const damaged = () =>
  new Unreadable('is a JPEG 2000 image that is damaged or cut short; upload another copy of it')

function channelsOf(components: number): 1 | 2 | 3 | 4 {
  if (components === 1 || components === 2 || components === 3 || components === 4) return components
  throw unusual(components)
}

const unusual = (components: number) =>
  new Unreadable(
    `is a JPEG 2000 image with ${components} channels, which cannot be shown; convert it to TIFF and upload that`,
  )

/** Samples of up to 16 bits (ISO 15444-1, table A.11), brought to 8. */
function toBytes(decoded: Uint8Array, { bits, isSigned }: Header): Uint8Array {
  if (bits === 8 && !isSigned) return new Uint8Array(decoded)
  const samples =
    bits <= 8
      ? isSigned
        ? new Int8Array(decoded)
        : new Uint8Array(decoded)
      : new (isSigned ? Int16Array : Uint16Array)(decoded.slice().buffer)
  const lowest = isSigned ? -(2 ** (bits - 1)) : 0
  const range = 2 ** bits - 1
  return Uint8Array.from(samples, (sample) => Math.round(((sample - lowest) / range) * 255))
}
