import type { ReadBlock, ReadWord } from '../../domain/page/lay-out.ts'
import type { Box, Frame } from '../../domain/page/placed-words.ts'
import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { type Element, elementsIn, firstIn, textOf } from './markup-tree.ts'
import { xmlElements } from './parse-xml.ts'
import { readWhole } from './read-whole.ts'
import { engineNamed, type LaidPage, nowhere, transcript } from './transcript.ts'

/**
 * Reads ALTO 2–4: text blocks, lines and words (`String`) with their boxes and `WC`, in whatever unit the file measures.
 * A word parted at a line end stands as on the page, with its hyphen, and is found as a whole.
 */
export function* readAlto(fd: number): Generator<Reading> {
  const bytes = readWhole(fd)
  const { encoding, assumed } = markupEncodingOf(bytes)
  const pages: LaidPage[] = []
  let image: string | null = null
  for (const element of xmlElements(decodePieces(bytes, encoding), 'Description', 'Page')) {
    if (element.name === 'Description') image = imageIn(element)
    else if (element.name === 'Page') pages.push(pageOf(element))
  }
  // A file of one page is numbered by the place that it had among the images, its name says more.
  const numbered = pages.map(({ refers, ...page }) => ({
    ...page,
    refers: { image, number: pages.length > 1 || image === null ? (refers?.number ?? null) : null },
  }))
  yield* transcript(numbered, engineNamed('saxes'), assumed)
}

function imageIn(description: Element): string | null {
  const name = firstIn(description, 'fileName')
  return (name && textOf(name).trim()) || null
}

function pageOf(page: Element): LaidPage {
  const { attributes } = page
  const number = Number(attributes.PHYSICAL_IMG_NR)
  return {
    label: attributes.PRINTED_IMG_NR?.trim() || null,
    refers: { image: null, number: Number.isInteger(number) && number > 0 ? number : null },
    frame: sizeOf(page) ?? reachOf(firstIn(page, 'PrintSpace')),
    blocks: blocksIn(page),
  }
}

function blocksIn(element: Element): ReadBlock[] {
  return elementsIn(element).flatMap((child) =>
    child.name === 'TextBlock' ? [elementsIn(child, 'TextLine').map(wordsOf)] : blocksIn(child),
  )
}

function wordsOf(line: Element): ReadWord[] {
  const words: ReadWord[] = []
  for (const child of elementsIn(line)) {
    if (child.name === 'String') words.push(wordOf(child))
    if (child.name === 'HYP') hyphenate(words, child)
  }
  const last = elementsIn(line, 'String').at(-1)
  const isParted = last?.attributes.SUBS_TYPE === 'HypPart1' && elementsIn(line, 'HYP').length === 0
  const word = words.at(-1)
  if (isParted && word && !/[-\u2010¬⸗=]$/.test(word.text))
    words.splice(-1, 1, { ...word, text: `${word.text}-` })
  return words
}

function wordOf({ attributes }: Element): ReadWord {
  const sureness = Number(attributes.WC ?? Number.NaN)
  const confidence = sureness >= 0 && sureness <= 1 ? Math.round(sureness * 100) : null
  return { text: attributes.CONTENT ?? '', box: boxOf(attributes) ?? nowhere, confidence }
}

/** A hyphen belongs to the word before it; a soft one is written as one that is seen. */
function hyphenate(words: ReadWord[], { attributes }: Element): void {
  const word = words.at(-1)
  if (!word) return
  const hyphen = (attributes.CONTENT ?? '-').replaceAll('\u00ad', '-') || '-'
  const box = boxOf(attributes)
  const [x, y, w, h] = word.box
  const reach = box === null || w === 0 ? w : Math.max(w, box[0] + box[2] - x)
  words.splice(-1, 1, { ...word, text: `${word.text}${hyphen}`, box: [x, y, reach, h] })
}

function boxOf({ HPOS, VPOS, WIDTH, HEIGHT }: Element['attributes']): Box | null {
  const [x, y, w, h] = [HPOS, VPOS, WIDTH, HEIGHT].map((at) => Number(at ?? Number.NaN))
  if (![x, y, w, h].every(Number.isFinite)) return null
  return [Math.max(0, x ?? 0), Math.max(0, y ?? 0), Math.max(0, w ?? 0), Math.max(0, h ?? 0)]
}

function sizeOf({ attributes: { WIDTH, HEIGHT } }: Element): Frame | null {
  const [width, height] = [Number(WIDTH), Number(HEIGHT)]
  return width > 0 && height > 0 ? { width, height } : null
}

function reachOf(space: Element | null): Frame | null {
  const box = space && boxOf(space.attributes)
  return box && box[2] > 0 && box[3] > 0 ? { width: box[0] + box[2], height: box[1] + box[3] } : null
}
