import type { ReadBlock, ReadWord } from '../../domain/page/lay-out.ts'
import type { Box } from '../../domain/page/placed-words.ts'
import { splitLine } from '../../domain/page/split-line.ts'
import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { type Element, elementsIn, textOf } from './markup-tree.ts'
import { htmlElements } from './parse-html.ts'
import { readWhole } from './read-whole.ts'
import { engineNamed, type LaidPage, nowhere, transcript } from './transcript.ts'

const blocks = ['ocr_carea', 'ocr_par', 'ocrx_block', 'ocr_float', 'ocr_textfloat', 'ocr_table']
const lines = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat']

/**
 * Reads hOCR 1.2: pages with the image and number that they name, paragraphs, lines, words with `bbox` and `x_wconf`. A
 * line without words is split along its letters.
 */
export function* readHocr(fd: number): Generator<Reading> {
  const bytes = readWhole(fd)
  const { encoding, assumed } = markupEncodingOf(bytes)
  const pages: LaidPage[] = []
  for (const element of htmlElements(decodePieces(bytes, encoding), is('ocr_page')))
    if (element.name !== '') pages.push(pageOf(element))
  yield* transcript(pages, engineNamed('htmlparser2'), assumed)
}

const classesOf = ({ attributes }: Element) => (attributes.class ?? '').split(/\s+/)
const is =
  (...names: readonly string[]) =>
  (element: Element) =>
    classesOf(element).some((name) => names.includes(name))
const isBlock = is(...blocks)
const isLine = is(...lines)
const isWord = is('ocrx_word', 'ocr_word')

function pageOf(element: Element): LaidPage {
  const title = element.attributes.title ?? ''
  const box = boxOf(element)
  const image = /(?:^|;)\s*(?:image|file)\s+(?:"([^"]*)"|'([^']*)'|([^;\s]+))/.exec(title)
  const number = /(?:^|;)\s*ppageno\s+(\d{1,9})/.exec(title)?.[1]
  const label = /(?:^|;)\s*lpageno\s+"?([^";]+)"?/.exec(title)?.[1]?.trim()
  return {
    label: label || null,
    refers: {
      image: image?.[1] ?? image?.[2] ?? image?.[3] ?? null,
      number: number === undefined ? null : Number(number) + 1,
    },
    frame: box && { width: box[0] + box[2], height: box[1] + box[3] },
    blocks: blocksIn(element),
  }
}

/** Its blocks, the innermost ones; lines that stand in none make one of their own. */
function blocksIn(element: Element): ReadBlock[] {
  const found: ReadBlock[] = []
  let loose: ReadWord[][] = []
  const settle = () => {
    if (loose.length > 0) found.push(loose)
    loose = []
  }
  for (const child of elementsIn(element)) {
    if (isLine(child)) loose.push(wordsOf(child))
    else if (isWord(child)) loose.push([wordOf(child)])
    else {
      const within = blocksIn(child)
      if (within.length === 0) continue
      if (isBlock(child)) settle()
      if (isBlock(child) || within.length > 1) found.push(...within)
      else for (const line of within[0] ?? []) loose.push([...line])
    }
  }
  settle()
  return found
}

function wordsOf(line: Element): ReadWord[] {
  const words = wordsIn(line)
  if (words.length > 0) return words
  return splitLine(textOf(line).trim(), boxOf(line) ?? nowhere)
}

const wordsIn = (element: Element): ReadWord[] =>
  elementsIn(element).flatMap((child) => (isWord(child) ? [wordOf(child)] : wordsIn(child)))

function wordOf(element: Element): ReadWord {
  const sureness = /(?:^|;)\s*x_wconf\s+([\d.]+)/.exec(element.attributes.title ?? '')?.[1]
  const confidence = sureness === undefined ? null : Math.min(100, Math.round(Number(sureness)))
  return { text: textOf(element), box: boxOf(element) ?? nowhere, confidence }
}

function boxOf({ attributes }: Element): Box | null {
  const found = /(?:^|;)\s*bbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)/.exec(attributes.title ?? '')
  if (!found) return null
  const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1).map((at) => Math.max(0, Number(at)))
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)]
}
