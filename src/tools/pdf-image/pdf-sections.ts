import {
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from 'pdf-lib'
import type { Place, Source } from './pdf-source.ts'

/** Where the objects of a PDF lie, and what its newest trailer says. */
export type Sections = { places: Map<number, Place>; trailer: PDFDict }

const mostSections = 1000
const mostObjects = 2_000_000
const mostTrailerBytes = 65_536

/** Reads the cross-reference tables and streams of a PDF from the newest to the oldest (ISO 32000-1, 7.5.4 and 7.5.8). */
export function readSections(source: Source): Sections {
  const places = new Map<number, Place>()
  const seen = new Set<number>()
  const waiting = [startOf(source)]
  let trailer: PDFDict | null = null
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at) || seen.size > mostSections) continue
    seen.add(at)
    const isTable = source
      .read(at, Math.min(64, source.size - at))
      .toString('latin1')
      .trimStart()
      .startsWith('xref')
    const dict = isTable ? readTable(source, at, places) : readStream(source, at, places)
    trailer ??= dict
    for (const key of ['XRefStm', 'Prev']) {
      const next = dict.get(PDFName.of(key))
      if (next instanceof PDFNumber) waiting.push(next.asNumber())
    }
  }
  if (!trailer) throw new RangeError('There is no trailer.')
  return { places, trailer }
}

function startOf({ size, read }: Source): number {
  const length = Math.min(size, 2048)
  const tail = read(size - length, length).toString('latin1')
  const [, offset] = /^startxref\s+(\d+)/.exec(tail.slice(tail.lastIndexOf('startxref'))) ?? []
  if (offset === undefined) throw new RangeError('It does not say where its cross-reference begins.')
  return Number(offset)
}

function readTable({ size, read }: Source, from: number, places: Map<number, Place>): PDFDict {
  let at = from + (/^\s*xref\s*/.exec(text(64, from))?.[0].length ?? 0)
  for (;;) {
    const [head, first = 0, count = 0] = /^\s*(\d+)\s+(\d+)\s*/.exec(text(64, at)) ?? []
    if (!head) break
    if (Number(count) > mostObjects) throw new RangeError('It claims to have too many objects.')
    at += head.length
    const lines = read(at, Math.min(20 * Number(count), size - at)).toString('latin1')
    for (let n = 0; n < Number(count); n++) {
      const [, offset, kind] = /^(\d{10}) \d{5} ([nf])/.exec(lines.slice(n * 20, n * 20 + 20)) ?? []
      if (offset === undefined) throw new RangeError('Its cross-reference is damaged.')
      if (kind === 'n') add(places, Number(first) + n, { offset: Number(offset) })
    }
    at += 20 * Number(count)
  }
  const [head] = /^\s*trailer\s*/.exec(text(64, at)) ?? []
  if (!head) throw new RangeError('Its cross-reference has no trailer.')
  const bytes = read(at + head.length, Math.min(mostTrailerBytes, size - at - head.length))
  const dict = PDFObjectParser.forBytes(bytes, PDFContext.create()).parseObject()
  if (!(dict instanceof PDFDict)) throw new RangeError('Its trailer is damaged.')
  return dict

  function text(length: number, offset: number): string {
    return read(offset, Math.min(length, size - offset)).toString('latin1')
  }
}

function readStream({ objectAt, bytesOf }: Source, from: number, places: Map<number, Place>): PDFDict {
  const { stream } = objectAt(from, null)
  if (!stream) throw new RangeError('Its cross-reference is none.')
  const raw = PDFRawStream.of(stream.dict, bytesOf(stream, mostObjects * 20))
  for (const { ref, offset, deleted, inObjectStream } of PDFXRefStreamParser.forStream(
    raw,
  ).parseIntoContext()) {
    if (!deleted) add(places, ref.objectNumber, inObjectStream ? { within: offset } : { offset })
  }
  return stream.dict
}

/** Newer sections come first, and what they say of an object holds. */
function add(places: Map<number, Place>, objectNumber: number, place: Place): void {
  if (places.size > mostObjects) throw new RangeError('It has too many objects.')
  if (!places.has(objectNumber)) places.set(objectNumber, place)
}
