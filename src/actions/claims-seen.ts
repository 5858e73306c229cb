import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { type Claim, type Subject, standing } from '../domain/claim.ts'
import type { ClaimReader } from '../ports/claims.ts'
import type { Seeing } from './see.ts'

export type SeeingClaims = Seeing & { claims: ClaimReader }

/** The claims about a document and its witnesses as an actor may see them; whether they may see it is the caller's affair. */
export type ClaimsSeen = {
  /** All that were ever recorded, oldest first, hidden ones included: which claims stand depends on them. */
  all: readonly Claim[]
  /** Those of some claims that may be seen, as they may be seen. */
  shown(claims: readonly Claim[]): Claim[]
  /** Those that nothing has revised and that may be seen. */
  standing: readonly Claim[]
}

const atOnce = 1000

/** Reads the claims about a document and its witnesses. */
export async function claimsSeen(deps: SeeingClaims, actor: Actor, document: string): Promise<ClaimsSeen> {
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const all = await deps.documents.claims(document)
  if (audience.everything) return { all, shown: (claims) => [...claims], standing: standing(all) }
  const subjects = Map.groupBy(all, ({ subject }) => subject.id)
  const seen = new Map<string, Claim>()
  for (const [first] of subjects.values()) if (first) await collect(first.subject)
  const shown = (claims: readonly Claim[]) => claims.flatMap(({ id }) => seen.get(id) ?? [])
  return { all, shown, standing: shown(standing(all)) }

  async function collect(subject: Subject): Promise<void> {
    let cursor: string | null = null
    do {
      const page = await deps.claims.list(audience, subject, {}, { limit: atOnce, cursor })
      for (const claim of page.items) seen.set(claim.id, claim)
      cursor = page.next
    } while (cursor !== null)
  }
}
