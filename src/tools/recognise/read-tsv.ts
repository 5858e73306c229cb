import type { ReadBlock, ReadWord } from '../../domain/page/lay-out.ts'
import type { Box } from '../../domain/page/placed-words.ts'

/** Sizes of a picture's pixel beside the recognised one's: what boxes are multiplied by. */
export type Scale = { across: number; down: number }

const word = '5'

/**
 * The words of tesseract's TSV by lines and paragraphs, their boxes brought `back` to the page that was read turned, then
 * multiplied by `scale` and rounded outwards to whole pixels. Rows of other levels, and rows that are none, are passed over.
 */
export function readTsv(
  tsv: string,
  { across, down }: Scale,
  back: (box: Box) => Box = (box) => box,
): ReadBlock[] {
  const blocks = new Map<string, Map<string, ReadWord[]>>()
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...text] =
      row.split('\t')
    if (level !== word) continue
    const [boxLeft = 0, boxTop = 0, boxWidth = 0, boxHeight = 0, sureness] = [
      left,
      top,
      width,
      height,
      confidence,
    ].map(Number)
    const box: Box = [boxLeft, boxTop, boxWidth, boxHeight]
    if (!box.every(Number.isFinite)) continue
    const [x, y, w, h] = back(box)
    const lines = entry(blocks, `${page} ${block} ${paragraph}`, () => new Map<string, ReadWord[]>())
    const [from, above] = [Math.floor(x * across), Math.floor(y * down)]
    entry(lines, String(line), (): ReadWord[] => []).push({
      text: text.join(' '),
      box: [from, above, Math.ceil((x + w) * across) - from, Math.ceil((y + h) * down) - above],
      confidence: Number.isFinite(sureness) ? Math.min(100, Math.max(0, Math.round(sureness ?? 0))) : null,
    })
  }
  return [...blocks.values()].map((lines) => [...lines.values()])
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}
