import { type Audience, sees } from '../domain/audience.ts'
import type { Mark, MarkContent } from '../domain/witness/mark.ts'
import type { Connection } from './open-database.ts'
import { whatWas } from './what-was.ts'

export type MarkRow = {
  key: number
  id: string
  witness: string
  version: number
  kind: Mark['kind']
  reading: string | null
  as_read: string | null
  date: string | null
  inferred: string
  because: string | null
  sources: string
  agent: string | null
  place: string | null
  page: string | null
  box: string | null
  recorded_by: string
  recorded_at: string
  deleted_at: string | null
  audience: string | null
}

export const selectMarks = `
  select m.key, m.id, w.id as witness, m.version, m.kind, m.reading, m.as_read, m.date, m.inferred, m.because, m.sources,
    m.agent, m.place, p.id as page, m.box, m.recorded_by, m.recorded_at, m.deleted_at, m.audience
  from mark m join witness w on w.key = m.witness left join page p on p.key = m.page`

/** Marks as rows, shared by who reads and who writes them. */
export function markRows(db: Connection) {
  const byId = db.prepare<[string], MarkRow>(`${selectMarks} where m.id = ?`)
  const ofWitness = db.prepare<[string], MarkRow>(
    `${selectMarks} where w.id = ? and m.deleted_at is null order by m.key`,
  )
  const everOn = db.prepare<[string], MarkRow>(`${selectMarks} where w.id = ? order by m.key`)
  const before = whatWas(db)

  /** A mark as it stood at a time; none where it was not there, or there no more. */
  function asOf(row: MarkRow, time: string, audience?: Audience): Mark[] {
    if (!isSeen(row, audience)) return []
    if (row.deleted_at !== null && row.deleted_at <= time) return []
    if (row.recorded_at <= time) return [toMark(row)]
    const then = before<Mark>(row.id, time)
    return then ? [then] : []
  }
  return {
    byId: (id: string): MarkRow | undefined => byId.get(id),
    asOf,
    /** The marks on a witness that an audience sees, or those that were on it at a time; without one, that all see who see the document. */
    ofWitness: (witness: string, time?: string, audience?: Audience): Mark[] =>
      time === undefined
        ? ofWitness
            .all(witness)
            .filter((row) => isSeen(row, audience))
            .map(toMark)
        : everOn.all(witness).flatMap((row) => asOf(row, time, audience)),
  }
}

const isSeen = ({ audience: own }: MarkRow, audience?: Audience): boolean =>
  own === null || (audience !== undefined && sees(audience, own))

export const toMark = (row: MarkRow): Mark => ({
  id: row.id,
  witness: row.witness,
  version: row.version,
  kind: row.kind,
  reading: row.reading,
  asRead: row.as_read,
  date: row.date,
  inferred: JSON.parse(row.inferred),
  because: row.because,
  sources: JSON.parse(row.sources),
  agent: row.agent,
  place: row.place,
  page: row.page,
  box: row.box === null ? null : JSON.parse(row.box),
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  deletedAt: row.deleted_at,
})

/** What a mark's row is made of, without its page. */
export const markValues = ({ inferred, sources, box, page: _, ...rest }: MarkContent) => ({
  ...rest,
  inferred: JSON.stringify(inferred),
  sources: JSON.stringify(sources),
  box: box && JSON.stringify(box),
})
