import { type Audience, sees } from '../../domain/audience.ts'
import type { Reach } from './collect.ts'
import { type HeldKind, visibleStates } from './held-readings.ts'
import type { Holdings } from './holdings.ts'

/** What an audience may find in readings of some kinds, of documents up to one that is the newest. */
export function reachOf(
  { readings, documents }: Holdings,
  kinds: readonly HeldKind[],
  audience: Audience,
): Reach {
  const seen = documents.audiences.names.map((name, number) => number > 0 && sees(audience, name))
  const states = visibleStates(readings, kinds, audience)
  const isSeen = (key: number) => seen[documents.audience[key] ?? 0] ?? false
  return {
    name: JSON.stringify([kinds, audience]),
    states,
    documents: isSeen,
    rows: (row) => states[readings.state[row] ?? 0] === 1 && isSeen(readings.document[row] ?? 0),
  }
}
