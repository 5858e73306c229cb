import { claimOf } from '../domain/claim.ts'
import type { RowRead } from '../domain/import/row.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { ImportRow } from '../ports/imports.ts'

/** The document that a row describes, with ids of its own; `collection` is the id of the one that it names. */
export function documentOfRow(
  { newId, clock }: { newId: NewId; clock: Clock },
  recordedBy: string,
  { said, visibility, embargoUntil }: RowRead,
  collection: string | null,
): NonNullable<ImportRow['document']> {
  const id = newId('d')
  const witness = { id: newId('w'), label: 'First witness' }
  const at = clock()
  const lies =
    collection === null ? [] : [{ on: 'witness' as const, property: 'collection', value: { collection } }]
  const claims = [...said, ...lies].map(({ on, ...rest }) => {
    const subject = { type: on, id: on === 'document' ? id : witness.id }
    return claimOf(newId('c'), { ...rest, subject }, recordedBy, at)
  })
  return { id, witness, visibility, embargoUntil, claims }
}
