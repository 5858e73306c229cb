import { createHash } from 'node:crypto'
import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import type { Cited } from '../domain/citation/cited.ts'
import { canonicalClaims, differenceOf, standingAt } from '../domain/citation/claim-set.ts'
import { best, type Claim } from '../domain/claim.ts'
import { referencePathOf } from '../domain/collection/collection.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { TextReader } from '../ports/texts.ts'
import type { WitnessReader } from '../ports/witnesses.ts'
import { type NamingDeps, nameOfAgent, namesIn } from './cited-names.ts'
import { type ClaimsSeen, claimsSeen, type SeeingClaims } from './claims-seen.ts'
import { seePage } from './read-page.ts'
import { see } from './see.ts'

export type CitationDeps = SeeingClaims &
  NamingDeps & { witnesses: WitnessReader; texts: TextReader; collections: CollectionReader }

/** What is cited: the whole or a page of the first witness; and the earlier state that the answer is compared with. */
export type CitationWanted = { page: number | null; at: string | null; claimsHash: string | null }

/** Whether the description has changed since an earlier state; `changed` is null where that state is not known. */
export type ChangedSince = {
  at: string | null
  claimsHash: string | null
  changed: boolean | null
  claims: number
  properties: string[]
  says: string
}

// So many bytes of claims are gone through to find the state that had a hash; hundreds of changes, thousands of claims.
const mostHashed = 64_000_000

/** A citation of a document that the actor may see, as it stands now. `address` is where people read it. */
export async function citeDocument(
  deps: CitationDeps,
  actor: Actor,
  id: string,
  wanted: CitationWanted,
  address: string,
): Promise<{ cited: Cited; changedSince: ChangedSince | null }> {
  const { description } = await see(deps, actor, id)
  const describedAt = deps.clock()
  const audience = audienceOf(actor, describedAt.slice(0, 10))
  const claims = await claimsSeen(deps, actor, id)
  const [witness] = await deps.witnesses.ofDocument(audience, id)
  const lies = witness?.view.collection ?? description.collection
  const collection = lies === null ? null : await deps.collections.find(audience, lies)
  const page =
    wanted.page === null
      ? null
      : await seePage(deps, actor, { document: id, witness: null, number: wanted.page })
  const revision = page
    ? ((await deps.texts.newest(page.id, null, audience))?.id ?? null)
    : await deps.texts.newestOf(id, audience)
  const { holder } = witness?.view ?? { holder: null }
  const { edtf } = description.date
  const cited: Cited = {
    id,
    title: description.title,
    creators: await namesIn(deps, best(claims.standing, 'author')),
    date: edtf === null ? null : { edtf, calendar: calendarOf(claims.standing, edtf) },
    genre: description.type,
    language: description.language,
    abstract: description.abstract,
    subjects: description.subjects,
    holder: holder?.agent ? await nameOfAgent(deps, holder.agent) : (holder?.text ?? null),
    shelfmark: witness?.view.shelfmark ?? null,
    collection: collection && {
      title: collection.title,
      referenceCode: referencePathOf(collection),
    },
    identifiers: description.identifiers.filter(({ scheme }) => scheme !== 'shelfmark'),
    page: page && { number: page.number, label: page.label },
    address: page ? `${address}/pages/${page.number}${revision ? `?revision=${revision}` : ''}` : address,
    describedAt,
    claimsHash: hashOf(claims.standing),
    textRevision: revision,
  }
  return { cited, changedSince: changedSince(claims, wanted) }
}

const hashOf = (claims: readonly Claim[]): string =>
  createHash('sha256').update(canonicalClaims(claims)).digest('hex')

/** The calendar in which the date shown was written. */
const calendarOf = (claims: readonly Claim[], edtf: string): string | null => {
  const written = claims.find(({ property, value }) => property === 'date' && value.edtf === edtf)
  return typeof written?.value.calendar === 'string' ? written.value.calendar : null
}

function changedSince(claims: ClaimsSeen, { at, claimsHash }: CitationWanted): ChangedSince | null {
  if (at === null && claimsHash === null) return null
  const now = claims.standing
  const then =
    at !== null && claimsHash === null
      ? claims.shown(standingAt(claims.all, at))
      : stateOf(claims, claimsHash ?? '', at)
  const asked = { at, claimsHash }
  if (then === null) {
    const says =
      'No state of this description that can be shown to you had this hash; it may name claims that you may not see.'
    return { ...asked, changed: null, claims: 0, properties: [], says }
  }
  const difference = differenceOf(then, now)
  const { claims: count, properties } = difference
  const says =
    count === 0
      ? 'Nothing that is claimed about it has changed since.'
      : `${count} ${count === 1 ? 'claim has' : 'claims have'} changed since: ${properties.join(', ')}.`
  return { ...asked, changed: count > 0, ...difference, says }
}

/** The newest state, at a time or before it, whose hash begins so; null where there is none within the bound. */
function stateOf(claims: ClaimsSeen, claimsHash: string, at: string | null): Claim[] | null {
  const times = [...new Set(claims.all.map(({ recordedAt }) => recordedAt))].sort().reverse()
  let hashed = 0
  for (const time of times.filter((one) => at === null || one <= at)) {
    const then = claims.shown(standingAt(claims.all, time))
    const text = canonicalClaims(then)
    if (createHash('sha256').update(text).digest('hex').startsWith(claimsHash)) return then
    hashed += text.length
    if (hashed > mostHashed) return null
  }
  return null
}
