import { type Reply, send } from '../api/ask.ts'
import type { ClaimRevision } from '../api/types.ts'
import type { Base, Revisable } from '../forms/use-revising.ts'
import { type ClaimDraft, draftOfClaim, sayingOf } from './claim-draft.ts'
import { type Property, saidValue } from './value-draft.ts'

/** A claim to be said anew: always its newest version, for only that can be revised. */
export function claimRevision(property: Property): Revisable<ClaimDraft> {
  async function read(claimId: string): Promise<Base<ClaimDraft>> {
    const reply = await send('readClaim', { params: { claimId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const claim = (await reply.json()) as Reply<'readClaim'>
    const newest = claim.revisions.at(-1) ?? claim
    if (newest.id !== claimId) return read(newest.id)
    return { id: claimId, draft: draftOfClaim(property, claim), etag: reply.headers.get('ETag') ?? '' }
  }
  return {
    read,
    async write({ id, etag }, changed, draft) {
      // Of the compiler's types for lists only those of known lengths fit; the archive checks them.
      const body = {
        ...sayingOf(changed, draft),
        ...(changed.value && { value: await saidValue(property, draft.value) }),
      } as ClaimRevision
      return send('reviseClaim', { params: { claimId: id }, body, headers: { 'If-Match': etag } })
    },
  }
}
