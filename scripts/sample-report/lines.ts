import type { PDFFont, PDFPage, RGB } from 'pdf-lib'
import { colour, type Faces } from './ink.ts'

type Run = { text: string; font: PDFFont }

/** Text set in one size, broken into lines; `text` may mark *italic* and **bold**, and a no-break space binds words. */
export type Setting = {
  size: number
  leading: number
  width: number
  faces: Faces
  ink?: RGB
  base?: PDFFont
}

/** Breaks marked text into lines no wider than the setting, each a list of runs in one face. */
export function breakLines(marked: string, setting: Setting): readonly (readonly Run[])[] {
  const { size, width, faces, base = faces.text } = setting
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  for (const word of words(marked, faces, base)) {
    const gap = line.length > 0 ? base.widthOfTextAtSize(' ', size) : 0
    const wide = measure(word, size)
    if (line.length > 0 && used + gap + wide > width) {
      lines.push(line)
      line = []
      used = 0
    }
    if (line.length > 0) line.push({ text: ' ', font: base })
    used += (line.length > 0 ? gap : 0) + wide
    line.push(...word)
  }
  if (line.length > 0) lines.push(line)
  return lines.map(joinRuns)
}

/** Draws marked text with the top of its first line at `top`; returns the height taken, in points. */
export function drawText(
  page: PDFPage,
  marked: string,
  at: { x: number; top: number },
  setting: Setting,
): number {
  const lines = breakLines(marked, setting)
  lines.forEach((line, n) => {
    let x = at.x
    for (const { text, font } of line) {
      const y = at.top - setting.size - n * setting.leading
      page.drawText(text, { x, y, size: setting.size, font, color: setting.ink ?? colour.ink })
      x += font.widthOfTextAtSize(text, setting.size)
    }
  })
  return lines.length * setting.leading
}

function words(marked: string, faces: Faces, base: PDFFont): Run[][] {
  const found: Run[][] = []
  let word: Run[] = []
  let font = base
  for (const piece of marked.split(/(\*\*|\*| )/)) {
    if (piece === '**') font = font === faces.bold ? base : faces.bold
    else if (piece === '*') font = font === faces.italic ? base : faces.italic
    else if (piece === ' ') {
      found.push(word)
      word = []
    } else if (piece !== '') word.push({ text: piece.replaceAll('\u00A0', ' '), font })
  }
  return [...found, word].filter((runs) => runs.length > 0)
}

function measure(runs: readonly Run[], size: number): number {
  return runs.reduce((sum, { text, font }) => sum + font.widthOfTextAtSize(text, size), 0)
}

// One drawing operation a face: readers of the text layer then see whole phrases, spaces included.
function joinRuns(line: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of line) {
    const last = joined.at(-1)
    if (last && (last.font === run.font || run.text === ' ')) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}
