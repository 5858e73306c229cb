import type { Audience } from '../domain/audience.ts'
import type { Layer } from '../domain/text.ts'
import type { CanvasPage, CanvasReader } from '../ports/canvases.ts'
import type { MissingLeaf } from '../ports/page-work.ts'
import { audienceParameters, ownSeen } from './audience-sql.ts'
import type { Connection } from './open-database.ts'
import { pageVeils, type VeiledRow, veilColumns } from './page-veils.ts'

type CanvasRow = VeiledRow & {
  id: string
  witness: string
  number: number
  label: string | null
  width: number | null
  height: number | null
  file: string
  file_name: string
  media_type: string
  is_pictured: 0 | 1
  fault: string | null
  layers: string | null
  is_annotated: 0 | 1
}

const columns = `
  select ${veilColumns}, p.id, w.id as witness, wp.number, p.label, p.width, p.height, p.fault,
    f.id as file, f.name as file_name, f.media_type,
    exists (select 1 from page_image i where i.sha256 = f.sha256 and i.file_page = p.file_page) as is_pictured,
    (select group_concat(distinct layer) from text_revision r where r.page = p.key and not exists (
      select 1 from text_revision n where n.page = r.page and n.layer = r.layer and n.key >= r.key and n.withdraws = 1)) as layers,
    exists (select 1 from annotation a where a.page = p.key and a.document = w.document and a.deleted_at is null
      and ${ownSeen('a.circle')} and ${ownSeen('a.audience')}) as is_annotated
  from witness w join witness_page wp on wp.witness = w.key join page p on p.key = wp.page join file f on f.key = p.file`

/** Pages as canvases, read by a connection that may be read-only. */
export function sqliteCanvasReader(db: Connection): CanvasReader {
  const pagesAfter = db.prepare<unknown[], CanvasRow>(
    `${columns} where w.id = :witness and wp.number > :after order by wp.number limit :most`,
  )
  const pageIn = db.prepare<unknown[], CanvasRow>(
    `${columns} where p.id = :id and w.document = (select key from document where id = :document) order by w.ordinal limit 1`,
  )
  const leafIn = db.prepare<[string, string], MissingLeaf & { witness: string }>(`
    select m.id, w.id as witness, m.after, m.label, m.note from missing_leaf m join witness w on w.key = m.witness
    where m.id = ? and w.document = (select key from document where id = ?)`)
  const veils = pageVeils(db)

  function toPage(row: CanvasRow, audience: Audience): CanvasPage {
    const { id, number, label, width, height, fault } = row
    const file = { id: row.file, name: row.file_name, mediaType: row.media_type }
    const veil = veils.veilOf(row, audience)
    if (veil?.whole) return { id, number, label, file, ...shut, withheld: veils.told(veil) }
    return {
      ...{ id, number, label, width, height, fault, file },
      isPictured: row.is_pictured === 1,
      layers: row.layers ? (row.layers.split(',') as Layer[]) : [],
      isAnnotated: row.is_annotated === 1,
      ...(veil && { withheld: veils.told(veil) }),
    }
  }

  return {
    async pages(witness, after, most, audience) {
      const asked = { ...audienceParameters(audience), witness, after, most }
      return pagesAfter.all(asked).map((row) => toPage(row, audience))
    },
    async find(document, id, audience) {
      const page = pageIn.get({ ...audienceParameters(audience), id, document })
      if (page) return { kind: 'page', witness: page.witness, ...toPage(page, audience) }
      const leaf = leafIn.get(id, document)
      return leaf ? { kind: 'missing', ...leaf } : null
    },
  }
}

/** A page that may not be seen has no image, and nothing is told of what it bears. */
const shut = { width: null, height: null, fault: null, layers: [], isPictured: false, isAnnotated: false }
