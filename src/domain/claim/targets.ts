import type { Citation, ClaimValue } from '../claim.ts'
import type { TargetType } from './vocabulary.ts'

/** A thing that a claim points at, and the path of the input that names it. */
export type Target = { type: TargetType; id: string; path: string }

const fields: Readonly<Record<string, TargetType>> = {
  document: 'document',
  names: 'document',
  after: 'document',
  before: 'document',
  agent: 'agent',
  place: 'place',
  happening: 'happening',
  source: 'source',
  collection: 'collection',
}

/** The things that a value names. */
export const targetsOfValue = (value: ClaimValue): Target[] =>
  Object.entries(value).flatMap(([field, id]) => {
    const type = fields[field]
    return type !== undefined && typeof id === 'string' ? [{ type, id, path: `value.${field}` }] : []
  })

/** The sources that citations name. */
export const targetsOfSources = (sources: readonly Citation[]): Target[] =>
  sources.map(({ source }, index) => ({ type: 'source', id: source, path: `sources.${index}.source` }))
