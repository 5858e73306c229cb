import type { ImageSource, PageImage, PageImageReader } from '../ports/page-images.ts'
import type { Connection } from './open-database.ts'

/** Images of pages, read by a connection that may be read-only. */
export function sqlitePageImageReader(db: Connection): PageImageReader {
  const sourceOf = db.prepare<[string], ImageSource & { document: string }>(`
    select d.id as document, f.sha256, p.file_page as filePage, f.name, f.media_type as mediaType
    from page p join file f on f.key = p.file join document d on d.key = f.document where p.id = ?`)
  const imageOf = db.prepare<[string, number], PageImage>(`
    select width, height, dpi, how, tool, remark, likeness from page_image where sha256 = ? and file_page = ?`)
  return {
    async source(page) {
      return sourceOf.get(page) ?? null
    },
    async find(sha256, filePage) {
      return imageOf.get(sha256, filePage) ?? null
    },
  }
}
