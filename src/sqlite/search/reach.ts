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
  return {
    name: JSON.stringify([kinds, audience]),
    states: visibleStates(readings, kinds, audience),
    documents: (key) => seen[documents.audience[key] ?? 0] ?? false,
  }
}
