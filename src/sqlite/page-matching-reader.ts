import type { PageMatchingReader } from '../ports/page-matching.ts'
import type { Connection } from './open-database.ts'
import { pageMatchingPlan } from './page-matching-plan.ts'

/** What became of the pages of transcriptions, read by a connection that may be read-only. */
export function sqlitePageMatchingReader(db: Connection): PageMatchingReader {
  const plans = pageMatchingPlan(db)
  const placeOf = db.prepare<[number, string], { number: number; label: string | null }>(`
    select wp.number, p.label from page p left join witness_page wp on wp.page = p.key and wp.witness = ? where p.id = ?`)
  return {
    async ofFile(id) {
      const file = plans.file(id)
      if (!file) return null
      const pages = plans.pages(file.key)
      const plan = plans.plan(file, pages, plans.scan(file.witness))
      const says = new Map(plan.map((match) => [match.filePage, match.page === null ? match.says : null]))
      return pages.map(({ filePage, id: own, label, image, how, target, behind, isOvertaken }) => {
        const place = target === null ? undefined : placeOf.get(file.witness, target)
        return {
          ...{ filePage, id: own, label, image, how },
          target:
            target === null
              ? null
              : { page: target, number: place?.number ?? null, label: place?.label ?? null },
          says: target === null && how === null ? (says.get(filePage) ?? null) : null,
          behind: behind === 1 || isOvertaken === 1,
        }
      })
    },
  }
}
