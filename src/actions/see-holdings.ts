import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import type { Audience } from '../domain/audience.ts'
import type { Unit } from '../domain/collection/collection.ts'
import { partSize } from '../domain/collection/parts.ts'
import { notFound } from '../domain/errors.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { HoldingReader } from '../ports/holdings.ts'
import type { Clock } from '../ports/identity.ts'
import { seeCollection } from './collection.ts'
import { audienceFor } from './search.ts'

export type HoldingDeps = { collections: CollectionReader; holdings: HoldingReader; clock: Clock }

/**
 * What lies directly in a collection (`null`: in none): its units, how many documents the actor may see, and those
 * documents, unless they are too many to be listed at once. Throws ArchiveError('not-found') for one that is
 * not there.
 */
export async function seeHoldings(deps: HoldingDeps, actor: Actor, id: string | null) {
  const collection = id === null ? null : await seeCollection(deps, actor, id)
  const audience = audienceFor(deps, actor)
  const units = await unitsIn(deps, audience, id)
  const count = await deps.holdings.count(audience, id)
  const documents = count > partSize ? [] : await deps.holdings.list(audience, id, 0, partSize)
  return { collection, units, count, documents }
}

/** One part of the documents in a collection, the first being 1. Throws ArchiveError('not-found') behind the last. */
export async function seePartOfHoldings(deps: HoldingDeps, actor: Actor, id: string | null, part: number) {
  const collection = id === null ? null : await seeCollection(deps, actor, id)
  const from = (part - 1) * partSize
  const documents = await deps.holdings.list(audienceFor(deps, actor), id, from, partSize)
  if (documents.length === 0) throw notFound('part of the collection')
  return { collection, from, documents }
}

async function unitsIn({ collections }: HoldingDeps, audience: Audience, id: string | null): Promise<Unit[]> {
  const units: Unit[] = []
  for (let cursor: string | null = null; ; ) {
    const { items, next } = await collections.list(audience, id, { limit: 500, cursor })
    units.push(...items)
    if (next === null) return units
    cursor = next
    await setImmediate()
  }
}
