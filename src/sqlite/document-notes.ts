import type { DocumentNote, Visibility } from '../domain/document.ts'
import type { Connection } from './open-database.ts'

type Row = {
  heading: string
  is_named: 0 | 1
  id: string
  visibility: Visibility
  embargo_until: string | null
  deleted_at: string | null
}

/** What misleads people about documents: headings that name others, told on both sides. */
export function documentNotes(db: Connection) {
  const select = db.prepare<{ document: number }, Row>(`
    select m.heading, 0 as is_named, d.id, d.visibility, d.embargo_until, d.deleted_at
    from misattribution m join document d on d.key = m.names where m.document = :document
    union all
    select m.heading, 1, d.id, d.visibility, d.embargo_until, d.deleted_at
    from misattribution m join document d on d.key = m.document where m.names = :document`)
  return {
    of: (document: number): DocumentNote[] =>
      select.all({ document }).map(({ heading, is_named, id, visibility, embargo_until, deleted_at }) => ({
        kind: 'misattributed',
        says: is_named
          ? `Another document was printed under a heading that names this one: “${heading}”.`
          : `Printed under a heading that names another document: “${heading}”.`,
        see: id,
        guard: { visibility, embargoUntil: embargo_until, deletedAt: deleted_at },
      })),
  }
}
