import type { Audience } from '../domain/audience.ts'

/** A document as a list of what lies in a collection names it. */
export type Held = { id: string; title: string }

/** What lies directly in a collection (`null`: in none at all), by the order of adding. */
export type HoldingReader = {
  /** How many documents the audience may see there. */
  count(audience: Audience, collection: string | null): Promise<number>
  /** Those documents from the one numbered `from`, the first being 0. */
  list(audience: Audience, collection: string | null, from: number, limit: number): Promise<Held[]>
}
