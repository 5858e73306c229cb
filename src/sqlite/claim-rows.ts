import type { Claim } from '../domain/claim.ts'
import { daysOf } from '../domain/description.ts'
import { claimLinks } from './claim-links.ts'
import type { Connection } from './open-database.ts'

export type ClaimRow = {
  seq: number
  id: string
  subject_type: Claim['subject']['type']
  subject: string
  property: string
  value: string
  polarity: Claim['polarity']
  rank: Claim['rank']
  certainty: Claim['certainty']
  nature: Claim['nature']
  reasons: string
  sources: string
  note: string | null
  recorded_by: string
  recorded_at: string
  revision_of: string | null
}

export const claimColumns = `c.seq, c.id, c.subject_type, c.subject, c.property, c.value, c.polarity, c.rank, c.certainty,
  c.nature, c.reasons, c.sources, c.note, c.recorded_by, c.recorded_at, c.revision_of`

/** Claims as rows, shared by who reads and who writes what they are about. */
export function claimRows(db: Connection) {
  const insert = db.prepare(`
    insert into claim (id, subject_type, subject, document, property, value, earliest_day, latest_day, polarity, rank,
      certainty, nature, reasons, sources, note, recorded_by, recorded_at, revision_of)
    values (:id, :subjectType, :subject, :document, :property, :value, :earliest, :latest, :polarity, :rank,
      :certainty, :nature, :reasons, :sources, :note, :recordedBy, :recordedAt, :revisionOf)`)
  const link = claimLinks(db)
  const ofDocument = db.prepare<[number, string], ClaimRow>(
    `select ${claimColumns} from claim c where document = ? and recorded_at <= ? order by seq`,
  )
  const ofSubject = db.prepare<[string, string], ClaimRow>(
    `select ${claimColumns} from claim c where subject = ? and recorded_at <= ? order by seq`,
  )
  const byId = db.prepare<[string], ClaimRow>(`select ${claimColumns} from claim c where id = ?`)
  return {
    /** Adds a claim, and what it points at; `documentKey` is that of the document whose description it feeds. */
    add(documentKey: number | null, claim: Claim): void {
      const { subject, reasons, sources, value, ...rest } = claim
      const { lastInsertRowid } = insert.run({
        ...rest,
        ...daysOf(value.edtf),
        document: documentKey,
        subjectType: subject.type,
        subject: subject.id,
        value: JSON.stringify(value),
        reasons: JSON.stringify(reasons),
        sources: JSON.stringify(sources),
      })
      link(Number(lastInsertRowid), claim)
    },
    byId(id: string): Claim | null {
      const row = byId.get(id)
      return row ? toClaim(row) : null
    },
    /** The claims about a document and its witnesses as they stood at a time, oldest first. */
    ofDocument(documentKey: number, asOf = '9999'): Claim[] {
      return ofDocument.all(documentKey, asOf).map(toClaim)
    },
    /** The claims about one thing as they stood at a time, oldest first. */
    ofSubject(subject: string, asOf = '9999'): Claim[] {
      return ofSubject.all(subject, asOf).map(toClaim)
    },
  }
}

export function toClaim(row: ClaimRow): Claim {
  return {
    id: row.id,
    subject: { type: row.subject_type, id: row.subject },
    property: row.property,
    value: JSON.parse(row.value),
    polarity: row.polarity,
    rank: row.rank,
    reasons: JSON.parse(row.reasons),
    certainty: row.certainty,
    nature: row.nature,
    sources: JSON.parse(row.sources),
    note: row.note,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    revisionOf: row.revision_of,
  }
}
