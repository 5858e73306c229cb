import { bestLayer, type Layer, type TextRevision } from '../domain/text.ts'
import type { Connection } from './open-database.ts'

type RevisionRow = {
  id: string
  page: string
  layer: Layer
  language: string | null
  based_on: string | null
  content: string
  engine: string | null
  recorded_by: string
  created_at: string
}

/** Selects text revisions `r` with the ids of what they belong to. */
const revisionColumns = `
  select r.id, p.id as page, r.layer, r.language, b.id as based_on, r.content, r.engine, r.recorded_by, r.created_at
  from text_revision r join page p on p.key = r.page left join text_revision b on b.key = r.based_on`

function toRevision(row: RevisionRow): TextRevision {
  const { based_on, recorded_by, created_at, ...same } = row
  return { ...same, basedOn: based_on, recordedBy: recorded_by, createdAt: created_at }
}

/** Text revisions, shared by who reads and who writes them. */
export function textRows(db: Connection) {
  const newestOf = db.prepare<[string, string], RevisionRow>(
    `${revisionColumns} where p.id = ? and r.layer = ? order by r.key desc limit 1`,
  )
  const layersOf = db
    .prepare<[string], Layer>(
      'select distinct r.layer from text_revision r join page p on p.key = r.page where p.id = ?',
    )
    .pluck()
  const byId = db.prepare<[string], RevisionRow>(`${revisionColumns} where r.id = ?`)
  const ofPage = db.prepare<[string], RevisionRow>(`${revisionColumns} where p.id = ? order by r.key`)
  return {
    /** The newest revision of a layer, or (null) of the best one. */
    newest(page: string, layer: Layer | null): TextRevision | null {
      const wanted = layer ?? bestLayer(layersOf.all(page))
      const row = wanted && newestOf.get(page, wanted)
      return row ? toRevision(row) : null
    },
    revision(id: string): TextRevision | null {
      const row = byId.get(id)
      return row ? toRevision(row) : null
    },
    /** Oldest first. */
    ofPage: (page: string): TextRevision[] => ofPage.all(page).map(toRevision),
  }
}
