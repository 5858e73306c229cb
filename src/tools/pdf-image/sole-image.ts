import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import { operatorsOf } from './content-operators.ts'
import type { PdfObjects } from './pdf-objects.ts'
import type { PageBox, PdfPage } from './pdf-pages.ts'
import type { LazyStream } from './pdf-source.ts'

/** Where an image is drawn: the matrix that leads from its unit square into the page's own space. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The one image that a page is, and how it is laid on the page. */
export type SoleImage = { stream: LazyStream; matrix: Matrix }

const mostContentBytes = 4 * 1024 * 1024
/** Operators that draw nothing: state, marked content, and text up to its showing. */
const silent = new Set(
  `w J j M d ri i BT ET Tc Tw Tz TL Tf Ts Td TD Tm T* BMC BDC EMC MP DP BX EX g G rg RG k K cs CS sc SC scn SCN`.split(
    ' ',
  ),
)
const shows = new Set(['Tj', 'TJ', "'", '"'])
const invisible = 3

/**
 * The image that a page consists of, where it is drawn once, covers the page as it is seen, and nothing else is to be
 * seen: text that a recogniser laid over it is invisible. Null for any other page.
 */
export function soleImage(objects: PdfObjects, page: PdfPage): SoleImage | null {
  const { resolve, stream } = objects
  const images: SoleImage[] = []
  const stack: { matrix: Matrix; mode: number }[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let mode = 0
  let path: PageBox | null = null
  for (const { name, operands } of operatorsOf(contentOf(objects, page))) {
    const numbers = operands.map(Number)
    if (name === 'q') stack.push({ matrix, mode })
    else if (name === 'Q') ({ matrix, mode } = stack.pop() ?? { matrix, mode })
    else if (name === 'cm') matrix = times(asMatrix(numbers), matrix)
    else if (name === 'Tr') mode = numbers[0] ?? 0
    else if (name === 're') path = path ? null : rectangle(numbers, matrix)
    else if (name === 'W' || name === 'W*') {
      if (!path || !covers(path, page.box)) return null
    } else if (name === 'n') path = null
    else if (name === 'gs') {
      if (!isPlainState(operands[0])) return null
    } else if (name === 'Do') {
      const image = imageNamed(operands[0])
      if (!image) return null
      images.push({ stream: image, matrix })
    } else if (shows.has(name)) {
      if (mode !== invisible) return null
    } else if (!silent.has(name)) return null
  }
  const [image, another] = images
  if (!image || another) return null
  return covers(rectangle([0, 0, 1, 1], image.matrix), page.box) && fits(image.matrix, page.box)
    ? image
    : null

  function imageNamed(name: unknown): LazyStream | null {
    const dict = resource('XObject', name, true)
    const found = dict ? stream(dict) : null
    return found?.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? found : null
  }

  function isPlainState(name: unknown): boolean {
    const state = resolve(resource('ExtGState', name, false) ?? undefined)
    if (!(state instanceof PDFDict)) return false
    return state.entries().every(([key, value]) => {
      const plain = resolve(value)
      const isOne = plain instanceof PDFNumber && plain.asNumber() === 1
      if (['/ca', '/CA'].includes(key.asString())) return isOne
      if (key.asString() === '/BM') return ['/Normal', '/Compatible'].includes(String(plain))
      return key.asString() !== '/SMask' || String(plain) === '/None'
    })
  }

  function resource(kind: string, name: unknown, asReference: boolean) {
    const dict = resolve(page.resources?.get(PDFName.of(kind)))
    if (!(dict instanceof PDFDict) || typeof name !== 'string') return null
    const found = dict.get(PDFName.of(name)) ?? null
    return asReference ? found : (resolve(found ?? undefined) ?? null)
  }
}

function contentOf({ resolve, stream, bytesOf }: PdfObjects, { dict }: PdfPage): string {
  const told = dict.get(PDFName.of('Contents'))
  const list = resolve(told)
  const parts = list instanceof PDFArray ? list.asArray() : [told]
  const texts = parts.map((part) => {
    const found = stream(part)
    if (!found) throw new RangeError('A page has no contents.')
    return Buffer.from(decodedContent(found, bytesOf(found, mostContentBytes))).toString('latin1')
  })
  return texts.join('\n')
}

function decodedContent({ dict }: LazyStream, bytes: Uint8Array): Uint8Array {
  const filter = dict.get(PDFName.of('Filter'))
  if (filter === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms')))
    return inflateSync(bytes, { maxOutputLength: mostContentBytes })
  if (filter !== undefined) throw new RangeError('The contents are packed in another way.')
  return decodePDFRawStream(PDFRawStream.of(dict, bytes)).decode()
}

function asMatrix(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers
  if (
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
  )
    throw new RangeError('A matrix lacks numbers.')
  return [a, b, c, d, e, f]
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** The upright box around a rectangle of left, bottom, width and height. */
function rectangle([x = 0, y = 0, w = 0, h = 0]: readonly number[], [a, b, c, d, e, f]: Matrix): PageBox {
  const xs = [x, x + w].flatMap((u) => [y, y + h].map((v) => a * u + c * v + e))
  const ys = [x, x + w].flatMap((u) => [y, y + h].map((v) => b * u + d * v + f))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** A scanner's page and its image differ by fractions of a point; words laid over them then still lie on their letters. */
const slackOf = ([left, bottom, right, top]: PageBox) => Math.max(right - left, top - bottom) * 0.005 + 0.5

function covers(outer: PageBox, inner: PageBox): boolean {
  const slack = slackOf(inner)
  return (
    outer[0] <= inner[0] + slack &&
    outer[1] <= inner[1] + slack &&
    outer[2] >= inner[2] - slack &&
    outer[3] >= inner[3] - slack
  )
}

/** Whether an image stands upright or on a side, and does not reach beyond the page. */
function fits(matrix: Matrix, box: PageBox): boolean {
  const [a, b, c, d] = matrix
  const isSquare = Math.abs(b) + Math.abs(c) < 1e-3 || Math.abs(a) + Math.abs(d) < 1e-3
  return isSquare && covers(box, rectangle([0, 0, 1, 1], matrix))
}
