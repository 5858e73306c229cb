import { textIn, textsIn, valuesOf } from '../claim/read-view.ts'
import type { Claim } from '../claim.ts'
import { type Name, namesOf } from './name.ts'

/** A dated historical event as its claims have it; places and agents by their ids, or their names as said. */
export type HappeningView = {
  names: readonly Name[]
  date: string | null
  places: readonly string[]
  agents: readonly string[]
  sameAs: readonly string[]
  note: string | null
}

/** What the standing claims about a happening say. */
export const describeHappening = (claims: readonly Claim[]): HappeningView => ({
  names: namesOf(claims),
  date: textsIn(claims, 'date', 'edtf')[0] ?? null,
  places: idsOrTexts(claims, 'place'),
  agents: idsOrTexts(claims, 'agent'),
  sameAs: textsIn(claims, 'same-as', 'uri'),
  note: textsIn(claims, 'note', 'text')[0] ?? null,
})

const idsOrTexts = (claims: readonly Claim[], property: 'place' | 'agent'): string[] =>
  valuesOf(claims, property).flatMap((value) => textIn(value, property) ?? textIn(value, 'text') ?? [])
