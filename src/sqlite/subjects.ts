import type { Subject } from '../domain/claim.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import { refreshAffected } from './affected.ts'
import { authorityRefresh } from './authority-refresh.ts'
import { type DocumentRow, documentRows } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { refuseStale } from './transact.ts'
import { witnessRefresh } from './witness-refresh.ts'
import { witnessRows } from './witness-rows.ts'

type Version = Pick<Command, 'expectedVersion'>

/** What claims may be about, whatever it is: as it stands before a write, and made anew after it. */
export function subjects(db: Connection) {
  const documents = documentRows(db)
  const authorities = authorityRefresh(db)
  const refresh = refreshAffected(db)
  const witnesses = witnessRows(db)
  const refreshWitness = witnessRefresh(db)
  const touchDocument = db.prepare('update document set version = version + 1, updated_at = ? where key = ?')

  function standingDocument(id: string): DocumentRow {
    const row = documents.row(id)
    if (!row) throw notFound('document')
    if (row.deleted_at) throw new ArchiveError('gone', 'This document was deleted meanwhile.')
    return row
  }

  return {
    /** The document whose description the subject feeds, null where there is none; refuses subjects that are not there. */
    standing({ type, id }: Subject, version: Version): DocumentRow | null {
      if (type !== 'document' && type !== 'witness') {
        authorities.standing(type, id, version)
        return null
      }
      const witness = type === 'witness' ? witnesses.row(id) : null
      if (witness === undefined) throw notFound('witness')
      const document = standingDocument(witness?.document ?? id)
      refuseStale(version, witness?.version ?? document.version)
      return document
    },
    /** Makes anew whatever is described by the claims about the subject. */
    changed({ type, id }: Subject, document: DocumentRow | null, at: string): void {
      if (document) touchDocument.run(at, document.key)
      const witness = type === 'witness' ? witnesses.row(id) : undefined
      if (witness) refreshWitness(witness, at)
      else if (type === 'document' || type === 'witness') refresh({ type, id }, at)
      else authorities.refresh(authorities.standing(type, id, {}), at)
    },
  }
}
