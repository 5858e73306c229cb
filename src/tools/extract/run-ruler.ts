import { isSpace, letterWidths, type Typeface, typefaces } from './letter-widths.ts'

/** A run of text as pdfjs tells it (`TextItem`): its letters in reading order, where its baseline begins, its extent. */
export type TextRun = {
  str: string
  dir: string
  transform: readonly number[]
  width: number
  height: number
  fontName: string
}

/** What pdfjs tells of a font (`TextStyle`). */
export type RunStyle = { fontFamily: string; ascent: number; descent: number; vertical?: boolean }

/** How wide the letters of a run are by their UTF-16 units, its spaces, and it as a whole, in a measure of its own. */
export type Ruler = { widthOf: (code: number) => number; space: number; whole: number }

/** A run in thousandths of its size: how wide its letters are in a typeface, how many spaces, how long it really is. */
type Measured = { letters: number; spaces: number; length: number }

/** The typeface that a font is like, and how much wider it is. */
type Likeness = { typeface: Typeface; stretch: number }

const usualSpace = 280
// So many lines tell what typeface a font is like.
const mostRuns = 40
const [narrowestSpace, widestSpace] = [100, 900]

/**
 * Rulers for the runs of a page. No widths come with the runs, so each font is taken for the typeface, so much wider or
 * narrower, that best explains the lengths of all its runs; what is then left of a run's length are its spaces, which in
 * justified text are of another width in each line.
 */
export function rulers(
  runs: readonly TextRun[],
  styles: Readonly<Record<string, RunStyle>>,
): (run: TextRun) => Ruler {
  const byFont = Map.groupBy(runs, ({ fontName }) => fontName)
  const likenesses = new Map<string, Likeness>()
  for (const [font, its] of byFont) {
    const isVertical = styles[font]?.vertical === true
    likenesses.set(font, isVertical ? { typeface: 'monospace', stretch: 1 } : likenessOf(its))
  }
  return (run) => {
    const { typeface, stretch } = likenesses.get(run.fontName) ?? { typeface: 'sans-serif', stretch: 1 }
    const widthOf = letterWidths[typeface]
    const { letters, spaces, length } = measure(run, widthOf)
    const left = (length / stretch - letters) / spaces
    const space = left > narrowestSpace && left < widestSpace ? left : usualSpace
    return { widthOf, space, whole: letters + spaces * space }
  }
}

function likenessOf(runs: readonly TextRun[]): Likeness {
  const whole = runs.filter(({ str, height }) => str.length > 1 && height > 0).slice(0, mostRuns)
  const likenesses = typefaces.map((typeface) => {
    const widthOf = letterWidths[typeface]
    return { typeface, ...explain(whole.map((run) => measure(run, widthOf))) }
  })
  return likenesses.reduce((best, one) => (one.residue < best.residue ? one : best))
}

/** By how much letters must be stretched, and spaces be wide, so that least of the lengths is left unexplained. */
function explain(runs: readonly Measured[]): { stretch: number; residue: number } {
  let [ll, ls, ss, lt, st, tt] = [0, 0, 0, 0, 0, 0]
  for (const { letters, spaces, length } of runs) {
    ll += letters * letters
    ls += letters * spaces
    ss += spaces * spaces
    lt += letters * length
    st += spaces * length
    tt += length * length
  }
  const determinant = ll * ss - ls * ls
  const stretch = (lt * ss - st * ls) / determinant
  const space = (st * ll - lt * ls) / determinant
  // Runs that are all alike do not tell letters from spaces.
  const isTelling = determinant > ll * ss * 1e-4 && stretch > 0.5 && stretch < 2 && space > 0
  if (isTelling) return { stretch, residue: tt - stretch * lt - space * st }
  const inAll = ll + 2 * usualSpace * ls + usualSpace ** 2 * ss
  const common = inAll > 0 ? (lt + usualSpace * st) / inAll : 1
  return { stretch: common, residue: tt - common * (lt + usualSpace * st) }
}

function measure({ str, width, height }: TextRun, widthOf: (code: number) => number): Measured {
  let [letters, spaces] = [0, 0]
  for (let n = 0; n < str.length; n++) {
    const code = str.charCodeAt(n)
    if (isSpace(code)) spaces++
    else letters += widthOf(code)
  }
  return { letters, spaces, length: (1000 * width) / height }
}
