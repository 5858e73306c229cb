import type { PageImageWriter } from '../ports/page-images.ts'
import { likenessRows } from './likeness-rows.ts'
import type { Connection } from './open-database.ts'

/** Images of pages, written: what is known of one and looks like it, and the size of its pages, in one transaction. */
export function sqlitePageImageWriter(db: Connection): PageImageWriter {
  const likeness = likenessRows(db)
  const put = db.prepare(`
    insert into page_image (sha256, file_page, width, height, dpi, how, tool, remark, likeness, made_at)
    values (:sha256, :filePage, :width, :height, :dpi, :how, :tool, :remark, :likeness, :at)
    on conflict (sha256, file_page) do update set width = excluded.width, height = excluded.height,
      dpi = excluded.dpi, how = excluded.how, tool = excluded.tool, remark = excluded.remark,
      likeness = excluded.likeness, made_at = excluded.made_at`)
  const measure = db.prepare(`
    update page set width = :width, height = :height
    where file_page = :filePage and file in (select key from file where sha256 = :sha256)`)
  // A page of a PDF is told in points until its image is made: what was marked on it stays where it was.
  const scaleMarks = db.prepare(`
    update mark set box = json_array(
      round(box ->> 0 * 1.0 * :width / page.width), round(box ->> 1 * :height / page.height),
      round(box ->> 2 * 1.0 * :width / page.width), round(box ->> 3 * :height / page.height))
    from page
    where mark.page = page.key and mark.box is not null and page.file_page = :filePage
      and page.file in (select key from file where sha256 = :sha256)
      and page.width > 0 and page.height > 0 and (page.width, page.height) is not (:width, :height)`)
  const record = db.transaction((command: Parameters<PageImageWriter['record']>[0]) => {
    const { at, sha256, filePage, image } = command
    const { width, height } = image
    put.run({ ...image, at, sha256, filePage })
    scaleMarks.run({ sha256, filePage, width, height })
    measure.run({ sha256, filePage, width, height })
    likeness.note({ sha256, filePage, likeness: image.likeness }, at)
  })
  return {
    async record(command) {
      record.immediate(command)
    },
  }
}
