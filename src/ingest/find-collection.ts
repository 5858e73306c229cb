import { everybody } from '../domain/audience.ts'
import { referencePathOf } from '../domain/collection/collection.ts'
import type { CollectionReader } from '../ports/collections.ts'

type Found = { id: string } | { problem: string }

/** The collection that a text names, or the sentence that says why there is none. */
export type FindCollection = (said: string) => Promise<Found>

/** Finds collections by id or reference code, whole or of the unit itself, each asked for once. */
export function collectionFinder(collections: CollectionReader): FindCollection {
  const known = new Map<string, Found>()
  return async (said) => {
    const found = known.get(said) ?? (await findCollection(collections, said))
    known.set(said, found)
    return found
  }
}

async function findCollection(collections: CollectionReader, said: string): Promise<Found> {
  const byId = await collections.find(everybody, said)
  if (byId) return { id: byId.id }
  const coded = await collections.withCode(everybody, said.split('/').at(-1) ?? said)
  const more = said.includes('/') ? await collections.withCode(everybody, said) : []
  const all = [...coded, ...more]
  const whole = all.filter((one) => referencePathOf(one) === said)
  const fitting = whole.length > 0 ? whole : all.filter(({ referenceCode }) => referenceCode === said)
  const [only, another] = fitting
  if (only === undefined)
    return { problem: `There is no collection with the id or reference code “${said}”: add it first.` }
  if (another)
    return {
      problem: `Several collections have the reference code “${said}”: write the whole code, or the id.`,
    }
  return { id: only.id }
}
