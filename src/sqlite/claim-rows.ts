import type { Claim } from '../domain/claim.ts'
import { daysOf } from '../domain/description.ts'
import type { Connection } from './open-database.ts'

type Row = {
  id: string
  subject_type: Claim['subject']['type']
  subject: string
  property: Claim['property']
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

/** Claims as rows, shared by who reads and who writes documents. */
export function claimRows(db: Connection) {
  const insert = db.prepare(`
    insert into claim (id, subject_type, subject, document, property, value, earliest_day, latest_day, polarity, rank,
      certainty, nature, reasons, sources, note, recorded_by, recorded_at, revision_of)
    values (:id, :subjectType, :subject, :document, :property, :value, :earliest, :latest, :polarity, :rank,
      :certainty, :nature, :reasons, :sources, :note, :recordedBy, :recordedAt, :revisionOf)`)
  const select = db.prepare<[number, string], Row>(`
    select id, subject_type, subject, property, value, polarity, rank, certainty, nature, reasons, sources, note,
      recorded_by, recorded_at, revision_of
    from claim where document = ? and recorded_at <= ? order by seq`)
  return {
    /** Adds a claim to those that feed a document's description. */
    add(documentKey: number, claim: Claim): void {
      const { subject, reasons, sources, value, ...rest } = claim
      insert.run({
        ...rest,
        ...daysOf(value.edtf),
        document: documentKey,
        subjectType: subject.type,
        subject: subject.id,
        value: JSON.stringify(value),
        reasons: JSON.stringify(reasons),
        sources: JSON.stringify(sources),
      })
    },
    /** The claims about a document and its witnesses as they stood at a time, oldest first. */
    ofDocument(documentKey: number, asOf = '9999'): Claim[] {
      return select.all(documentKey, asOf).map(toClaim)
    },
  }
}

function toClaim(row: Row): Claim {
  return {
    id: row.id,
    subject: { type: row.subject_type, id: row.subject },
    property: row.property,
    value: JSON.parse(row.value),
    polarity: row.polarity,
    rank: row.rank,
    certainty: row.certainty,
    nature: row.nature,
    reasons: JSON.parse(row.reasons),
    sources: JSON.parse(row.sources),
    note: row.note,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    revisionOf: row.revision_of,
  }
}
