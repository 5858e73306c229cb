import { codePoints, textAfter, textBefore } from './code-points.ts'
import { locate } from './locate.ts'
import { occurrences, sharedContext } from './occurrences.ts'
import { type Suggestion, suggestPassage } from './suggestion.ts'
import type { TextSelector } from './target.ts'

/**
 * A passage of one text revision; offsets count Unicode code points, `end` is exclusive. `prefix` and `suffix` are up to
 * 32 code points around it. `rival` is how many of these the most similar other place of the quote shared in that text,
 * null where the quote stood once: what tells whether a later text really has the passage, or only its double.
 */
export type Anchor = {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  rival: number | null
}

type Passage = { start: number; end: number }

/** Where the passage stands in another text; `candidates` are the first hundred, in the order of the text. */
export type AnchorState =
  | { state: 'anchored'; start: number; end: number }
  | { state: 'moved'; start: number; end: number }
  | { state: 'ambiguous'; candidates: Passage[] }
  | { state: 'orphaned'; suggestion: Suggestion | null }

const contextLength = 32
/** Fewer code points of context in common may be chance. */
const telling = 8
const mostSelectors = 20
const mostCandidates = 100

type Place = { unit: number; shared: number; whole: boolean }

/** The anchor of the one passage that the selectors select in the text, or the sentence that says why there is none. */
export function makeAnchor(
  selectors: readonly TextSelector[],
  text: string,
): Anchor | { kind: 'invalid'; message: string } {
  if (countSelectors(selectors) > mostSelectors) {
    return { kind: 'invalid', message: `A passage is selected by at most ${mostSelectors} selectors.` }
  }
  const place = locate(selectors, text)
  if (place.kind === 'invalid') return place
  const exact = text.slice(place.start, place.end)
  const prefix = textBefore(text, place.start, contextLength)
  const suffix = textAfter(text, place.end, contextLength)
  const rivals = placesOf({ exact, prefix, suffix }, text).filter(({ unit }) => unit !== place.start)
  const points = codePoints(text)
  return {
    start: points.unitToCodePoint(place.start),
    end: points.unitToCodePoint(place.end),
    exact,
    prefix,
    suffix,
    rival: rivals.length === 0 ? null : mostShared(rivals),
  }
}

/**
 * Finds an anchored passage in another text, letter by letter; it never guesses. Among the places where the quote stands,
 * those lead that have its whole prefix and suffix; if none does, those that share most of them, give or take 8.
 * - *anchored*: it stands where it was and leads. Where the quote once stood elsewhere too, it must have more of its
 *   context than that double had, for a double may have slid into its place; the whole context always suffices.
 * - *moved*: one place elsewhere leads, none of note (8 or more shared) is left where it was, and it has the whole context
 *   or 8 more than any double had. A quote that had no double and stands once has moved, whatever stands around it.
 * - *ambiguous*: it stands in the text, and nothing tells whether, or which, place is the passage; also where the place
 *   it had and the place its context points to differ, as when a page was replaced.
 * - *orphaned*: it stands nowhere. Changed words between the same prefix and suffix are suggested, for people to confirm.
 */
export function reanchor(anchor: Anchor, text: string): AnchorState {
  const places = placesOf(anchor, text)
  if (places.length === 0) return { state: 'orphaned', suggestion: suggestPassage(anchor, text) }
  const points = codePoints(text)
  const passage = ({ unit }: Place): Passage => ({
    start: points.unitToCodePoint(unit),
    end: points.unitToCodePoint(unit + anchor.exact.length),
  })
  const at = points.codePointToUnit(anchor.start)
  const here = places.find(({ unit }) => unit === at)
  const leaders = leading(places)
  const [leader] = leaders
  const { rival } = anchor
  if (here && leaders.includes(here) && (rival === null || here.whole || here.shared > rival)) {
    return { state: 'anchored', ...passage(here) }
  }
  const leftBehind = here === undefined || here.shared < telling
  if (leader && leader !== here && leaders.length === 1 && leftBehind && outdoes(leader, rival)) {
    return { state: 'moved', ...passage(leader) }
  }
  const eligible = new Set(here ? [here, ...leaders] : leaders)
  const candidates = places.filter((place) => eligible.has(place))
  return { state: 'ambiguous', candidates: candidates.slice(0, mostCandidates).map(passage) }
}

/** Whether a place has so much of the context that it cannot be a double that already stood beside the passage. */
function outdoes({ shared, whole }: Place, rival: number | null): boolean {
  return rival === null || (whole && shared > rival) || shared >= rival + telling
}

function placesOf(
  { exact, prefix, suffix }: Pick<Anchor, 'exact' | 'prefix' | 'suffix'>,
  text: string,
): Place[] {
  return occurrences(exact, text).map((unit) => {
    const { before, after, whole } = sharedContext(text, unit, unit + exact.length, prefix, suffix)
    return { unit, shared: before + after, whole }
  })
}

function leading(places: readonly Place[]): Place[] {
  const whole = places.filter((place) => place.whole)
  if (whole.length > 0) return whole
  const best = mostShared(places)
  return places.filter(({ shared }) => shared > best - telling)
}

const mostShared = (places: readonly Place[]) =>
  places.reduce((most, { shared }) => Math.max(most, shared), 0)

function countSelectors(selectors: readonly TextSelector[]): number {
  return selectors.reduce((count, { refinedBy }) => count + 1 + countSelectors(refinedBy), 0)
}
