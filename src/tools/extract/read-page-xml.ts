import type { ReadBlock, ReadWord } from '../../domain/page/lay-out.ts'
import type { Box, Frame } from '../../domain/page/placed-words.ts'
import { splitLine } from '../../domain/page/split-line.ts'
import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { type Element, elementsIn, textOf } from './markup-tree.ts'
import { xmlElements } from './parse-xml.ts'
import { readWhole } from './read-whole.ts'
import { engineNamed, type LaidPage, nowhere, transcript } from './transcript.ts'

/**
 * Reads PAGE XML: text regions in their reading order, lines, words with the box around their `Coords`. Where only the
 * line (or the region) has a text, its words get their share of its box. Of several texts the one of the lowest `index` is read.
 */
export function* readPageXml(fd: number): Generator<Reading> {
  const bytes = readWhole(fd)
  const { encoding, assumed } = markupEncodingOf(bytes)
  const pages: LaidPage[] = []
  for (const element of xmlElements(decodePieces(bytes, encoding), 'Page'))
    if (element.name === 'Page') pages.push(pageOf(element))
  yield* transcript(pages, engineNamed('saxes'), assumed)
}

function pageOf(page: Element): LaidPage {
  const { imageFilename, imageWidth, imageHeight } = page.attributes
  const [width, height] = [Number(imageWidth), Number(imageHeight)]
  const frame: Frame | null = width > 0 && height > 0 ? { width, height } : null
  const image = imageFilename?.trim() || null
  return { label: null, refers: { image, number: null }, frame, blocks: inReadingOrder(page).map(blockOf) }
}

/** The text regions, those that the reading order names first, each with those inside it behind it. */
function inReadingOrder(page: Element): Element[] {
  const all = regionsIn(page)
  const order = elementsIn(page, 'ReadingOrder').flatMap(refsIn)
  const places = new Map(order.map((ref, at) => [ref, at]))
  const placeOf = ({ attributes: { id = '' } }: Element) => places.get(id) ?? places.size
  // Stable: what the order leaves out keeps its own, at the end.
  return places.size === 0 ? all : all.toSorted((one, other) => placeOf(one) - placeOf(other))
}

// Transkribus writes the cells of a table as elements of their own.
const regionsIn = (element: Element): Element[] =>
  elementsIn(element).flatMap((child) =>
    child.name === 'TextRegion' || child.name === 'TableCell'
      ? [child, ...regionsIn(child)]
      : child.name.endsWith('Region')
        ? regionsIn(child)
        : [],
  )

function refsIn(group: Element): string[] {
  const indexOf = ({ attributes: { index } }: Element) => Number(index ?? 0) || 0
  return elementsIn(group)
    .toSorted((one, other) => indexOf(one) - indexOf(other))
    .flatMap((child) => [
      ...(child.attributes.regionRef ? [child.attributes.regionRef] : []),
      ...refsIn(child),
    ])
}

function blockOf(region: Element): ReadBlock {
  const lines = elementsIn(region, 'TextLine')
  if (lines.length > 0) return lines.map(wordsOf)
  const written = (textEquivOf(region)?.text ?? '').split(/\r?\n/)
  const [x, y, w, h] = boxOf(region) ?? nowhere
  const each = h / written.length
  return written.map((line, at) => splitLine(line, [x, y + at * each, w, each]))
}

function wordsOf(line: Element): ReadWord[] {
  const words = elementsIn(line, 'Word').map((word) => ({ word, equiv: textEquivOf(word) }))
  const whole = textEquivOf(line)
  const haveText = words.length > 0 && words.every(({ equiv }) => equiv !== null)
  if (whole !== null && !haveText) return splitLine(whole.text, boxOf(line) ?? nowhere, whole.confidence)
  return words.map(({ word, equiv }) => ({
    text: equiv?.text ?? '',
    box: boxOf(word) ?? nowhere,
    confidence: equiv?.confidence ?? null,
  }))
}

function textEquivOf(element: Element): { text: string; confidence: number | null } | null {
  const indexOf = ({ attributes: { index } }: Element) => Number(index ?? 0) || 0
  const [best] = elementsIn(element, 'TextEquiv').toSorted((one, other) => indexOf(one) - indexOf(other))
  if (!best) return null
  const written = elementsIn(best, 'Unicode')[0] ?? elementsIn(best, 'PlainText')[0]
  const sureness = Number(best.attributes.conf ?? Number.NaN)
  const confidence = sureness >= 0 && sureness <= 1 ? Math.round(sureness * 100) : null
  return written ? { text: textOf(written).trim(), confidence } : null
}

/** The box around a polygon: `points="x,y x,y …"`, or a `Point` each, as versions before 2013 had it. */
function boxOf(element: Element): Box | null {
  const [coords] = elementsIn(element, 'Coords')
  if (!coords) return null
  const written =
    coords.attributes.points
      ?.trim()
      .split(/\s+/)
      .map((point) => point.split(',')) ?? []
  const single = elementsIn(coords, 'Point').map(({ attributes: { x, y } }) => [x, y])
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of [...written, ...single]) {
    const [x, y] = [Number(point[0] ?? Number.NaN), Number(point[1] ?? Number.NaN)]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    left = Math.max(0, Math.min(left, x))
    top = Math.max(0, Math.min(top, y))
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null
}
