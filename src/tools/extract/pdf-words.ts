import type { PlacedWord, PlacedWords } from '../../domain/page/placed-words.ts'
import { isIdeograph, isSpace } from './letter-widths.ts'
import { boxIn, resumes, type Stretch, stretchOf, type Viewport } from './pdf-stretch.ts'
import { type Ruler, type RunStyle, rulers, type TextRun } from './run-ruler.ts'

const usualStyle: RunStyle = { fontFamily: 'sans-serif', ascent: 0.9, descent: -0.2 }

/** A page whose words are being placed; `last` is the stretch of the latest. */
type Page = { content: string; viewport: Viewport; words: PlacedWord[]; last: Stretch | null }

/** A run laid along its line: `scale` leads from the ruler's measure to that of the stretch. */
type Laid = { line: Stretch; scale: number; whole: number; isBackwards: boolean }

/**
 * Where the words of a page's text stand: boxes on the page as it is seen, cropped and turned, in the frame of
 * `viewport`. `runs` are those that the text was made of, in their order; they are parted into words by the widths of
 * letters. What of the runs is not in the text, and the other way round, has no place. In scripts without spaces each
 * letter is a word.
 */
export function placeWords(
  content: string,
  runs: readonly TextRun[],
  styles: Readonly<Record<string, RunStyle>>,
  viewport: Viewport,
): PlacedWords {
  const page: Page = { content, viewport, words: [], last: null }
  const rulerAt = rulers(runs, styles)
  // Looked up by its name, a property of an object would have this function compiled anew for each page's names.
  const styleOf = new Map(Object.entries(styles))
  let at = 0
  for (const [index, run] of runs.entries()) {
    const ruler = rulerAt[index]
    if (!ruler || !follows(content, at, run.str)) continue
    const line = stretchOf(run, styleOf.get(run.fontName) ?? usualStyle, viewport)
    const { whole } = ruler
    at = placeRun(page, at, run, ruler, {
      line,
      scale: line.to / whole,
      whole,
      isBackwards: run.dir === 'rtl',
    })
  }
  return { frame: { width: viewport.width, height: viewport.height }, words: page.words }
}

// Functions that were made for each page would be compiled for each, and thrown away.

/** Places the words of a run with which the text goes on at `begin`, and tells where in the text the run ends. */
function placeRun(page: Page, begin: number, { str }: TextRun, { widths, space }: Ruler, laid: Laid): number {
  const { content } = page
  let at = begin
  let start = at
  let from = 0
  let along = 0
  for (let n = 0; n < str.length; n++) {
    const code = str.charCodeAt(n)
    if (isPlainLetter(code) && unitAt(content, at) === code) {
      along += widths[code] ?? 0
      at++
      continue
    }
    const isApart = isSpace(code) || isIdeograph(code)
    if (isApart || isSpace(unitAt(content, at))) {
      place(page, start, at, laid, from, along)
      start = at
      from = along
    }
    if (!isSpace(code)) {
      while (isSpace(unitAt(content, at))) start = ++at
      // What cleaning took out of the text is passed over, its width is not.
      if (unitAt(content, at) === code) at++
    }
    along += isSpace(code) ? space : (widths[code] ?? 0)
    if (isIdeograph(code)) {
      place(page, start, at, laid, from, along)
      start = at
    }
    if (isApart) from = along
  }
  place(page, start, at, laid, from, along)
  return at
}

/** Places the word that stands so far along a run: with what stands before it, where a word is set in several runs. */
function place(page: Page, start: number, end: number, laid: Laid, from: number, along: number): void {
  if (end === start) return
  const { content, viewport, words, last } = page
  const { line, scale, whole, isBackwards } = laid
  const [near, far] = isBackwards ? [whole - along, whole - from] : [from, along]
  const stretch = { ...line, from: near * scale, to: far * scale }
  const before = words.at(-1)
  const isSame = before?.end === start && last !== null && !isIdeograph(content.charCodeAt(start))
  const shift = isSame ? resumes(last, stretch) : null
  const all = last && shift !== null ? joined(last, stretch, shift) : stretch
  const box = boxIn(viewport, all)
  page.last = all
  if (!box) return
  const isRest = shift !== null && before !== undefined
  if (isRest) words.pop()
  words.push({ start: isRest ? before.start : start, end, box, confidence: null })
}

const isPlainLetter = (code: number) => (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x600)

/** Whether a text goes on with what a run says, but for white space and what cleaning takes out. */
function follows(content: string, from: number, run: string): boolean {
  if (content.startsWith(run, from)) return true
  let at = from
  for (let n = 0; n < run.length; n++) {
    const code = run.charCodeAt(n)
    if (unitAt(content, at) === code) at++
    else if (!isSpace(code)) {
      while (isSpace(unitAt(content, at))) at++
      if (unitAt(content, at) === code) at++
      else if (code !== 0 && (code & 0xf800) !== 0xd800) return false
    }
  }
  return true
}

/** −1 behind the end, where Node would throw away what it has compiled if it read there. */
const unitAt = (text: string, at: number) => (at < text.length ? text.charCodeAt(at) : -1)

/** One stretch out of two, of which the second begins at `shift` along the first. */
const joined = (one: Stretch, next: Stretch, shift: number): Stretch => ({
  ...one,
  to: Math.max(one.to, shift + next.to),
  low: Math.min(one.low, next.low),
  high: Math.max(one.high, next.high),
})
