import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { allOf } from '../domain/audience.ts'
import { bestLayer, type Layer } from '../domain/text.ts'
import { ownClass } from './audience-sql.ts'
import type { Connection } from './open-database.ts'
import { type PageVersion, pageVersions } from './page-versions.ts'
import { readings } from './readings.ts'

type Newest = { key: number; id: string; layer: Layer; language: string | null; garbled: number }
type Live = { rowid: number; document: number; revision: number; audience: string; masked: number | null }
type Bearer = { document: number; audience: string }

/** A page of which nothing is withheld. */
const plain: PageVersion = { audience: 'public', masked: () => null }

/**
 * Keeps the readings of pages true to their texts: the newest revision of the best layer, and of each translation,
 * once for every document that a page stands in.
 */
export function pageReadings(db: Connection) {
  const rows = readings(db)
  const newest = db.prepare<[number], Newest>(`
    select max(r.key) as key, r.id, r.layer, r.language, p.garbled from text_revision r join page p on p.key = r.page
    where r.page = ? group by r.layer having r.withdraws = 0`)
  const live = db.prepare<[number], Live>(
    "select rowid, document, revision, audience, masked from reading where page = ? and kind = 'page' and entombed_at is null",
  )
  const bearers = db.prepare<[number], Bearer>(`
    select distinct d.key as document, ${ownClass('d')} as audience
    from witness_page wp join witness w on w.key = wp.witness join document d on d.key = w.document
    where wp.page = ? and d.deleted_at is null`)
  const content = db.prepare<[number], string>('select content from text_revision where key = ?').pluck()

  const versionsOf = pageVersions(db)

  /** Makes the readings of a page of which something is withheld, or was, anew. */
  function remake(
    page: number,
    wanted: readonly Newest[],
    versions: readonly PageVersion[],
    at: string,
  ): void {
    for (const { rowid } of live.all(page)) rows.entomb(rowid, at)
    const documents = bearers.all(page)
    for (const { key, id, layer, language } of wanted)
      for (const version of versions) {
        const masked = version.masked(id)
        const words = indexText(analyse(masked?.content ?? content.get(key) ?? '', language))
        for (const { document, audience } of documents) {
          const seen = allOf(audience, version.audience)
          rows.add({
            kind: 'page',
            document,
            page,
            revision: key,
            layer,
            language,
            words,
            audience: seen,
            masked,
          })
        }
      }
  }

  return {
    /** Makes the readings of a page anew where they differ; `words` are those of a revision just added. */
    refresh(page: number, at: string, given?: { revision: number; words: string }): void {
      const revisions = newest.all(page)
      const layers = revisions.map((revision) => revision.layer)
      const best = bestLayer(layers, revisions[0]?.garbled === 1)
      const wanted = revisions.filter(({ layer }) => layer === best || layer.startsWith('translation:'))
      const standing = live.all(page)
      const documents = bearers.all(page)
      const versions = versionsOf(page, at)
      const wasWithheld = standing.some(({ document, audience, masked }) => {
        const bearer = documents.find((one) => one.document === document)
        return masked !== null || (bearer !== undefined && bearer.audience !== audience)
      })
      if (versions !== null || wasWithheld) {
        remake(page, wanted, versions ?? [plain], at)
        return
      }
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
