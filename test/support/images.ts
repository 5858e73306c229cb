import { crc32, deflateSync } from 'node:zlib'
import load from '@cornerstonejs/codec-openjpeg/wasmjs'
import sharp from 'sharp'

/** A page with something on it: a gradient, and a dark bar in its upper left corner. */
export function aPicture(width: number, height: number) {
  const gradient = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <linearGradient id="g" x2="0" y2="1"><stop stop-color="#fee"/><stop offset="1" stop-color="#86a"/></linearGradient>
      <rect width="100%" height="100%" fill="url(#g)"/>
      <rect width="${width / 4}" height="${height / 10}" fill="#102030"/></svg>`,
  )
  return sharp(gradient).flatten({ background: '#fff' })
}

/** A TIFF by hand: uncompressed pages of one grey shade, each with these sides; `big` has 64-bit offsets. */
export function tiffBytes(
  pages: readonly { width: number; height: number; tags?: Readonly<Record<number, number>> }[],
  { big = false, loop = false } = {},
): Buffer {
  const chunks: Buffer[] = []
  let at = big ? 16 : 8
  const offsetSize = big ? 8 : 4
  const head = Buffer.alloc(at)
  head.write('II', 'latin1')
  head.writeUInt16LE(big ? 43 : 42, 2)
  if (big) head.writeUInt16LE(8, 4)
  head.writeUIntLE(at, offsetSize === 8 ? 8 : 4, 4)
  chunks.push(head)
  for (const [index, { width, height, tags = {} }] of pages.entries()) {
    const kept = Object.entries({
      ...{ 256: width, 257: height, 258: 8, 259: 1, 262: 1, 277: 1, 278: height, ...tags },
    })
    const pixels = Buffer.alloc(width * height, 0x90)
    const count = kept.length + 2
    const size = (big ? 8 : 2) + count * (big ? 20 : 12) + offsetSize
    const all: [number, number][] = [
      ...kept.map(([id, value]): [number, number] => [Number(id), value]),
      [273, at + size],
      [279, pixels.length],
    ]
    const directory = Buffer.alloc(size)
    directory.writeUInt16LE(count, 0)
    for (const [n, [id, value]] of all.toSorted(([a], [b]) => a - b).entries()) {
      const entry = (big ? 8 : 2) + n * (big ? 20 : 12)
      directory.writeUInt16LE(id, entry)
      directory.writeUInt16LE(4, entry + 2)
      directory.writeUInt32LE(1, entry + 4)
      directory.writeUInt32LE(value, entry + (big ? 12 : 8))
    }
    const last = index === pages.length - 1
    const next = at + size + pixels.length
    directory.writeUInt32LE(last ? (loop ? head.length : 0) : next, size - offsetSize)
    chunks.push(directory, pixels)
    at = next
  }
  return Buffer.concat(chunks)
}

/** A PNG that claims these sides and holds next to nothing. */
export function claimedPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from('89504e470d0a1a0a', 'hex')
  const idat = deflateSync(Buffer.alloc(64))
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', idat), chunk('IEND', Buffer.alloc(0))])
}

/** A codestream as a JP2 file (ISO 15444-1, annex I), in sRGB or another colour space by its number (annex M of 15444-2). */
export function jp2Of(
  codestream: Buffer,
  {
    width,
    height,
    channels = 3,
    colour = 16,
  }: { width: number; height: number; channels?: number; colour?: number },
): Buffer {
  const box = (type: string, ...parts: Buffer[]) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0))
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, ...parts])
  }
  const header = Buffer.alloc(14)
  header.writeUInt32BE(height, 0)
  header.writeUInt32BE(width, 4)
  header.set([0, channels, 7, 7, 0, 0], 8)
  const space = Buffer.from([1, 0, 0, 0, 0, 0, colour])
  return Buffer.concat([
    box('jP  ', Buffer.from('0d0a870a', 'hex')),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', box('ihdr', header), box('colr', space)),
    box('jp2c', codestream),
  ])
}

/** A JPEG 2000 codestream of these samples, each of `bits`. */
export async function jpeg2000Bytes(
  samples: Uint8Array,
  { width, height, channels, bits = 8 }: { width: number; height: number; channels: number; bits?: number },
): Promise<Buffer> {
  const { J2KEncoder } = await load()
  const encoder = new J2KEncoder()
  const frame = { width, height, bitsPerSample: bits, componentCount: channels, isSigned: false }
  encoder.getDecodedBuffer(frame).set(samples)
  encoder.setQuality(true, 0)
  encoder.encode()
  return Buffer.from(encoder.getEncodedBuffer())
}
