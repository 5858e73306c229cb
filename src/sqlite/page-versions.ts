import { allOf, cut, from, kept, until } from '../domain/audience.ts'
import { masked } from '../domain/redaction/mask.ts'
import { stretches } from '../domain/redaction/redaction.ts'
import type { Connection } from './open-database.ts'
import { classOfPage, type PageClassRow, redactionRows } from './redaction-rows.ts'

/** How a page is found by whom: a class beside that of the document, and what is withheld from it, where anything is. */
export type PageVersion = {
  audience: string
  masked(revision: string): ReturnType<typeof masked> | null
}

/**
 * The versions of a page in the index: whole for who keeps the archive, and, as far as something is redacted, one
 * without that for all others for each stretch of time in which the same is. Null for a page of which nothing is withheld.
 */
export function pageVersions(db: Connection): (page: number, at: string) => PageVersion[] | null {
  const rows = redactionRows(db)
  const own = db.prepare<[number], PageClassRow>(
    'select visibility, embargo_until, restricted_to from page where key = ?',
  )
  return (page, at) => {
    const row = own.get(page)
    const audience = row ? classOfPage(row) : null
    const redactions = rows.of(page)
    if (audience === null && redactions.length === 0) return null
    const found = stretches(at.slice(0, 10), redactions)
    const texts = found.some((one) => one.redactions.length > 0) ? rows.textsOf(page) : []
    const last = found.at(-1)
    const isOpenAtLast = last?.redactions.length === 0
    const whole = {
      audience: allOf(audience, isOpenAtLast ? (last.from === null ? null : from(last.from)) : kept),
      masked: () => null,
    }
    const without = found
      .filter((one) => one.redactions.length > 0)
      .map((stretch): PageVersion => {
        const { spans } = rows.cover(page, stretch.redactions)
        const time = [stretch.from && from(stretch.from), stretch.until && until(stretch.until)]
        return {
          audience: allOf(audience, cut, ...time),
          masked(revision) {
            const text = texts.find(({ id }) => id === revision)
            return text ? masked(text.content, text.placed, spans.get(revision) ?? []) : null
          },
        }
      })
    return [whole, ...without]
  }
}
