import type { WebAnnotation } from '../domain/annotation/model.ts'
import { allOf } from '../domain/audience.ts'
import { saidIn } from '../domain/redaction/said.ts'
import type { Mark } from '../domain/witness/mark.ts'
import { ownClass } from './audience-sql.ts'
import { type MarkRow, selectMarks } from './mark-rows.ts'
import type { Connection } from './open-database.ts'
import { withheldClasses } from './withheld-classes.ts'

type NoteRow = {
  key: number
  page: number | null
  body: string
  anchor: string | null
  revision: string | null
  content: string | null
  written_at: string
  audience: string | null
  circle: string | null
  document_class: string | null
}

const noteColumns = `
  select a.key, a.page, a.body, a.anchor, r.id as revision, r.content, coalesce(a.modified_at, a.created_at) as written_at,
    a.audience, a.circle, ${ownClass('d')} as document_class
  from annotation a left join text_revision r on r.key = a.revision left join document d on d.key = a.document`

/** Keeps true which annotations and marks tell of what is withheld. */
export function saidOnPages(db: Connection) {
  const classOf = withheldClasses(db)
  const note = db.prepare<[number], NoteRow>(`${noteColumns} where a.key = ?`)
  const brief = db.prepare<[number], { audience: string | null; is_withheld: 0 | 1 }>(`
    select a.audience, coalesce(p.visibility is not null
      or exists (select 1 from redaction r where r.page = p.key and r.undone_at is null), 0) as is_withheld
    from annotation a left join page p on p.key = a.page where a.key = ?`)
  const notesOn = db.prepare<[number], NoteRow>(`${noteColumns} where a.page = ? and a.deleted_at is null`)
  const setNote = db.prepare(
    'update annotation set audience = :audience where key = :key and audience is not :audience',
  )
  const setReading = db.prepare(
    `update reading set audience = :audience
    where kind = 'annotation' and revision = :key and entombed_at is null and audience is not :audience`,
  )
  const marksOn = db.prepare<[number], MarkRow>(`${selectMarks} where m.page = ?`)
  const markById = db.prepare<[string], MarkRow & { page_key: number | null }>(
    `select k.*, (select page from mark where key = k.key) as page_key from (${selectMarks}) k where k.id = ?`,
  )
  const setMark = db.prepare(
    'update mark set audience = :audience where key = :key and audience is not :audience',
  )
  const documentsOf = db
    .prepare<[number], string>(
      'select distinct d.id from mark m join witness w on w.key = m.witness join document d on d.key = w.document where m.page = ?',
    )
    .pluck()

  function classNote(row: NoteRow, at: string, counts?: Parameters<typeof classOf>[3]): void {
    const body = JSON.parse(row.body) as WebAnnotation
    const { revision, content } = row
    const anchor = row.anchor === null ? null : JSON.parse(row.anchor)
    const passage = anchor && revision !== null ? { ...anchor, revision, content: content ?? '' } : null
    const audience = classOf(row.page, at, { ...saidIn(body), passage }, counts)
    setNote.run({ key: row.key, audience })
    if (row.document_class !== null)
      setReading.run({ key: row.key, audience: allOf(row.document_class, audience, row.circle) })
  }

  function classMark(row: MarkRow, page: number | null, at: string): boolean {
    const { reading, as_read, box, because } = row
    const texts = [reading, as_read, because].filter((text) => text !== null)
    const boxes: Mark['box'][] = box === null ? [] : [JSON.parse(box)]
    const said = { texts, boxes: boxes.filter((one) => one !== null), passage: null }
    return setMark.run({ key: row.key, audience: classOf(page, at, said) }).changes > 0
  }

  return {
    /** What an annotation that was just written may be seen by; what tells of nothing withheld, by its page alone. */
    note(key: number, at: string, { seesAll }: { seesAll: boolean }): void {
      const { audience = null, is_withheld = 0 } = brief.get(key) ?? {}
      const row = is_withheld ? note.get(key) : undefined
      if (row) classNote(row, at, () => seesAll)
      else if (audience !== null) setNote.run({ key, audience: null })
    },
    mark(id: string, at: string): void {
      const row = markById.get(id)
      if (row) classMark(row, row.page_key, at)
    },
    /** All that is said on a page; returns the documents whose marks others see now. What was said later by who did not
     * see what is redacted tells nothing of it, and to look whether it does would tell them. */
    page(page: number, at: string): string[] {
      for (const row of notesOn.all(page)) {
        const wasTold = row.audience !== null && /kept|embargoed/.test(row.audience)
        classNote(row, at, (redaction) => wasTold || row.written_at <= redaction.at)
      }
      const changed = marksOn.all(page).filter((row) => classMark(row, page, at))
      return changed.length > 0 ? documentsOf.all(page) : []
    },
  }
}
