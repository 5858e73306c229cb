import type { CustomFontSubsetEmbedder } from 'pdf-lib'
import type { LaidBlock } from '../../domain/page/laid-lines.ts'
import type { unseenFont } from './unseen-font.ts'

/** A4 in points. */
export const paper = { width: 595, height: 842 }

const margin = 56
const size = 11
const leading = 15
const width = paper.width - 2 * margin
const perPage = Math.floor((paper.height - 2 * margin) / leading)

/**
 * What draws a text plainly on sheets of A4, at least one. A character that the font does not know leaves a gap, in which
 * it is found all the same.
 */
export function plainText(
  seen: CustomFontSubsetEmbedder,
  unseen: ReturnType<typeof unseenFont>,
  blocks: readonly LaidBlock[],
): string[] {
  const rows = blocks.flatMap((block, at) => [
    ...(at > 0 ? [''] : []),
    ...block.flatMap((line) =>
      wrapped(
        seen,
        line.map(({ text }) => text),
      ),
    ),
  ])
  const sheets: string[] = []
  for (let from = 0; from === 0 || from < rows.length; from += perPage) {
    const lines = rows.slice(from, from + perPage).map((row, at) => {
      const y = paper.height - margin - size - at * leading
      return `1 0 0 1 ${margin} ${y} Tm\n${runs(seen, row)
        .map((run) => draw(seen, unseen, run))
        .join('')}`
    })
    sheets.push(`BT\n${lines.join('')}ET\n`)
  }
  return sheets
}

function wrapped(font: CustomFontSubsetEmbedder, words: readonly string[]): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of words) {
    const longer = row === '' ? word : `${row} ${word}`
    if (row === '' || font.widthOfTextAtSize(longer, size) <= width) row = longer
    else {
      rows.push(row)
      row = word
    }
  }
  return row === '' ? rows : [...rows, row]
}

type Run = { text: string; isKnown: boolean }

function runs({ font }: CustomFontSubsetEmbedder, text: string): Run[] {
  const found: Run[] = []
  for (const character of text) {
    const isKnown = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
    const last = found.at(-1)
    if (last && last.isKnown === isKnown) last.text += character
    else found.push({ text: character, isKnown })
  }
  return found
}

function draw(
  seen: CustomFontSubsetEmbedder,
  unseen: ReturnType<typeof unseenFont>,
  { text, isKnown }: Run,
): string {
  const [name, mode, hex] = isKnown ? ['F1', 0, seen.encodeText(text)] : ['F0', 3, unseen.encode(text).hex]
  return `/${name} ${size} Tf 100 Tz ${mode} Tr ${hex} Tj\n`
}
