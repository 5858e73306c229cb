import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { labelOf } from '../domain/authority/describe-authority.ts'
import type { Claim } from '../domain/claim.ts'
import { propertyOfRow, type Row, type Side, type SideDate } from '../domain/confusion/cells.ts'
import { openingOf } from '../domain/confusion/opening.ts'
import { type AllNames, tellApart } from '../domain/confusion/tell-apart.ts'
import { english } from '../domain/date/english.ts'
import { sayDate } from '../domain/date/say-date.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import type { ClaimReader } from '../ports/claims.ts'
import type { Listing, Slice } from '../ports/command.ts'
import type { DatingReader } from '../ports/dating.ts'
import type { TextReader } from '../ports/texts.ts'
import { audienceNow, mayKnow, type Seeing, see, thenFor } from './see.ts'

export type ConfusionDeps = Seeing & {
  claims: ClaimReader
  authorities: AuthorityReader
  texts: TextReader
  datings: DatingReader
}

/** Another document with which one is confused, or from which it is said to differ, who says so, and what tells them apart. */
export type Confusion = { other: DocumentRecord; claims: Claim[]; table: Row[] }

const pairing = ['confused-with', 'different-from'] as const
const atOnce = 500
/** So many pages are looked through for the first words. */
const mostBlankPages = 20

/**
 * What a document that the actor may see is confused with, as far as they may see that; said of either of the two, now or
 * at a time. The words with which their texts open are those of now.
 */
export async function listConfusions(
  deps: ConfusionDeps,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<Confusion[]> {
  const record = await see(deps, actor, id, asOf)
  const pairs = Map.groupBy(await pairsOf(deps, actor, id, asOf), ({ subject, value }) =>
    subject.id === id ? String(value.document) : subject.id,
  )
  const own = await sideOf(deps, actor, record, asOf)
  const found: Confusion[] = []
  for (const [other, said] of pairs) {
    const claims = said.filter(({ polarity, rank }) => polarity === 'asserted' && rank !== 'deprecated')
    if (claims.length === 0) continue
    const guard = await deps.documents.guard(other)
    if (!guard || guard.deletedAt !== null || !mayKnow(actor, guard, deps.clock())) continue
    const its = await deps.documents.find(other, thenFor(deps, actor, asOf))
    if (!its) continue
    const theirs = await sideOf(deps, actor, its, asOf)
    const known = await knownIn(deps, [...own.claims, ...theirs.claims])
    found.push({ other: its, claims, table: tellApart(own, theirs, known) })
  }
  return found
}

/** Everything that a list holds, however many pages it has. */
async function wholeOf(list: (slice: Slice) => Promise<Listing<Claim>>): Promise<Claim[]> {
  const found: Claim[] = []
  let cursor: string | null = null
  do {
    const page: Listing<Claim> = await list({ limit: atOnce, cursor })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return found
}

async function pairsOf(
  { claims, clock }: ConfusionDeps,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<Claim[]> {
  const audience = audienceOf(actor, clock().slice(0, 10))
  const subject = { type: 'document', id } as const
  const found = await Promise.all(
    pairing.flatMap((property) => [
      wholeOf((slice) => claims.list(audience, subject, { property, standing: true, asOf }, slice)),
      wholeOf((slice) => claims.naming(audience, id, { property, asOf }, slice)),
    ]),
  )
  return found.flat().filter(({ value }) => typeof value.document === 'string')
}

async function sideOf(
  deps: ConfusionDeps,
  actor: Actor,
  record: DocumentRecord,
  asOf?: string,
): Promise<Side> {
  const { claims, clock } = deps
  const audience = audienceOf(actor, clock().slice(0, 10))
  const subject = { type: 'document', id: record.id } as const
  const listed = await Promise.all(
    Object.values(propertyOfRow).map((property) =>
      wholeOf((slice) => claims.list(audience, subject, { property, standing: true, asOf }, slice)),
    ),
  )
  return {
    claims: listed.flat(),
    date: await dateOf(deps, record, asOf),
    opening: await openingWords(deps, actor, record.id),
  }
}

async function dateOf(
  { datings }: ConfusionDeps,
  { id, description }: DocumentRecord,
  asOf?: string,
): Promise<SideDate | null> {
  const { edtf } = description.date
  if (edtf === null) return null
  const dated = (await datings.find(id, asOf))?.date
  // What was only issued at a known time goes by that, which is no dating.
  return dated?.edtf === edtf
    ? { edtf, says: dated.says, claims: dated.claims }
    : { edtf, says: sayDate({ edtf }, english), claims: [] }
}

/** The first words of the first page that has any. */
async function openingWords(deps: ConfusionDeps, actor: Actor, document: string): Promise<string | null> {
  const contents = await deps.texts.contents(document, null, 1, mostBlankPages, audienceNow(deps, actor))
  for (const content of contents) {
    const opening = openingOf(content)
    if (opening !== null) return opening
  }
  return null
}

/** What the things that claims name are called, and what stands in their place. */
async function knownIn({ authorities }: ConfusionDeps, claims: readonly Claim[]): Promise<AllNames> {
  const survivors = new Map<string, string>()
  const labels = new Map<string, string>()
  const names = new Map<string, string[]>()
  for (const { value } of claims) {
    for (const type of ['agent', 'place', 'happening'] as const) {
      const id = value[type]
      if (typeof id !== 'string' || survivors.has(id)) continue
      const thing = await authorities.find(type, id)
      const survivor = thing?.mergedInto ?? id
      const standing = survivor === id ? thing : await authorities.find(type, survivor)
      survivors.set(id, survivor)
      if (!standing) continue
      labels.set(survivor, labelOf(standing.view))
      names.set(
        survivor,
        standing.view.names.map(({ text }) => text),
      )
    }
  }
  return {
    nameOf: (id) => labels.get(id) ?? null,
    namesOf: (id) => names.get(id) ?? [],
    survivorOf: (id) => survivors.get(id) ?? id,
  }
}
