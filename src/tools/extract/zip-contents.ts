import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

const megabyte = 1024 * 1024
const mostBytes = 512 * megabyte
const mostTextBytes = 64 * megabyte
const mostFiles = 20_000
const endMark = 0x06054b50
const entryMark = 0x02014b50

type Entry = { name: string; method: number; packed: number; size: number; at: number; isEncrypted: boolean }

/**
 * Checks a ZIP package before any library inflates it: its central directory, what it says of the sizes, and that each
 * of its XML parts really is no larger than that. Returns the XML parts one by one, inflated. Unreadable: a package that
 * is broken or encrypted, or would come to more than 512 MB, or 64 MB in one XML part.
 */
export function* xmlPartsOf(bytes: Uint8Array): Generator<{ name: string; bytes: Uint8Array }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(buffer)
  const whole = entries.reduce((sum, { size }) => sum + size, 0)
  if (whole > mostBytes || entries.length > mostFiles)
    throw new Unreadable(
      `would come to ${Math.ceil(whole / megabyte).toLocaleString('en')} MB in ${entries.length.toLocaleString('en')} parts when it is unpacked, more than a document can have; save it anew without its pictures`,
    )
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue
    if (entry.isEncrypted) throw new Unreadable('is encrypted with a password; upload a copy without it')
    if (entry.size > mostTextBytes) throw new Unreadable(tooLarge(entry))
    yield { name: entry.name, bytes: inflated(buffer, entry) }
  }
}

function entriesOf(buffer: Buffer): Entry[] {
  const end = buffer.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06))
  if (end < 0 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== endMark)
    throw new Unreadable(broken)
  const entries: Entry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== entryMark) throw new Unreadable(broken)
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function inflated(buffer: Buffer, entry: Entry): Uint8Array {
  const { at, packed, method, size } = entry
  if (at + 30 > buffer.length) throw new Unreadable(broken)
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  const body = buffer.subarray(from, from + packed)
  if (method === 0) return body
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    throw new Unreadable(isTooLarge ? tooLarge(entry) : broken)
  }
}

const tooLarge = ({ name }: Entry) =>
  `holds a part (${name}) that unpacks to more than it may; save it anew in Word or LibreOffice`

const broken = 'is not a whole Word document: its package is cut short or broken; upload another copy of it'
