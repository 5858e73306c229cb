import { type FileHandle, open } from 'node:fs/promises'
import { type KindOfFile, kindByName, parted } from '../domain/bulk/kind-of-file.ts'
import type { KindReader } from '../ports/batches.ts'
import { identifier } from './identify.ts'

/** Says what a file is to a folder. A TIFF of several pages is a volume; a name that tells nothing leaves it to the bytes. */
export function kindReader(): KindReader {
  const { identify } = identifier()
  return async (path, name) => {
    const named = kindByName(name)
    if (named === 'image' && /^tiff?$/.test(parted(name).extension))
      return (await hasSeveralPages(path)) ? 'volume' : 'image'
    if (named !== null) return named
    const { kind, mediaType } = await identify(path, name)
    if (mediaType === 'image/tiff') return (await hasSeveralPages(path)) ? 'volume' : 'image'
    return kinds[kind]
  }
}

const kinds: Record<'pdf' | 'text' | 'image' | 'other', KindOfFile> = {
  pdf: 'volume',
  text: 'text',
  image: 'image',
  other: 'other',
}

const subfileType = 254
const isReduced = 1

/** Whether a TIFF (6.0, or BigTIFF) has a second page; a smaller picture of the first is none, nor is what is damaged. */
async function hasSeveralPages(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const head = await bytesAt(handle, 0, 16)
    const isLittle = head.toString('latin1', 0, 2) === 'II'
    if (!isLittle && head.toString('latin1', 0, 2) !== 'MM') return false
    const version = isLittle ? head.readUInt16LE(2) : head.readUInt16BE(2)
    if (version !== 42 && version !== 43) return false
    const layout = { handle, isLittle, isBig: version === 43 }
    const first = await directoryAt(layout, numberIn(head, layout.isBig ? 8 : 4, layout))
    if (first.next === 0) return false
    const second = await directoryAt(layout, first.next)
    return (second.subfile & isReduced) === 0 || second.next !== 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  } finally {
    await handle.close()
  }
}

type Layout = { handle: FileHandle; isLittle: boolean; isBig: boolean }

async function directoryAt(layout: Layout, at: number): Promise<{ next: number; subfile: number }> {
  const { handle, isLittle, isBig } = layout
  const [counted, size] = isBig ? [8, 20] : [2, 12]
  const start = await bytesAt(handle, at, counted)
  const count = isBig ? numberIn(start, 0, layout) : isLittle ? start.readUInt16LE(0) : start.readUInt16BE(0)
  if (count > 4096) throw new RangeError('A TIFF has no directory that long.')
  const entries = await bytesAt(handle, at + counted, count * size + (isBig ? 8 : 4))
  let subfile = 0
  for (let entry = 0; entry < count; entry++) {
    const tag = isLittle ? entries.readUInt16LE(entry * size) : entries.readUInt16BE(entry * size)
    if (tag !== subfileType) continue
    const value = entry * size + (isBig ? 12 : 8)
    subfile = isLittle ? entries.readUInt32LE(value) : entries.readUInt32BE(value)
  }
  return { next: numberIn(entries, count * size, layout), subfile }
}

function numberIn(bytes: Buffer, at: number, { isLittle, isBig }: Layout): number {
  if (isBig) return Number(isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position)) throw new RangeError('A TIFF does not reach that far.')
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
