import { audienceClass } from '../domain/audience.ts'
import type { Visibility } from '../domain/document.ts'
import { unpackWords } from '../domain/page/pack-words.ts'
import { type Cover, type CoveredText, coverOf } from '../domain/redaction/cover.ts'
import type { Redaction } from '../domain/redaction/redaction.ts'
import type { Connection } from './open-database.ts'

export type RedactionRow = {
  id: string
  page: number
  regions: string
  frame: string | null
  quotes: string
  because: string
  tells: 0 | 1
  until: string | null
  made_by: string
  made_at: string
  undone_at: string | null
}

export const toRedaction = (row: RedactionRow): Redaction => ({
  id: row.id,
  regions: JSON.parse(row.regions),
  frame: row.frame === null ? null : JSON.parse(row.frame),
  quotes: JSON.parse(row.quotes),
  because: row.because,
  tells: row.tells === 1,
  until: row.until,
  by: row.made_by,
  at: row.made_at,
})

/** What a page's own class is made of; `visibility` null where it has none. */
export type PageClassRow = {
  visibility: Visibility | null
  embargo_until: string | null
  restricted_to: string | null
}

/** The class that a page has of its own; null where it is seen with its document. */
export const classOfPage = ({ visibility, embargo_until, restricted_to }: PageClassRow): string | null =>
  visibility === null ? null : audienceClass(visibility, embargo_until, restricted_to)

const mostKept = 32

/** What is redacted of pages, and what of their images and texts that comes to. */
export function redactionRows(db: Connection) {
  const standing = db.prepare<[number], RedactionRow>(
    'select * from redaction where page = ? and undone_at is null order by key',
  )
  const state = db
    .prepare<[number], string>(`
      select count(*) || ' ' || coalesce(max(key), 0) || ' ' || coalesce(sum(length(words)), 0)
      from text_revision where page = ?`)
    .pluck()
  const texts = db.prepare<[number], { id: string; content: string; words: Buffer | null }>(
    'select id, content, words from text_revision where page = ? order by key',
  )
  const covers = new Map<string, Cover>()

  function textsOf(page: number): CoveredText[] {
    return texts
      .all(page)
      .map(({ id, content, words }) => ({ id, content, placed: words && unpackWords(words) }))
  }

  return {
    /** The redactions of a page that were not undone; some may have ended by themselves. */
    of: (page: number): Redaction[] => standing.all(page).map(toRedaction),
    textsOf,
    /** What redactions withhold of a page as its texts are now. */
    cover(page: number, redactions: readonly Redaction[]): Cover {
      const key = `${page} ${state.get(page)} ${redactions.map(({ id }) => id).join(' ')}`
      const cover = covers.get(key) ?? coverOf(redactions, textsOf(page))
      covers.delete(key)
      covers.set(key, cover)
      const [oldest] = covers.keys()
      if (covers.size > mostKept && oldest !== undefined) covers.delete(oldest)
      return cover
    },
  }
}
