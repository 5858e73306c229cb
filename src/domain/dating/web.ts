import { sayDated } from '../date/say-days.ts'
import type { Range } from '../date/span.ts'
import type { Surroundings } from './case.ts'
import { anyDay, distinct, type Evidence, isAnyDay } from './evidence.ts'
import { leftBy, type Prepared } from './ground.ts'
import { inOrder } from './own-evidence.ts'
import { type Ends, type EndsOf, keyOf } from './propagate.ts'
import type { Other, Relation } from './relations.ts'
import { smallestRefuting } from './smallest.ts'
import { unite } from './unite.ts'
import type { DatingWording, Voice } from './wording.ts'
import { withYears } from './yearless.ts'

export type Side = 'first' | 'last'

/** Evidence from another writing, and which end of which writings it rests on. */
export type Linked = Evidence & {
  readonly through: readonly { readonly other: Other; readonly side: Side }[]
}

/** The documents that are dated, the relations that hold among them, and their ends. */
export type Web = {
  readonly prepared: ReadonlyMap<string, Prepared>
  readonly relations: ReadonlyMap<string, readonly { relation: Relation; voice: Voice }[]>
  readonly ends: EndsOf
  readonly endsWithoutInferences: EndsOf
  readonly things: Surroundings
  readonly wording: DatingWording
}

/** What the relations of a document prove, without the evidence that dates the other writings. */
export function linkedEvidence(document: string, web: Web): readonly Linked[] {
  const pieces = (web.relations.get(document) ?? []).flatMap(({ relation, voice }) => {
    const piece = pieceOf(document, relation, voice, web)
    return piece === null ? [] : [piece]
  })
  // What stands after one and before another entry is one step.
  const byEntry = Map.groupBy(pieces, (piece) => (piece.rule === 'register' ? piece.claims.join(' ') : piece))
  const steps = [...byEntry.values()].flatMap((group) => {
    const [first, ...others] = group
    if (first === undefined || others.length === 0) return first ?? []
    return {
      ...first,
      says: group.map(({ says }) => says).join(' '),
      bound: leftBy(group, 'bound'),
      withoutInferences: leftBy(group, 'withoutInferences'),
      through: group.flatMap(({ through }) => through),
    }
  })
  return steps.sort(inOrder)
}

function pieceOf(document: string, relation: Relation, voice: Voice, web: Web): Linked | null {
  const { wording } = web
  // What it only claims of itself is no evidence, nor when it comes back from others; what its evidence proves may.
  const asking = web.prepared.get(document)?.restsOn.length ? document : undefined
  const isAfter = (relation.side === 'notBefore') === (voice === 'active')
  const side: Side = isAfter ? 'first' : 'last'
  const pieces = relation.members.map((member): Evidence => {
    const other: Other = voice === 'active' ? member.other : { kind: 'document', id: relation.subject }
    const ends = web.ends(other, asking)
    const free = web.endsWithoutInferences(other, asking)
    const name = nameOf(other, web)
    const written = sayDated([rangeOf(ends)], wording.dates)
    return {
      rule: relation.property.startsWith('registered-') ? 'register' : 'relation',
      says: wording.relation(relation.property, voice, name, written),
      bound: fromEnd(ends[side], side),
      withoutInferences: member.inferred ? anyDay : fromEnd(free[side], side),
      claims: member.claims,
      marks: [],
      sources: member.sources,
      inferred: member.inferred ? [relation.property] : [],
      misses: wording.missesOfRelation(name),
    }
  })
  const united = unite(pieces, wording)
  if (united === undefined || isAnyDay(united.bound)) return null
  const others = voice === 'active' ? relation.members.map(({ other }) => other) : [subjectOf(relation)]
  return { ...united, through: others.map((other) => ({ other, side })) }
}

const subjectOf = ({ subject }: Relation): Other => ({ kind: 'document', id: subject })

const rangeOf = ({ first, last }: Ends): Range => {
  const [from, to] = [Number.isFinite(first) ? first : null, Number.isFinite(last) ? last : null]
  // Where its own evidence contradicts itself the ends may cross.
  return first <= last ? { from, to } : { from: null, to: null }
}

const fromEnd = (day: number, side: Side): readonly Range[] =>
  Number.isFinite(day) ? [side === 'first' ? { from: day, to: null } : { from: null, to: day }] : anyDay

/** The name of a writing, as sentences use it. */
export function nameOf({ kind, id }: Other, { things, wording }: Pick<Web, 'things' | 'wording'>): string {
  const named = kind === 'document' ? things.documents.get(id) : things.sources.get(id)
  return named === undefined ? wording.unnamedDocument : `“${named.name}”`
}

export type Grounds = { readonly claims: readonly string[]; readonly sources: readonly string[] }

/** What decides the first or the last day of a writing, itself or `deeply` with all that decides those it rests on. */
export function whatDecides(web: Web, deeply: boolean): (other: Other, side: Side) => Grounds {
  const known = new Map<string, Grounds & Pick<Linked, 'through'>>()
  const directly = (other: Other, side: Side) => {
    const key = `${side} ${keyOf(other)}`
    const found = known.get(key) ?? decidedBy(other, side, web)
    known.set(key, found)
    return found
  }
  if (!deeply) return directly
  return (other, side) => {
    const seen = new Set<string>()
    const [claims, sources]: [string[], string[]] = [[], []]
    const waiting = [{ other, side }]
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      const key = `${here.side} ${keyOf(here.other)}`
      if (seen.has(key)) continue
      seen.add(key)
      const found = directly(here.other, here.side)
      claims.push(...found.claims)
      sources.push(...found.sources)
      waiting.push(...found.through)
    }
    return { claims: distinct(claims), sources: distinct(sources) }
  }
}

function decidedBy(other: Other, side: Side, web: Web): Grounds & Pick<Linked, 'through'> {
  const prepared = other.kind === 'document' ? web.prepared.get(other.id) : undefined
  const day = web.ends(other)[side]
  if (prepared === undefined) {
    const bounds = other.kind === 'document' ? web.things.documents.get(other.id)?.bounds : null
    const sources = other.kind === 'source' ? [other.id] : (bounds?.sources ?? [])
    return { claims: bounds?.claims ?? [], sources, through: [] }
  }
  if (!Number.isFinite(day)) return { claims: [], sources: [], through: [] }
  const ofClaims = {
    claims: prepared.restsOn.map(({ claim }) => claim.id),
    sources: prepared.restsOn.flatMap(({ claim }) => claim.sources.map(({ source }) => source)),
    through: [],
  }
  if (prepared.ground.settled) return ofClaims
  const { evidence } = prepared.own
  const pieces: (Evidence & Partial<Linked>)[] = [
    ...withYears(evidence, leftBy(evidence, 'bound'), anyDay),
    ...linkedEvidence(other.id, web),
  ]
  const outside = side === 'first' ? { from: null, to: day - 1 } : { from: day + 1, to: null }
  const deciding = smallestRefuting(
    pieces.map(({ bound }) => bound),
    [outside],
  )
  if (deciding === null) return ofClaims
  const chosen = deciding.flatMap((i) => pieces[i] ?? [])
  return {
    claims: distinct(...chosen.map(({ claims }) => claims)),
    sources: distinct(...chosen.map(({ sources }) => sources)),
    through: chosen.flatMap(({ through }) => through ?? []),
  }
}
