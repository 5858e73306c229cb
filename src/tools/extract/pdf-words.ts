import type { PlacedWord, PlacedWords } from '../../domain/page/placed-words.ts'
import { isIdeograph, isSpace } from './letter-widths.ts'
import { boxIn, resumes, type Stretch, stretchOf, type Viewport } from './pdf-stretch.ts'
import { type RunStyle, rulers, type TextRun } from './run-ruler.ts'

const usualStyle: RunStyle = { fontFamily: 'sans-serif', ascent: 0.9, descent: -0.2 }

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
  const words: PlacedWord[] = []
  const rulerAt = rulers(runs, styles)
  // Looked up by its name, a property of an object would have this function compiled anew for each page's names.
  const styleOf = new Map(Object.entries(styles))
  let last: Stretch | null = null
  let at = 0

  const place = (start: number, end: number, stretch: Stretch) => {
    const before = words.at(-1)
    // A word may be set in several runs, as where its first letter is larger.
    const isSame = before?.end === start && last !== null && !isIdeograph(content.charCodeAt(start))
    const shift = isSame && last ? resumes(last, stretch) : null
    const whole = last && shift !== null ? joined(last, stretch, shift) : stretch
    const box = boxIn(viewport, whole)
    last = whole
    if (!box) return
    const from = shift !== null && before ? (words.pop()?.start ?? start) : start
    words.push({ start: from, end, box, confidence: null })
  }

  for (const [index, run] of runs.entries()) {
    const ruler = rulerAt[index]
    if (!ruler || !follows(content, at, run.str)) continue
    const { widths, space, whole } = ruler
    const line = stretchOf(run, styleOf.get(run.fontName) ?? usualStyle, viewport)
    const scale = line.to / whole
    const close = (start: number, end: number, from: number, along: number) => {
      if (end === start) return
      const [near, far] = run.dir === 'rtl' ? [whole - along, whole - from] : [from, along]
      place(start, end, { ...line, from: near * scale, to: far * scale })
    }
    // Numbers that a closure changes are made anew each time, so these are handed over.
    let start = at
    let from = 0
    let along = 0
    for (let n = 0; n < run.str.length; n++) {
      const code = run.str.charCodeAt(n)
      if (isPlainLetter(code) && content.charCodeAt(at) === code) {
        along += widths[code] ?? 0
        at++
        continue
      }
      const isApart = isSpace(code) || isIdeograph(code)
      if (isApart || isSpace(content.charCodeAt(at))) {
        close(start, at, from, along)
        start = at
        from = along
      }
      if (!isSpace(code)) {
        while (isSpace(content.charCodeAt(at))) start = ++at
        // What cleaning took out of the text is passed over, its width is not.
        if (content.charCodeAt(at) === code) at++
      }
      along += isSpace(code) ? space : (widths[code] ?? 0)
      if (isIdeograph(code)) {
        close(start, at, from, along)
        start = at
      }
      if (isApart) from = along
    }
    close(start, at, from, along)
  }
  return { frame: { width: viewport.width, height: viewport.height }, words }
}

const isPlainLetter = (code: number) => (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x600)

/** Whether a text goes on with what a run says, but for white space and what cleaning takes out. */
function follows(content: string, from: number, run: string): boolean {
  if (content.startsWith(run, from)) return true
  let at = from
  for (let n = 0; n < run.length; n++) {
    const code = run.charCodeAt(n)
    if (content.charCodeAt(at) === code) at++
    else if (!isSpace(code)) {
      while (isSpace(content.charCodeAt(at))) at++
      if (content.charCodeAt(at) === code) at++
      else if (code !== 0 && (code & 0xf800) !== 0xd800) return false
    }
  }
  return true
}

/** One stretch out of two, of which the second begins at `shift` along the first. */
const joined = (one: Stretch, next: Stretch, shift: number): Stretch => ({
  ...one,
  to: Math.max(one.to, shift + next.to),
  low: Math.min(one.low, next.low),
  high: Math.max(one.high, next.high),
})
