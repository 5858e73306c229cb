import { type Audience, privateTo, sees } from '../../domain/audience.ts'
import type { Reach } from './collect.ts'
import { type HeldKind, kindNumbers, visibleStates } from './held-readings.ts'
import type { Holdings } from './holdings.ts'

const everyKind = Object.keys(kindNumbers) as HeldKind[]

/** What an audience may find in readings of some kinds, of documents up to one that is the newest. */
export function reachOf(
  { readings, documents }: Holdings,
  kinds: readonly HeldKind[],
  audience: Audience,
): Reach {
  const seen = documents.audiences.names.map((name, number) => number > 0 && sees(audience, name))
  // Whoever is alone with what nobody has written yet finds what others do.
  const isHeld = (one: string) =>
    !one.startsWith(privateTo('')) ||
    readings.states.some((state) => state?.audience.split('&').includes(one))
  const states = visibleStates(readings, kinds, audience)
  const isSeen = (key: number) => seen[documents.audience[key] ?? 0] ?? false
  return {
    name: JSON.stringify([kinds, { ...audience, classes: audience.classes.filter(isHeld) }]),
    states,
    seen: visibleStates(readings, everyKind, audience),
    documents: isSeen,
    rows: (row) => states[readings.state[row] ?? 0] === 1 && isSeen(readings.document[row] ?? 0),
  }
}

/** The same, of one document alone. */
export const inDocument = (key: number, reach: Reach, { readings }: Holdings): Reach => ({
  ...reach,
  name: JSON.stringify([reach.name, key]),
  documents: (other) => other === key && reach.documents(key),
  rows: (row) => readings.document[row] === key && reach.rows(row),
})
