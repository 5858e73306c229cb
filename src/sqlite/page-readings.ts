import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { bestLayer, type Layer } from '../domain/text.ts'
import { classOfDocument } from './audience-sql.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'

type Newest = { key: number; layer: Layer; language: string | null; garbled: number }
type Live = { rowid: number; document: number; revision: number }
type Bearer = { document: number; audience: string }

/**
 * Keeps the readings of pages true to their texts: the newest revision of the best layer, and of each translation,
 * once for every document that a page stands in.
 */
export function pageReadings(db: Connection) {
  const rows = readings(db)
  const newest = db.prepare<[number], Newest>(`
    select max(r.key) as key, r.layer, r.language, p.garbled from text_revision r join page p on p.key = r.page
    where r.page = ? group by r.layer having r.withdraws = 0`)
  const live = db.prepare<[number], Live>(
    "select rowid, document, revision from reading where page = ? and kind = 'page' and entombed_at is null",
  )
  const bearers = db.prepare<[number], Bearer>(`
    select distinct d.key as document, ${classOfDocument('d')} as audience
    from witness_page wp join witness w on w.key = wp.witness join document d on d.key = w.document
    where wp.page = ? and d.deleted_at is null`)
  const content = db.prepare<[number], string>('select content from text_revision where key = ?').pluck()

  return {
    /** Makes the readings of a page anew where they differ; `words` are those of a revision just added. */
    refresh(page: number, at: string, given?: { revision: number; words: string }): void {
      const revisions = newest.all(page)
      const layers = revisions.map((revision) => revision.layer)
      const best = bestLayer(layers, revisions[0]?.garbled === 1)
      const wanted = revisions.filter(({ layer }) => layer === best || layer.startsWith('translation:'))
      const standing = live.all(page)
      const documents = bearers.all(page)
      for (const reading of standing) {
        const stays =
          wanted.some((revision) => revision.key === reading.revision) &&
          documents.some((bearer) => bearer.document === reading.document)
        if (!stays) rows.entomb(reading.rowid, at)
      }
      for (const { key, layer, language } of wanted) {
        const missing = documents.filter(
          ({ document }) =>
            !standing.some((reading) => reading.document === document && reading.revision === key),
        )
        if (missing.length === 0) continue
        const words =
          given?.revision === key ? given.words : indexText(analyse(content.get(key) ?? '', language))
        // What stands elsewhere already was learned there.
        const put = standing.some((reading) => reading.revision === key) ? rows.put : rows.add
        for (const bearer of missing) {
          put({ kind: 'page', ...bearer, page, revision: key, layer, language, words })
        }
      }
    },
  }
}
