import type { Audience } from '../domain/audience.ts'
import { describeWitness, type WitnessRecord } from '../domain/witness/witness.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import { documentRows } from './document-rows.ts'
import { markRows } from './mark-rows.ts'
import type { Connection } from './open-database.ts'

export type WitnessRow = {
  key: number
  id: string
  document_key: number
  document: string
  label: string
  version: number
  created_at: string
}

/** Witnesses put together from their rows and claims, shared by who reads and who writes them. */
export function witnessRows(db: Connection) {
  const claims = claimRows(db)
  const documents = documentRows(db)
  const marks = markRows(db)
  const { survivorOf } = authorityRows(db)
  const select = `
    select w.key, w.id, d.key as document_key, d.id as document, w.label, w.version, w.created_at
    from witness w join document d on d.key = w.document`
  const byId = db.prepare<[string], WitnessRow>(`${select} where w.id = ?`)
  const countPages = db
    .prepare<[number], number>('select count(*) from witness_page where witness = ?')
    .pluck()
  const ofDocument = db.prepare<[string], WitnessRow>(`${select} where d.id = ? order by w.ordinal`)

  return {
    row: (id: string): WitnessRow | undefined => byId.get(id),
    ofDocument: (document: string): WitnessRow[] => ofDocument.all(document),
    /** The witness as it stands, or as it was described at a time, with the marks that an audience sees; its pages are those of today. */
    record(row: WitnessRow, asOf?: string, audience?: Audience): WitnessRecord {
      const view = describeWitness(claims.ofSubject(row.id, asOf))
      const { holder } = view
      return {
        id: row.id,
        document: row.document,
        version: row.version,
        fallbackLabel: row.label,
        view: {
          ...view,
          holder: holder && { ...holder, agent: holder.agent && survivorOf(holder.agent, asOf) },
        },
        pageCount: countPages.get(row.key) ?? 0,
        files: documents
          .files(row.document_key)
          .filter(
            ({ witness, uploadedAt }) => witness === row.id && (asOf === undefined || uploadedAt <= asOf),
          ),
        marks: marks.ofWitness(row.id, asOf, audience),
        createdAt: row.created_at,
      }
    },
  }
}
