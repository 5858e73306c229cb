import type { DoubtfulPage, PageToDo, RecognitionReader } from '../ports/recognition.ts'
import { audienceParameters, seenBy } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

type ToDoRow = { id: string; filePage: number; isWanted: number; isPictured: number }
type DoubtfulRow = DoubtfulPage & { key: number }

/** Holds for a page `p` of a file `f` whose image is there. */
export const isPictured =
  'exists (select 1 from page_image i where i.sha256 = f.sha256 and i.file_page = p.file_page)'

/** Holds for files `f` whose pages have images. */
export const isPictorial = "(f.media_type = 'application/pdf' or f.media_type like 'image/%')"

/**
 * Pages `p` of documents `d`, described by `s`, of which the recogniser was less sure than `:below` and that nobody has
 * corrected; grouped by confidence and page, they come in that order from an index, no more of them than are wanted.
 */
export const doubtfulPages = `
    from page p cross join witness_page wp on wp.page = p.key
    join witness w on w.key = wp.witness join document d on d.key = w.document
    join description s on s.document = d.key
    where p.confidence < :below
      and not exists (select 1 from text_revision r where r.page = p.key and r.layer in ('transcription', 'ocr')
        and r.recorded_by <> 'ingest')`

/** What is to be pictured and recognised, read by a connection that may be read-only. */
export function sqliteRecognitionReader(db: Connection): RecognitionReader {
  const toDo = db.prepare<[string, number, number], ToDoRow>(`
    select p.id, p.file_page as filePage, p.recognition is 'wanted' as isWanted, ${isPictured} as isPictured
    from page p join file f on f.key = p.file
    where f.id = ? and p.file_page > ? and (p.recognition is 'wanted' or not ${isPictured})
    order by p.file_page limit ?`)
  const countToDo = db
    .prepare<[string], number>(`
      select count(*) from page p join file f on f.key = p.file
      where f.id = ? and (p.recognition is 'wanted' or not ${isPictured})`)
    .pluck()
  const pictorialFile = db
    .prepare<[string], string>(`
      select f.id from page p join file f on f.key = p.file where p.id = ? and ${isPictorial}`)
    .pluck()
  const said = db.prepare<[string], string | null>('select languages from file where id = ?').pluck()
  const described = db
    .prepare<[string], string>(`
      select distinct c.value ->> '$.text' from file f join witness w on w.key = f.witness
      join document d on d.key = f.document join claim c on c.subject in (w.id, d.id)
      where f.id = ? and c.property = 'language' and c.polarity = 'asserted' and c.rank <> 'deprecated'
        and c.value ->> '$.text' is not null and not exists (select 1 from claim r where r.revision_of = c.id)`)
    .pluck()
  const doubtful = db.prepare<unknown[], DoubtfulRow>(`
    select p.key, p.id as page, d.id as document, s.title, s.language, wp.number, p.label, p.confidence
    ${doubtfulPages} and (p.confidence, p.key) > (
        coalesce((select confidence from page where key = :after), -1), :after)
      and d.deleted_at is null and (:document is null or d.id = :document)
      and ${seenBy('d.audience')}
    group by p.confidence, p.key order by p.confidence, p.key limit :more`)

  return {
    async toDo(file, after, most) {
      return toDo.all(file, after, most).map(
        (row): PageToDo => ({
          ...row,
          isWanted: row.isWanted === 1,
          isPictured: row.isPictured === 1,
        }),
      )
    },
    async countToDo(file) {
      return countToDo.get(file) ?? 0
    },
    async pictorialFile(page) {
      return pictorialFile.get(page) ?? null
    },
    async languages(file) {
      return said.get(file)?.split(' ') ?? described.all(file)
    },
    async doubtful(audience, { below, document }, slice) {
      const rows = doubtful.all({
        ...audienceParameters(audience),
        below,
        document,
        after: keyOfCursor(slice.cursor, 0),
        more: slice.limit + 1,
      })
      return listing(
        rows,
        slice,
        ({ key }) => key,
        ({ key: _, ...page }) => page,
      )
    },
  }
}
