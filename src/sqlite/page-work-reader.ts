import type { Layer } from '../domain/text.ts'
import type { Entry, FilePage, MissingLeaf, PageWorkReader } from '../ports/page-work.ts'
import { audienceParameters, pageSeen } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { type ChangeRow, changeColumns, pageChangeRows, toChange } from './page-change-rows.ts'

type EntryRow = {
  place: number
  id: string
  number: number
  label: string | null
  note: string | null
  width: number | null
  height: number | null
  layers: string | null
  file: string | null
  file_page: number | null
  is_seen: 0 | 1
}
type FilePageRow = Omit<EntryRow, 'place' | 'number' | 'note' | 'file' | 'is_seen'> & {
  key: number
  file_page: number
  places: string
}

/** Between the places of two pages in a list there is room for so many missing leaves. */
const leavesInPlace = 1_000_000
const layersOf = '(select group_concat(distinct layer) from text_revision where page = p.key)'

/** The order of pages and what was done to them, read by a connection that may be read-only. */
export function sqlitePageWorkReader(db: Connection): PageWorkReader {
  const changes = pageChangeRows(db)
  const witnessKey = db.prepare<[string], number>('select key from witness where id = ?').pluck()
  // Both by the number of a page: a leaf comes behind its page, and before the next one.
  const pagesAfter = db.prepare<unknown[], EntryRow>(`
    select wp.number * ${leavesInPlace} as place, p.id, wp.number, p.label, null as note, p.width, p.height,
      ${layersOf} as layers, f.id as file, p.file_page, ${pageSeen('p')} as is_seen
    from witness_page wp join page p on p.key = wp.page join file f on f.key = p.file
    where wp.witness = :witness and wp.number >= :number and wp.number * ${leavesInPlace} > :last
    order by wp.number limit :more`)
  const leavesAfter = db.prepare<unknown[], EntryRow>(`
    select after * ${leavesInPlace} + 1 + ordinal as place, id, after as number, label, note, null as width,
      null as height, null as layers, null as file, null as file_page, 1 as is_seen
    from missing_leaf
    where witness = :witness and after >= :number and after * ${leavesInPlace} + 1 + ordinal > :last
    order by after, ordinal limit :more`)
  const missing = db.prepare<unknown[], MissingLeaf>(`
    select m.id, m.after, m.label, m.note from missing_leaf m
    where m.witness = (select w.key from witness w join document d on d.key = w.document
        where d.id = :document and (:witness is null or w.id = :witness) order by w.ordinal limit 1)
      and m.after between :from and :to order by m.after, m.ordinal`)
  const changesOf = db.prepare<unknown[], ChangeRow>(`
    ${changeColumns} join page_change_place r on r.change = c.key
    where r.witness = (select key from witness where id = :witness) and r.change < :before order by r.change desc limit :more`)
  const pagesOfFile = db.prepare<unknown[], FilePageRow>(`
    select p.key, p.id, p.file_page, p.label, p.width, p.height, ${layersOf} as layers,
      (select json_group_array(json_object('document', d.id, 'witness', w.id, 'number', wp.number) order by d.key, w.ordinal)
        from witness_page wp join witness w on w.key = wp.witness join document d on d.key = w.document
        where wp.page = p.key) as places
    from page p join file f on f.key = p.file
    where f.id = :file and p.file_page > :after
      and (:unplaced = 0 or not exists (select 1 from witness_page wp where wp.page = p.key))
    order by p.file_page limit :more`)

  return {
    async entries(witness, slice, audience) {
      const last = keyOfCursor(slice.cursor, 0)
      const from = { witness: witnessKey.get(witness), last, number: Math.floor(last / leavesInPlace) }
      const asked = { ...from, more: slice.limit + 1 }
      const rows = [
        ...pagesAfter.all({ ...audienceParameters(audience), ...asked }),
        ...leavesAfter.all(asked),
      ]
      const ordered = rows.toSorted((a, b) => a.place - b.place).slice(0, slice.limit + 1)
      return listing(ordered, slice, ({ place }) => place, toEntry)
    },
    async missing(document, witness, from, to) {
      return missing.all({ document, witness, from, to })
    },
    async changes(witness, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = changesOf.all({ witness, before, more: slice.limit + 1 })
      return listing(rows, slice, ({ key }) => key, toChange)
    },
    async change(id) {
      return changes.find(id)
    },
    async ofFile(file, { unplaced }, slice) {
      const after = keyOfCursor(slice.cursor, 0)
      const more = slice.limit + 1
      const rows = pagesOfFile.all({ file, unplaced: unplaced ? 1 : 0, after, more })
      return listing(rows, slice, ({ file_page }) => file_page, toFilePage)
    },
  }
}

const layersIn = (layers: string | null): Layer[] => (layers ? (layers.split(',') as Layer[]) : [])

function toEntry({ id, number, label, note, file, file_page, is_seen, ...seen }: EntryRow): Entry {
  if (file === null) return { kind: 'missing', id, after: number, label, note }
  const { width, height, layers } = is_seen ? seen : { width: null, height: null, layers: null }
  const page = { id, number, label, width, height, layers: layersIn(layers) }
  return { kind: 'page', ...page, file, filePage: file_page ?? 0 }
}

const toFilePage = ({ id, label, width, height, layers, file_page, places }: FilePageRow): FilePage => ({
  ...{ id, label, width, height, layers: layersIn(layers) },
  filePage: file_page,
  places: JSON.parse(places),
})
