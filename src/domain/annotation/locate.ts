import { codePoints } from './code-points.ts'
import { occurrences, sharedContext } from './occurrences.ts'
import type { TextSelector } from './target.ts'

/** A passage in UTF-16 units, `end` exclusive, or the sentence that says why the selectors select none. */
export type Located = { kind: 'found'; start: number; end: number } | { kind: 'invalid'; message: string }

type Quote = TextSelector & { kind: 'quote' }
type Position = TextSelector & { kind: 'position' }

const invalid = (message: string): Located => ({ kind: 'invalid', message })
const found = (start: number, end: number): Located => ({ kind: 'found', start, end })

/**
 * The one passage that alternative selectors select in a text. A quote with its context outweighs a position that
 * disagrees with it; a position decides between places where the quote stands alike. What is refined is selected
 * first, its refinements within it (Web Annotation Data Model 4.2.9). Alternatives must agree.
 */
export function locate(selectors: readonly TextSelector[], text: string): Located {
  const plain = selectors.filter(({ refinedBy }) => refinedBy.length === 0)
  const results = selectors
    .filter(({ refinedBy }) => refinedBy.length > 0)
    .map((selector) => refine(selector, text))
  if (plain.length > 0) results.push(locateAlike(plain, text))
  return agreed(results)
}

function refine(selector: TextSelector, text: string): Located {
  const outer = locateAlike([selector], text)
  if (outer.kind === 'invalid') return outer
  const inner = locate(selector.refinedBy, text.slice(outer.start, outer.end))
  return inner.kind === 'invalid' ? inner : found(outer.start + inner.start, outer.start + inner.end)
}

function agreed(results: readonly Located[]): Located {
  const [first] = results
  if (!first)
    return invalid('Give a TextQuoteSelector or a TextPositionSelector that says which passage is meant.')
  for (const result of results) {
    if (result.kind === 'invalid' || first.kind === 'invalid')
      return result.kind === 'invalid' ? result : first
    if (result.start === first.start && result.end === first.end) continue
    return invalid('The selectors select different passages; give those of one passage, or several targets.')
  }
  return first
}

/** Selectors without regard to their refinements, positions checked against quotes. */
function locateAlike(selectors: readonly TextSelector[], text: string): Located {
  const quotes = selectors.filter((selector): selector is Quote => selector.kind === 'quote')
  const positions = selectors.filter((selector): selector is Position => selector.kind === 'position')
  const points = codePoints(text)
  const places = positions.map(({ start, end }): Located => {
    if (end > points.length) {
      return invalid(
        `The position ${start}–${end} lies beyond the text, which has ${points.length} characters.`,
      )
    }
    if (start >= end) return invalid('The position selects nothing; its end must come after its start.')
    return found(points.codePointToUnit(start), points.codePointToUnit(end))
  })
  if (quotes.length === 0) return agreed(places)
  const fitting = places.find((place) => quotes.every((quote) => fits(quote, place, text)))
  return fitting ?? agreed(quotes.map((quote) => locateQuote(quote, text)))
}

/** Whether the quote stands at the place, and its prefix and suffix do not point to another one. */
function fits(quote: Quote, place: Located, text: string): boolean {
  if (place.kind === 'invalid' || text.slice(place.start, place.end) !== quote.exact) return false
  const { start } = place
  return (
    inContext(quote, start, text) || !occurrences(quote.exact, text).some((at) => inContext(quote, at, text))
  )
}

function inContext({ exact, prefix, suffix }: Quote, start: number, text: string): boolean {
  return sharedContext(text, start, start + exact.length, prefix, suffix).whole
}

function locateQuote(quote: Quote, text: string): Located {
  const { exact } = quote
  if (exact === '') return invalid('The quote is empty; a passage must have at least one character.')
  const everywhere = occurrences(exact, text)
  const [only] = everywhere
  if (only === undefined) {
    return invalid(
      'The quoted passage does not stand in this text; quote it letter by letter from the text revision.',
    )
  }
  if (everywhere.length === 1) return found(only, only + exact.length)
  const [start, ...others] = everywhere.filter((at) => inContext(quote, at, text))
  if (start !== undefined && others.length === 0) return found(start, start + exact.length)
  const times = `The quoted passage stands ${everywhere.length} times in this text`
  return invalid(
    `${times}; a prefix and suffix that stand around one of them, or its position, must say which.`,
  )
}
