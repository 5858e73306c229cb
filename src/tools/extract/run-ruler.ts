import { isSpace, type LetterWidths, letterWidths, type Typeface, typefaces } from './letter-widths.ts'

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

/** How wide the letters of a run are, its spaces, and it as a whole, in a measure of its own. */
export type Ruler = { widths: LetterWidths; space: number; whole: number }

/** A run in thousandths of its size: how wide its letters are in each typeface, how many spaces, how long it really is. */
type Measured = { run: TextRun; letters: Readonly<Record<Typeface, number>>; spaces: number; length: number }

/** The typeface that a font is like, and how much wider it is. */
type Likeness = { typeface: Typeface; stretch: number }

const usualSpace = 280
// So many lines tell what typeface a font is like.
const mostRuns = 40
const [narrowestSpace, widestSpace] = [100, 900]

/**
 * Rulers for the runs of a page, in their order. No widths come with the runs, so each font is taken for the typeface,
 * so much wider or narrower, that best explains the lengths of all its runs; what is then left of a run's length are its
 * spaces, which in justified text are of another width in each line.
 */
export function rulers(runs: readonly TextRun[], styles: Readonly<Record<string, RunStyle>>): Ruler[] {
  const measured = runs.map(measure)
  const likenesses = new Map<string, Likeness>()
  for (const [font, its] of Map.groupBy(measured, ({ run }) => run.fontName)) {
    const isVertical = styles[font]?.vertical === true
    likenesses.set(font, isVertical ? { typeface: 'monospace', stretch: 1 } : likenessOf(its))
  }
  return measured.map(({ run, letters, spaces, length }) => {
    const { typeface, stretch } = likenesses.get(run.fontName) ?? { typeface: 'sans-serif', stretch: 1 }
    const own = letters[typeface]
    const left = (length / stretch - own) / spaces
    const space = left > narrowestSpace && left < widestSpace ? left : usualSpace
    return { widths: letterWidths[typeface], space, whole: own + spaces * space }
  })
}

function likenessOf(its: readonly Measured[]): Likeness {
  const whole = its.filter(({ run }) => run.str.length > 1 && run.height > 0).slice(0, mostRuns)
  const likenesses = typefaces.map((typeface) => ({ typeface, ...explain(whole, typeface) }))
  return likenesses.reduce((best, one) => (one.residue < best.residue ? one : best))
}

/** By how much letters must be stretched, and spaces be wide, so that least of the lengths is left unexplained. */
function explain(runs: readonly Measured[], typeface: Typeface): { stretch: number; residue: number } {
  let [ll, ls, ss, lt, st, tt] = [0, 0, 0, 0, 0, 0]
  for (const { letters: widths, spaces, length } of runs) {
    const letters = widths[typeface]
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

function measure(run: TextRun): Measured {
  const { str, width, height } = run
  let [serif, sans, wide, monospace, spaces] = [0, 0, 0, 0, 0]
  for (let n = 0; n < str.length; n++) {
    const code = str.charCodeAt(n)
    if (isSpace(code)) {
      spaces++
      continue
    }
    serif += letterWidths.serif[code] ?? 0
    sans += letterWidths['sans-serif'][code] ?? 0
    wide += letterWidths.wide[code] ?? 0
    monospace += letterWidths.monospace[code] ?? 0
  }
  const letters = { serif, 'sans-serif': sans, wide, monospace }
  return { run, letters, spaces, length: (1000 * width) / height }
}
