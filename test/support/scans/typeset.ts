import type { Box } from '../../../src/domain/page/placed-words.ts'
import { between, pick, type Random } from '../../bench/random.ts'
import { type Face, type Glyph, glyphOf } from './face.ts'

/** A word of a scan with the box that its ink fills, in pixels. */
export type ScanWord = { text: string; box: Box }

/** A typed page: an SVG of its outlines, and its words by lines with the boxes of their ink. */
export type Typed = { svg: string; lines: readonly (readonly ScanWord[])[] }

/** What a page looks like: its size in pixels, its resolution, its typeface and size in points, its skew in degrees. */
export type Sheet = { width: number; height: number; dpi: number; face: Face; points: number; skew: number }

const marginInches = 1
const lineSpacing = 1.5

/** Types sentences onto a sheet until they end or the sheet is full; ink and position vary by the letter, as typed. */
export function typeset(sentences: readonly string[], sheet: Sheet, random: Random): Typed {
  const em = (sheet.points / 72) * sheet.dpi
  const margin = marginInches * sheet.dpi
  const space = widthOf(glyphOf(sheet.face, ' '), em)
  const turned = turn(sheet)
  const paths: string[] = []
  const lines: ScanWord[][] = [[]]
  let x = margin
  let baseline = margin + em
  const breakLine = (gap: number) => {
    x = margin
    baseline += em * gap
    if (lines.at(-1)?.length) lines.push([])
  }
  for (const [at, sentence] of sentences.entries()) {
    if (at > 0 && at % 5 === 0) breakLine(lineSpacing * 2)
    for (const text of sentence.split(' ')) {
      const glyphs = [...text].map((letter) => glyphOf(sheet.face, letter))
      const width = glyphs.reduce((sum, glyph) => sum + widthOf(glyph, em), 0)
      if (x + width > sheet.width - margin) breakLine(lineSpacing)
      if (baseline > sheet.height - margin) return { svg: svgOf(sheet, paths), lines: kept(lines) }
      const corners: [number, number][] = []
      for (const glyph of glyphs) {
        const scale = em / glyph.em
        const [left, down] = [x + jitter(random, em), baseline + jitter(random, em)]
        const place = `matrix(${scale} 0 0 ${-scale} ${left} ${down})`
        paths.push(`<path transform="${place}" d="${glyph.outline}" fill-opacity="${ink(random)}"/>`)
        const { minX, minY, maxX, maxY } = glyph.bounds
        for (const across of [minX, maxX])
          for (const up of [minY, maxY]) corners.push(turned(left + across * scale, down - up * scale))
        x += widthOf(glyph, em)
      }
      lines.at(-1)?.push({ text, box: boxAround(corners) })
      x += space
    }
  }
  return { svg: svgOf(sheet, paths), lines: kept(lines) }
}

const kept = (lines: readonly ScanWord[][]) => lines.filter((line) => line.length > 0)

const widthOf = (glyph: Glyph, em: number) => (glyph.advance / glyph.em) * em

const jitter = (random: Random, em: number) => ((random() - 0.5) * em) / 30

/** Most letters are struck well, some hardly. */
const ink = (random: Random) => (pick(random, [70, 80, 85, 90, 95, 100]) - between(random, 0, 8)) / 100

/** Where a point of the upright page lies on the skewed one. */
function turn({ width, height, skew }: Sheet): (x: number, y: number) => [number, number] {
  const [sin, cos] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)]
  return (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos]
  }
}

function boxAround(corners: readonly [number, number][]): Box {
  const across = corners.map(([x]) => x)
  const down = corners.map(([, y]) => y)
  const [left, top] = [Math.floor(Math.min(...across)), Math.floor(Math.min(...down))]
  return [left, top, Math.ceil(Math.max(...across)) - left, Math.ceil(Math.max(...down)) - top]
}

function svgOf({ width, height, skew }: Sheet, paths: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="#1c1a20" transform="rotate(${skew} ${width / 2} ${height / 2})">${paths.join('')}</g></svg>`
}
