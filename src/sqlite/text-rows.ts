import { unpackWords } from '../domain/page/pack-words.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
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
  withdraws: 0 | 1
}

/** Selects text revisions `r` with the ids of what they belong to. */
const revisionColumns = `
  select r.id, p.id as page, r.layer, r.language, b.id as based_on, r.content, r.engine, r.recorded_by, r.created_at,
    r.withdraws
  from text_revision r join page p on p.key = r.page left join text_revision b on b.key = r.based_on`

function toRevision(row: RevisionRow): TextRevision {
  const { based_on, recorded_by, created_at, withdraws, ...same } = row
  const revision = { ...same, basedOn: based_on, recordedBy: recorded_by, createdAt: created_at }
  return withdraws === 1 ? { ...revision, withdraws: true } : revision
}

const bestOf = (layers: readonly { layer: Layer; garbled: number }[]): Layer | null =>
  bestLayer(
    layers.map(({ layer }) => layer),
    layers[0]?.garbled === 1,
  )

/** Text revisions, shared by who reads and who writes them. */
export function textRows(db: Connection) {
  const newestOf = db.prepare<[string, string], RevisionRow>(
    `${revisionColumns} where p.id = ? and r.layer = ? order by r.key desc limit 1`,
  )
  const layersOf = db.prepare<[string], { layer: Layer; garbled: number }>(
    `select r.layer, p.garbled from text_revision r join page p on p.key = r.page
    where p.id = ? group by r.layer having max(r.key) > 0 and r.withdraws = 0`,
  )
  const wordsOf = db.prepare<[string], Buffer | null>('select words from text_revision where id = ?').pluck()
  const byId = db.prepare<[string], RevisionRow>(`${revisionColumns} where r.id = ?`)
  const ofPage = db.prepare<[string], RevisionRow>(`${revisionColumns} where p.id = ? order by r.key`)
  return {
    /** The newest revision of a layer, or (null) of the best one; null where it was withdrawn. */
    newest(page: string, layer: Layer | null): TextRevision | null {
      const wanted = layer ?? bestOf(layersOf.all(page))
      const row = wanted && newestOf.get(page, wanted)
      return row && row.withdraws === 0 ? toRevision(row) : null
    },
    revision(id: string): TextRevision | null {
      const row = byId.get(id)
      return row ? toRevision(row) : null
    },
    /** Where the words of a revision stand; null where that is not known. */
    placed(id: string): PlacedWords | null {
      const packed = wordsOf.get(id)
      return packed ? unpackWords(packed) : null
    },
    /** Oldest first. */
    ofPage: (page: string): TextRevision[] => ofPage.all(page).map(toRevision),
  }
}
