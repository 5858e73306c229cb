import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { type HeadingNumber, numbersNear } from '../domain/resemblance/numbers-near.ts'
import { signing } from '../domain/resemblance/signature.ts'
import type { Connection } from './open-database.ts'
import { resemblanceRows } from './resemblance-rows.ts'
import { textRows } from './text-rows.ts'

type Due = { file: number; document: number; changes: number }
type Begun = Due & { after: number; signed: ReturnType<typeof signing>; numbers: HeadingNumber[] | null }

/** A statement of a file whose text has changed and is at rest: since `before`, and under no job. */
export const dueToSign = `
  select u.file, f.document, u.changes from unsigned_text u join file f on f.key = u.file
  where u.changed_at <= ? and not exists
    (select 1 from job j where j.file = u.file and j.kind <> 'ingest' and j.state in ('queued', 'running'))
  order by u.changed_at limit 1`

/**
 * Notes what texts are like that were recognised or corrected after they had been read, a few pages at a time: what has
 * been taken in of a file is kept between two steps, and begun anew where its text changes meanwhile.
 */
export function textSigning(db: Connection) {
  const resemblance = resemblanceRows(db)
  const texts = textRows(db)
  const due = db.prepare<[string], Due>(dueToSign)
  const changesOf = db.prepare<[number], number>('select changes from unsigned_text where file = ?').pluck()
  const pagesAfter = db.prepare<[number, number, number], { id: string; file_page: number }>(
    'select id, file_page from page where file = ? and file_page > ? order by file_page limit ?',
  )
  let begun: Begun | null = null

  function take(page: string, into: Begun): void {
    const text = texts.newest(page, null)
    if (!text || text.content.trim() === '') return
    into.numbers ??= numbersNear(text.content)
    into.signed.add(indexText(analyse(text.content, text.language)))
  }

  return {
    /** Takes in at most so many pages of a file that is due; false where none is. In the transaction of who calls. */
    step({ at, before, most }: { at: string; before: string; most: number }): boolean {
      if (begun && changesOf.get(begun.file) !== begun.changes) begun = null
      if (begun === null) {
        const file = due.get(before)
        if (!file) return false
        begun = { ...file, after: 0, signed: signing(), numbers: null }
      }
      const pages = pagesAfter.all(begun.file, begun.after, most)
      for (const { id, file_page } of pages) {
        take(id, begun)
        begun.after = file_page
      }
      if (pages.length === most) return true
      const { file, document, signed, numbers } = begun
      begun = null
      resemblance.note({ file, document }, { signature: signed.signature(), numbers: numbers ?? [] }, at)
      return true
    },
  }
}

/** Notes anew what all texts are like. */
export function signAllTexts(db: Connection, at: string): void {
  const { step } = textSigning(db)
  db.exec(`insert or ignore into unsigned_text (file, changed_at) select distinct file, '' from page`)
  while (step({ at, before: '9999', most: 1000 }));
}
