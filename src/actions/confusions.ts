import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { labelOf } from '../domain/authority/describe-authority.ts'
import type { Claim } from '../domain/claim.ts'
import { propertyOfRow, type Row, type Side } from '../domain/confusion/cells.ts'
import { openingOf } from '../domain/confusion/opening.ts'
import { tellApart } from '../domain/confusion/tell-apart.ts'
import type { Known } from '../domain/description.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import type { ClaimReader } from '../ports/claims.ts'
import type { TextReader } from '../ports/texts.ts'
import { mayKnow, type Seeing, see } from './see.ts'

export type ConfusionDeps = Seeing & { claims: ClaimReader; authorities: AuthorityReader; texts: TextReader }

/** Another document with which one is confused, or from which it is said to differ, who says so, and what tells them apart. */
export type Confusion = { other: DocumentRecord; claims: Claim[]; table: Row[] }

const pairing = ['confused-with', 'different-from'] as const
const all = { limit: 1000, cursor: null } as const

/** What a document that the actor may see is confused with, as far as they may see that; said of either of the two. */
export async function listConfusions(deps: ConfusionDeps, actor: Actor, id: string): Promise<Confusion[]> {
  const record = await see(deps, actor, id)
  const pairs = Map.groupBy(await pairsOf(deps, actor, id), ({ subject, value }) =>
    subject.id === id ? String(value.document) : subject.id,
  )
  const own = await sideOf(deps, actor, record)
  const found: Confusion[] = []
  for (const [other, said] of pairs) {
    const claims = said.filter(({ polarity, rank }) => polarity === 'asserted' && rank !== 'deprecated')
    if (claims.length === 0) continue
    const guard = await deps.documents.guard(other)
    if (!guard || guard.deletedAt !== null || !mayKnow(actor, guard, deps.clock())) continue
    const its = await deps.documents.find(other)
    if (!its) continue
    const theirs = await sideOf(deps, actor, its)
    const known = await knownIn(deps, [...own.claims, ...theirs.claims])
    found.push({ other: its, claims, table: tellApart(own, theirs, known) })
  }
  return found
}

async function pairsOf({ claims, clock }: ConfusionDeps, actor: Actor, id: string): Promise<Claim[]> {
  const audience = audienceOf(actor, clock().slice(0, 10))
  const found = await Promise.all(
    pairing.flatMap((property) => [
      claims.list(audience, { type: 'document', id }, { property, standing: true }, all),
      claims.naming(audience, id, property, all),
    ]),
  )
  return found.flatMap(({ items }) => items).filter(({ value }) => typeof value.document === 'string')
}

async function sideOf(deps: ConfusionDeps, actor: Actor, record: DocumentRecord): Promise<Side> {
  const { claims, texts, clock } = deps
  const audience = audienceOf(actor, clock().slice(0, 10))
  const subject = { type: 'document', id: record.id } as const
  const listed = await Promise.all(
    Object.values(propertyOfRow).map((property) =>
      claims.list(audience, subject, { property, standing: true }, all),
    ),
  )
  const [first] = await texts.contents(record.id, null, 1, 1)
  return {
    claims: listed.flatMap(({ items }) => items),
    date: record.description.date.edtf,
    opening: openingOf(first ?? ''),
  }
}

/** What the things that claims name are called, and what stands in their place. */
async function knownIn({ authorities }: ConfusionDeps, claims: readonly Claim[]): Promise<Known> {
  const survivors = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { value } of claims) {
    for (const type of ['agent', 'place', 'happening'] as const) {
      const id = value[type]
      if (typeof id !== 'string' || survivors.has(id)) continue
      const thing = await authorities.find(type, id)
      const survivor = thing?.mergedInto ?? id
      const standing = survivor === id ? thing : await authorities.find(type, survivor)
      survivors.set(id, survivor)
      if (standing) names.set(survivor, labelOf(standing.view))
    }
  }
  return { nameOf: (id) => names.get(id) ?? null, survivorOf: (id) => survivors.get(id) ?? id }
}
