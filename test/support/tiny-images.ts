import { crc32, deflateSync } from 'node:zlib'

/** A PNG of 16 × 16 grey pixels, other for each seed. */
export function aPng(seed: number): Buffer {
  const rows = Buffer.concat(
    Array.from({ length: 16 }, (_, y) =>
      Buffer.from([0, ...Array.from({ length: 16 }, (_, x) => (x * y * 7 + seed * 31) & 255)]),
    ),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(16, 0)
  head.writeUInt32BE(16, 4)
  head[8] = 8
  const text = Buffer.from(`Comment\0leaf ${seed}`)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('tEXt', text),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/**
 * A little-endian TIFF of 1 × 1 grey pixels, a directory for each given subfile type (TIFF 6.0: 0 a page, 1 a smaller
 * picture of another). `pixels` makes it differ from others.
 */
export function aTiff(subfiles: readonly number[], pixels = 0): Buffer {
  const size = 2 + 9 * 12 + 4
  const file = Buffer.alloc(8 + subfiles.length * size + 4, 0)
  file.write('II*\0', 0, 'latin1')
  file.writeUInt32LE(8, 4)
  file.writeUInt32LE(pixels, file.length - 4)
  for (const [at, subfile] of subfiles.entries()) {
    const start = 8 + at * size
    const entries = [
      [254, subfile],
      [256, 1],
      [257, 1],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, file.length - 4],
      [278, 1],
      [279, 1],
    ]
    file.writeUInt16LE(entries.length, start)
    for (const [n, [tag = 0, value = 0]] of entries.entries()) {
      const entry = start + 2 + n * 12
      file.writeUInt16LE(tag, entry)
      file.writeUInt16LE(4, entry + 2)
      file.writeUInt32LE(1, entry + 4)
      file.writeUInt32LE(value, entry + 8)
    }
    const next = at + 1 < subfiles.length ? start + size : 0
    file.writeUInt32LE(next, start + 2 + entries.length * 12)
  }
  return file
}
