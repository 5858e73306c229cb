import type { Anchor } from '../domain/annotation/anchor.ts'
import { allOf, from, kept } from '../domain/audience.ts'
import type { Box } from '../domain/page/placed-words.ts'
import { type Cover, holdsOne, meets } from '../domain/redaction/cover.ts'
import { endOf, holdOn, type Redaction } from '../domain/redaction/redaction.ts'
import type { Connection } from './open-database.ts'
import { classOfPage, type PageClassRow, redactionRows } from './redaction-rows.ts'

type PageRow = PageClassRow & { key: number; width: number | null; height: number | null }

/** Something that is said about a page: its texts, the boxes that it names, and the passage of a revision that it is about. */
export type Said = {
  texts: readonly string[]
  boxes: readonly Box[]
  passage: (Pick<Anchor, 'start' | 'end'> & { revision: string; content: string }) | null
}

/**
 * The class of what stands on a page: those who see the page, and of what tells of something that is redacted, who sees
 * that. Null where everybody sees it who sees its document.
 */
export function withheldClasses(db: Connection) {
  const rows = redactionRows(db)
  const pageOf = db.prepare<[number], PageRow>(
    'select key, visibility, embargo_until, restricted_to, width, height from page where key = ?',
  )

  function touches(cover: Cover, { texts, boxes, passage }: Said, page: PageRow): boolean {
    if (texts.some((text) => holdsOne(text, cover.wordings))) return true
    const { width, height } = page
    if (boxes.length > 0 && (cover.areas === null || width === null || height === null)) return true
    const frame = { width: width ?? 1, height: height ?? 1 }
    if (boxes.some((box) => cover.areas?.some((area) => meets(area, box, frame)))) return true
    if (passage === null) return false
    const spans = cover.spans.get(passage.revision) ?? []
    return spans.some(({ start, end }) => {
      const points = (unit: number) => [...passage.content.slice(0, unit)].length
      return passage.start < points(end) && points(start) < passage.end
    })
  }

  /** Of redactions those that something on a page tells of. */
  function touched(page: PageRow, redactions: readonly Redaction[], said: Said): Redaction[] {
    return redactions.filter((one) => touches(rows.cover(page.key, [one]), said, page))
  }

  return (
    page: number | null,
    at: string,
    said: Said,
    counts: (redaction: Redaction) => boolean = () => true,
  ): string | null => {
    const row = page === null ? undefined : pageOf.get(page)
    if (!row) return null
    const own = classOfPage(row)
    const held = holdOn(at.slice(0, 10), rows.of(row.key)).filter(counts)
    const told = held.length === 0 ? [] : touched(row, held, said)
    if (told.length === 0) return own
    const end = endOf(told)
    return allOf(own, end === null ? kept : from(end))
  }
}
