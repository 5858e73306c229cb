import type { Audience } from '../domain/audience.ts'
import type { PageImage, PageImageReader } from '../ports/page-images.ts'
import type { Connection } from './open-database.ts'
import { pageVeils, type VeiledRow, veilColumns } from './page-veils.ts'

type SourceRow = VeiledRow & { document: string; sha256: string; name: string; mediaType: string }

/** Images of pages, read by a connection that may be read-only. */
export function sqlitePageImageReader(db: Connection): PageImageReader {
  const columns = `d.id as document, f.sha256, f.name, f.media_type as mediaType`
  const sourceOf = db.prepare<[string], SourceRow & { filePage: number }>(`
    select ${veilColumns}, ${columns}, p.file_page as filePage
    from page p join file f on f.key = p.file join document d on d.key = f.document where p.id = ?`)
  // It may not have been read yet, and then has no page.
  const firstOf = db.prepare<[string], SourceRow>(`
    select ${veilColumns}, ${columns} from file f join document d on d.key = f.document
    left join page p on p.file = f.key and p.file_page = 1 where f.id = ?`)
  const veils = pageVeils(db)
  const imageOf = db.prepare<[string, number], PageImage>(`
    select width, height, dpi, how, tool, remark, likeness from page_image where sha256 = ? and file_page = ?`)

  function seen(row: SourceRow, filePage: number, audience: Audience) {
    const veil = veils.veilOf(row, audience)
    if (veil?.whole) return null
    const { document, sha256, name, mediaType } = row
    const source = { document, sha256, filePage, name, mediaType }
    const varies = row.visibility !== null || row.is_redacted === 1
    const withheld = veil?.cover.areas
    return { ...source, ...(varies && { varies }), ...(withheld !== undefined && { withheld }) }
  }

  return {
    async source(page, audience) {
      const row = sourceOf.get(page)
      return row ? seen(row, row.filePage, audience) : null
    },
    async firstOf(file, audience) {
      const row = firstOf.get(file)
      return row ? seen(row, 1, audience) : null
    },
    async find(sha256, filePage) {
      return imageOf.get(sha256, filePage) ?? null
    },
  }
}
