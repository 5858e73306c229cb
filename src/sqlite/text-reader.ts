import { createHash } from 'node:crypto'
import { type Audience, everybody } from '../domain/audience.ts'
import type { Layer, Page, Recognition, TextRevision } from '../domain/text.ts'
import type { TextReader } from '../ports/texts.ts'
import { audienceParameters, pageSeen, unseen } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { bare, pageVeils, type VeiledRow, veilColumns } from './page-veils.ts'
import { textRows } from './text-rows.ts'

type PageRow = VeiledRow & {
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
  select ${veilColumns}, p.key, p.id, wp.number, p.label, p.width, p.height, p.recognition, p.fault, round(p.confidence, 1) as confidence,
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
    .prepare<unknown[], string>(`
      select r.id from document d join witness w on w.document = d.key join witness_page wp on wp.witness = w.key
      join text_revision r on r.page = wp.page join page p on p.key = r.page
      where d.id = :document and ${pageSeen('p')} order by r.key desc limit 1`)
    .pluck()
  const veiledOf = db.prepare<[number], VeiledRow>(`
    select ${veilColumns} from witness_page wp join page p on p.key = wp.page
    where wp.witness = ? and (p.visibility is not null
      or exists (select 1 from redaction r where r.page = p.key and r.undone_at is null)) order by wp.number`)
  const texts = textRows(db)
  const veils = pageVeils(db)

  function newest(page: string, layer: Layer | null, audience: Audience): TextRevision | null {
    const found = texts.newest(page, layer)
    return found && veils.text(found, audience)
  }

  /** What of a witness's pages is withheld from an audience, in short. */
  function withheldOf(witness: number, audience: Audience): string {
    const told = veiledOf.all(witness).flatMap((row) => {
      const veil = veils.veilOf(row, audience)
      if (veil === null) return []
      return `${row.page_key}${veil.whole ? '' : `:${veil.redactions.map(({ id }) => id).join()}`}`
    })
    return told.join(' ')
  }

  function toPage(row: PageRow, audience: Audience): Page {
    const { key: _, layers, page_key, visibility, embargo_until, restricted_to, is_redacted, ...page } = row
    const veil = veils.veilOf(row, audience)
    if (veil?.whole) return { ...page, ...bare, withheld: veils.told(veil) }
    const own = visibility && { visibility, embargoUntil: embargo_until, group: restricted_to }
    return {
      ...page,
      layers: layers ? (layers.split(',') as Layer[]) : [],
      ...(veil && { withheld: veils.told(veil) }),
      ...(audience.everything && own && { own }),
      ...(audience.everything && is_redacted === 1 && { redactions: veils.count(page_key) }),
    }
  }

  return {
    async pages(document, witness, slice, audience) {
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
      return listing(
        rows,
        slice,
        (row) => row.key,
        (row) => toPage(row, audience),
      )
    },
    async page(document, witness, number, audience) {
      const key = witnessKey.get({ document, witness })
      const row = key === undefined ? undefined : pageAt.get(key, number)
      return row ? toPage(row, audience) : null
    },
    async place(page, audience) {
      const seen = audienceParameters(audience ?? everybody)
      return placeOf.get({ page, everywhere: audience === undefined ? 1 : 0, ...seen }) ?? null
    },
    async newest(page, layer, audience) {
      return newest(page, layer, audience)
    },
    async newestOf(document, audience) {
      return newestOf.get({ ...audienceParameters(audience), document }) ?? null
    },
    async revision(id, audience) {
      const found = texts.revision(id)
      return found && veils.text(found, audience)
    },
    async placed(id, audience) {
      const found = texts.revision(id)
      return found && veils.placed(found, texts.placed(id), audience)
    },
    async revisions(page, audience) {
      return texts.ofPage(page).flatMap((revision) => veils.text(revision, audience) ?? [])
    },
    async contents(document, layer, from, count, audience) {
      const key = witnessKey.get({ document, witness: null })
      if (key === undefined) return []
      return pagesAfter
        .all(key, from - 1, count)
        .map((page) => newest(page.id, layer, audience)?.content ?? '')
    },
    async stamp(document, audience) {
      const key = witnessKey.get({ document, witness: null })
      const now = key === undefined ? '' : `${state.get(key, key)} ${withheldOf(key, audience)}`
      return createHash('sha256').update(now).digest('base64url')
    },
  }
}
