import { inflateSync } from 'node:zlib'
import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib'
import type { PdfObjects } from './pdf-objects.ts'
import type { LazyStream } from './pdf-source.ts'

/** An image that lies in a PDF as a file of its own would. */
export type EmbeddedImage = { kind: 'jpeg' | 'jpeg2000'; bytes: Uint8Array }

const mostBytes = 256 * 1024 * 1024
const plainColours = ['/DeviceGray', '/DeviceRGB', '/CalGray', '/CalRGB']
const kinds: Readonly<Record<string, EmbeddedImage['kind']>> = {
  '/DCTDecode': 'jpeg',
  '/JPXDecode': 'jpeg2000',
}

/**
 * The very bytes of an image that is a JPEG or JPEG 2000, where they alone say what is to be seen: without masks,
 * inverted values or colours that need more than the file itself. Null for any other.
 */
export function embeddedImage(objects: PdfObjects, stream: LazyStream): EmbeddedImage | null {
  const { resolve, bytesOf } = objects
  const { dict } = stream
  const get = (key: string) => resolve(dict.get(PDFName.of(key)))
  const filters = namesOf(get('Filter'))
  const kind = kinds[filters.at(-1) ?? '']
  if (!kind || !filters.slice(0, -1).every((filter) => filter === '/FlateDecode')) return null
  if (filters.length > 1 && dict.has(PDFName.of('DecodeParms'))) return null
  if (['SMask', 'Mask', 'Decode', 'Alternates'].some((key) => dict.has(PDFName.of(key)))) return null
  if (get('ImageMask') === PDFBool.True || Number(numberOf(get('SMaskInData'))) > 0) return null
  const colours = get('ColorSpace')
  if (!isPlain(colours) && !(kind === 'jpeg2000' && colours === undefined)) return null
  let bytes = bytesOf(stream, mostBytes)
  for (const _ of filters.slice(0, -1)) bytes = inflateSync(bytes, { maxOutputLength: mostBytes })
  return { kind, bytes }

  function namesOf(filter: PDFObject | undefined): string[] {
    if (filter instanceof PDFArray) return filter.asArray().map((one) => String(resolve(one)))
    return filter === undefined ? [] : [String(filter)]
  }

  function isPlain(space: PDFObject | undefined): boolean {
    if (space instanceof PDFName) return plainColours.includes(space.asString())
    if (!(space instanceof PDFArray)) return false
    const name = String(resolve(space.get(0)))
    if (name !== '/ICCBased') return plainColours.includes(name)
    const profile = resolve(space.get(1))
    const channels = profile instanceof PDFDict ? numberOf(resolve(profile.get(PDFName.of('N')))) : null
    return channels === 1 || channels === 3
  }
}

const numberOf = (object: PDFObject | undefined) => (object instanceof PDFNumber ? object.asNumber() : null)
