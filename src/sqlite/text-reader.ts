import { createHash } from 'node:crypto'
import type { Layer, Page, Recognition } from '../domain/text.ts'
import type { TextReader } from '../ports/texts.ts'
import { audienceParameters, unseen } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { textRows } from './text-rows.ts'

const everybody = { everything: true, classes: [], today: '' }

type PageRow = {
  key: number
  id: string
  number: number
  label: string | null
  width: number | null
  height: number | null
  layers: string | null
  recognition: Recognition | null
  fault: string | null
  remark: string | null
  confidence: number | null
}

const pageColumns = `
  select p.key, p.id, wp.number, p.label, p.width, p.height, p.recognition, p.fault, round(p.confidence, 1) as confidence,
    (select i.remark from file f join page_image i on i.sha256 = f.sha256 and i.file_page = p.file_page
      where f.key = p.file) as remark,
    (select group_concat(distinct layer) from text_revision r where r.page = p.key and not exists (
      select 1 from text_revision w where w.page = r.page and w.layer = r.layer and w.key >= r.key and w.withdraws = 1)) as layers
  from witness_page wp join page p on p.key = wp.page`

/** Texts, read by a connection that may be read-only. */
export function sqliteTextReader(db: Connection): TextReader {
  const witnessKey = db
    .prepare<{ document: string; witness: string | null }, number>(`
      select w.key from witness w join document d on d.key = w.document
      where d.id = :document and (:witness is null or w.id = :witness) order by w.ordinal limit 1`)
    .pluck()
  const pagesAfter = db.prepare<[number, number, number], PageRow>(
    `${pageColumns} where wp.witness = ? and wp.number > ? order by wp.number limit ?`,
  )
  const labelledAfter = db.prepare<[number, number, string, number], PageRow>(
    `${pageColumns} where wp.witness = ? and wp.number > ? and p.label = ? collate nocase order by wp.number limit ?`,
  )
  const pageAt = db.prepare<[number, number], PageRow>(
    `${pageColumns} where wp.witness = ? and wp.number = ?`,
  )
  const numberOf = db
    .prepare<[number, number], number>('select number from witness_page where witness = ? and page = ?')
    .pluck()
  // A page may stand in more than one document, of which some are hidden or deleted.
  const placeOf = db.prepare<unknown[], { document: string; witness: string; number: number }>(`
    select d.id as document, w.id as witness, wp.number
    from page p join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness
    join document d on d.key = w.document
    where p.id = :page and (:everywhere or not ${unseen('d')})
    order by d.deleted_at is not null, d.key, w.ordinal limit 1`)
  // Revisions are never changed: the pages in their order and the newest revision say which ones there are.
  const state = db
    .prepare<[number, number], string>(`
      select coalesce((select max(r.key) from witness_page wp join text_revision r on r.page = wp.page where wp.witness = ?), 0)
        || ':' || coalesce((select group_concat(page, ' ' order by number) from witness_page where witness = ?), '')`)
    .pluck()
  const newestOf = db
    .prepare<[string], string>(`
      select r.id from document d join witness w on w.document = d.key join witness_page wp on wp.witness = w.key
      join text_revision r on r.page = wp.page where d.id = ? order by r.key desc limit 1`)
    .pluck()
  const texts = textRows(db)

  return {
    async pages(document, witness, slice) {
      const key = witnessKey.get({ document, witness })
      if (key === undefined) return null
      // A cursor holds the page, not its number: pages of an earlier file that is read again may come before it.
      const last = keyOfCursor(slice.cursor, 0)
      const { from = 1, label = null } = slice
      const after = slice.cursor === null ? from - 1 : (numberOf.get(key, last) ?? 0)
      const rows =
        label === null
          ? pagesAfter.all(key, after, slice.limit + 1)
          : labelledAfter.all(key, after, label, slice.limit + 1)
      return listing(rows, slice, (row) => row.key, toPage)
    },
    async page(document, witness, number) {
      const key = witnessKey.get({ document, witness })
      const row = key === undefined ? undefined : pageAt.get(key, number)
      return row ? toPage(row) : null
    },
    async place(page, audience) {
      const seen = audienceParameters(audience ?? everybody)
      return placeOf.get({ page, everywhere: audience === undefined ? 1 : 0, ...seen }) ?? null
    },
    async newest(page, layer) {
      return texts.newest(page, layer)
    },
    async newestOf(document) {
      return newestOf.get(document) ?? null
    },
    async revision(id) {
      return texts.revision(id)
    },
    async placed(revision) {
      return texts.placed(revision)
    },
    async revisions(page) {
      return texts.ofPage(page)
    },
    async contents(document, layer, from, count) {
      const key = witnessKey.get({ document, witness: null })
      if (key === undefined) return []
      return pagesAfter.all(key, from - 1, count).map((page) => texts.newest(page.id, layer)?.content ?? '')
    },
    async stamp(document) {
      const key = witnessKey.get({ document, witness: null })
      const now = key === undefined ? '' : (state.get(key, key) ?? '')
      return createHash('sha256').update(now).digest('base64url')
    },
  }
}

function toPage({ key: _, layers, ...page }: PageRow): Page {
  return { ...page, layers: layers ? (layers.split(',') as Layer[]) : [] }
}
