import { readSync } from 'node:fs'
import {
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { readSections } from './pdf-sections.ts'
import type { Found, LazyStream, Source } from './pdf-source.ts'

/** The objects of a PDF, each read when it is asked for. Whatever is not plainly well-formed throws. */
export type PdfObjects = {
  trailer: PDFDict
  /** The object that a reference leads to, or the object itself; of a stream its dictionary. */
  resolve(object: PDFObject | undefined): PDFObject | undefined
  /** The stream that a reference leads to; null where it leads to none. */
  stream(object: PDFObject | undefined): LazyStream | null
  /** The bytes of a stream as they lie in the file; throws when they are more than `most`. */
  bytesOf(stream: LazyStream, most: number): Uint8Array
}

const firstWindow = 8192
const mostObjectBytes = 8 * 1024 * 1024
const mostContainerBytes = 64 * 1024 * 1024
const mostKept = 50_000

/**
 * Opens the objects of the PDF behind a descriptor by its cross-reference (ISO 32000-1, 7.5). pdf-lib parses them, but
 * would load the whole file; here only what is asked for is ever in memory.
 */
export function openObjects(fd: number, size: number): PdfObjects {
  const context = PDFContext.create()
  const kept = new Map<number, Found>()
  const source: Source = { size, read, objectAt, bytesOf }
  const sections = readSections(source)
  if (sections.trailer.has(PDFName.of('Encrypt'))) throw new RangeError('It is encrypted.')
  return { trailer: sections.trailer, resolve, stream, bytesOf }

  function resolve(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? find(object).object : object
  }

  function stream(object: PDFObject | undefined): LazyStream | null {
    return object instanceof PDFRef ? find(object).stream : null
  }

  function bytesOf({ from, length }: LazyStream, most: number): Uint8Array {
    if (length > most) throw new RangeError('A stream is too long.')
    return read(from, length)
  }

  function read(from: number, length: number): Buffer {
    if (!(from >= 0 && length >= 0 && from + length <= size))
      throw new RangeError('It points out of the file.')
    const bytes = Buffer.allocUnsafeSlow(length)
    for (let at = 0; at < length; ) {
      const got = readSync(fd, bytes, at, length - at, from + at)
      if (got === 0) throw new RangeError('The file is shorter than it was.')
      at += got
    }
    return bytes
  }

  function find({ objectNumber }: PDFRef): Found {
    const known = kept.get(objectNumber)
    if (known) return known
    if (kept.size > mostKept) kept.clear()
    const place = sections.places.get(objectNumber)
    if (!place) throw new RangeError(`There is no object ${objectNumber}.`)
    if ('within' in place) unpack(place.within)
    else kept.set(objectNumber, objectAt(place.offset, objectNumber))
    const found = kept.get(objectNumber)
    if (!found) throw new RangeError(`Object ${objectNumber} is not where it should be.`)
    return found
  }

  function unpack(container: number): void {
    const place = sections.places.get(container)
    if (!place || 'within' in place) throw new RangeError('An object stream lies in another.')
    const { stream } = objectAt(place.offset, container)
    if (!stream) throw new RangeError('An object stream is none.')
    const inside = PDFContext.create()
    const dict = PDFDict.fromMapWithContext(new Map(stream.dict.entries()), inside)
    const parser = PDFObjectStreamParser.forStream(PDFRawStream.of(dict, bytesOf(stream, mostContainerBytes)))
    // It is done when it returns, for it was not told to wait between objects.
    void parser.parseIntoContext()
    for (const [{ objectNumber }, object] of inside.enumerateIndirectObjects())
      kept.set(objectNumber, { object, stream: null })
  }

  function objectAt(offset: number, objectNumber: number | null): Found {
    for (let window = firstWindow; ; window *= 8) {
      const length = Math.min(window, size - offset)
      const text = read(offset, length).toString('latin1')
      const [head, number] = /^\s*(\d+)\s+\d+\s+obj\b/.exec(text) ?? []
      if (!head || (objectNumber !== null && Number(number) !== objectNumber))
        throw new RangeError('An object is not where it should be.')
      const end = /\bendobj\b|\bstream\r?\n/.exec(text)
      if (!end && offset + length < size && window < mostObjectBytes) continue
      if (!end) throw new RangeError('An object does not end.')
      const bytes = Buffer.from(`${text.slice(head.length, end.index)} `, 'latin1')
      const object = PDFObjectParser.forBytes(bytes, context).parseObject()
      if (!end[0].startsWith('stream') || !(object instanceof PDFDict)) return { object, stream: null }
      const told = resolve(object.get(PDFName.of('Length')))
      if (!(told instanceof PDFNumber)) throw new RangeError('A stream has no length.')
      return {
        object,
        stream: { dict: object, from: offset + end.index + end[0].length, length: told.asNumber() },
      }
    }
  }
}
