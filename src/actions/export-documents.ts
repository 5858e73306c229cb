import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { textIn, valuesOf } from '../domain/claim/read-view.ts'
import type { Claim } from '../domain/claim.ts'
import { referencePathOf } from '../domain/collection/collection.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { type WrittenRow, writtenRow } from '../domain/import/written-row.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { Listing } from '../ports/command.ts'
import { type NamingDeps, nameOfAgent } from './cited-names.ts'
import { claimsSeen, type SeeingClaims } from './claims-seen.ts'

export type ExportDocumentsDeps = SeeingClaims & NamingDeps & { collections: CollectionReader }

const batch = 100

/**
 * All documents that an actor may see as rows of an import, newest first, a batch at a time: each batch is read when it is
 * asked for. What is added meanwhile is left out.
 */
export async function* exportDocuments(
  deps: ExportDocumentsDeps,
  actor: Actor,
): AsyncGenerator<WrittenRow[]> {
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const codes = new Map<string, string>()
  let cursor: string | null = null
  do {
    const page: Listing<DocumentRecord> = await deps.documents.list(audience, {}, { limit: batch, cursor })
    const rows: WrittenRow[] = []
    for (const record of page.items) {
      const { standing } = await claimsSeen(deps, actor, record.id)
      const [collection, holder] = [await codeOf(record), await holderOf(record, standing)]
      rows.push(writtenRow(record, { claims: standing, collection, holder }))
    }
    yield rows
    cursor = page.next
  } while (cursor !== null)

  /** The whole reference code of its collection where it has one, else the id. */
  async function codeOf({ description: { collection } }: DocumentRecord): Promise<string | null> {
    if (collection === null) return null
    const known = codes.get(collection)
    if (known !== undefined) return known
    const found = await deps.collections.find(audience, collection)
    const code = (found && referencePathOf(found)) ?? collection
    codes.set(collection, code)
    return code
  }

  async function holderOf({ witnesses: [first] }: DocumentRecord, claims: readonly Claim[]) {
    const own = claims.filter(({ subject }) => subject.id === first?.id)
    const [holder] = valuesOf(own, 'holder')
    if (!holder) return null
    const agent = textIn(holder, 'agent')
    return agent === null ? textIn(holder, 'text') : nameOfAgent(deps, agent)
  }
}
