import type { ImagePage } from '../../ports/page-images.ts'

/** A page of a TIFF, as it is to be shown, and the number of its directory in the file, from 0. */
export type TiffPage = ImagePage & { directory: number }

/** Bytes of a file from a position; fewer than asked for where it ends before. */
export type ReadAt = (position: number, length: number) => Buffer

type Layout = { little: boolean; big: boolean }
type Tags = Map<number, { type: number; at: number }>

const tag = {
  newSubfile: 254,
  subfile: 255,
  width: 256,
  height: 257,
  orientation: 274,
  resolution: 282,
  unit: 296,
}
const most = { directories: 65_535, entries: 4096 }

/**
 * The pages of a TIFF or BigTIFF by its chain of directories alone (TIFF 6.0, section 2), however many they are: those
 * that are smaller versions or masks of others are none. `cut` where the chain leads out of the file or into itself. It is
 * followed through so many directories.
 */
export function tiffPages(
  read: ReadAt,
  mostDirectories = most.directories,
): { pages: TiffPage[]; cut: boolean } {
  const head = read(0, 16)
  const little = head.toString('latin1', 0, 2) === 'II'
  const big = head.length === 16 && number(head, 2, 2, little) === 43
  const layout = { little, big }
  const pages: (TiffPage & { reduced: boolean })[] = []
  const seen = new Set<number>()
  let next: number | null = head.length < 8 ? null : number(head, big ? 8 : 4, big ? 8 : 4, little)
  while (next !== 0) {
    const directory = next === null || seen.has(next) ? null : readDirectory(read, next, layout)
    if (next === null || directory === null || seen.size >= mostDirectories)
      return { pages: shown(pages), cut: true }
    seen.add(next)
    pages.push({ ...pageOf(read, directory.tags, directory.bytes, layout), directory: pages.length })
    next = directory.next
  }
  return { pages: shown(pages), cut: false }
}

/** Where each is a version of another, as cameras write them, all are pages. */
function shown(pages: readonly (TiffPage & { reduced: boolean })[]): TiffPage[] {
  const whole = pages.filter(({ reduced }) => !reduced)
  return (whole.length > 0 ? whole : pages).map(({ reduced: _, ...page }) => page)
}

function readDirectory(read: ReadAt, position: number, { little, big }: Layout) {
  const [countSize, entrySize, offsetSize] = big ? [8, 20, 8] : [2, 12, 4]
  const head = read(position, countSize)
  if (position < 8 || head.length < countSize) return null
  const count = number(head, 0, countSize, little)
  if (count === null || count === 0 || count > most.entries) return null
  const bytes = read(position + countSize, count * entrySize + offsetSize)
  if (bytes.length < count * entrySize + offsetSize) return null
  const tags: Tags = new Map()
  for (let at = 0; at < count * entrySize; at += entrySize) {
    const [id, type] = [number(bytes, at, 2, little), number(bytes, at + 2, 2, little)]
    if (id !== null && type !== null) tags.set(id, { type, at: at + (big ? 12 : 8) })
  }
  return { tags, bytes, next: number(bytes, count * entrySize, offsetSize, little) }
}

function pageOf(read: ReadAt, tags: Tags, bytes: Buffer, { little, big }: Layout) {
  const value = (id: number, fallback: number): number => {
    const entry = tags.get(id)
    const size = entry && { 3: 2, 4: 4, 16: 8 }[entry.type]
    return entry && size ? (number(bytes, entry.at, size, little) ?? fallback) : fallback
  }
  const resolution = (): number | null => {
    const entry = tags.get(tag.resolution)
    if (entry?.type !== 5) return null
    const position = big ? null : number(bytes, entry.at, 4, little)
    const ratio = position === null ? bytes.subarray(entry.at, entry.at + 8) : read(position, 8)
    const [over, under] = [number(ratio, 0, 4, little), number(ratio, 4, 4, little)]
    return over === null || under === null || under === 0 ? null : over / under
  }
  const [width, height] = [value(tag.width, 0), value(tag.height, 0)]
  const turned = value(tag.orientation, 1) >= 5
  const perInch = { 2: 1, 3: 2.54 }[value(tag.unit, 2)] ?? 0
  return {
    ...(turned ? { width: height, height: width } : { width, height }),
    dpi: scanned((resolution() ?? 0) * perInch),
    reduced: (value(tag.newSubfile, 0) & 0b101) !== 0 || value(tag.subfile, 1) === 2,
  }
}

/** A resolution that a scanner or camera may have meant, rounded; what programs write by themselves (72, 96) is none. */
export function scanned(dpi: number | undefined): number | null {
  return dpi !== undefined && dpi >= 100 && dpi <= 10_000 ? Math.round(dpi) : null
}

function number(bytes: Buffer, at: number, size: number, little: boolean): number | null {
  if (at + size > bytes.length) return null
  if (size === 8) {
    const wide = little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : null
  }
  return little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size)
}
