import { type Dated, datings, mostTogether } from './datings.ts'
import { descriptionRows } from './description-rows.ts'
import { documentClasses } from './document-classes.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { staleDescriptions } from './stale-descriptions.ts'

/** Describes and dates documents anew in the transaction of who calls, with those whose date follows from theirs. */
export function redating(db: Connection) {
  const dating = datings(db)
  const descriptions = descriptionRows(db)
  const stale = staleDescriptions(db)
  const classes = documentClasses(db)

  /** Describes some of the dated documents anew, and of the others those that have a new date. */
  function write(
    dated: readonly Dated[],
    described: ReadonlySet<number>,
    at: string,
    most: number,
  ): DocumentRow[] {
    const others = dated.filter((one) => !described.has(one.row.key) && descriptions.hasNewDate(one))
    for (const one of dated) if (described.has(one.row.key)) descriptions.refreshIfChanged(one, at)
    for (const one of others.slice(0, most)) descriptions.refreshIfChanged(one, at)
    stale.put(
      others.slice(most).map(({ row }) => row),
      at,
    )
    return others.map(({ row }) => row)
  }

  return {
    /**
     * After a change: documents to be described, and such as only may have another date. All that they are related to
     * is dated with them, once; what is more than `most` is left to a job.
     */
    changed(
      described: readonly DocumentRow[],
      touched: readonly DocumentRow[],
      at: string,
      most: number,
    ): void {
      const now = described.slice(0, most)
      const later = described.slice(most)
      const starts = [...now, ...touched.slice(0, Math.max(0, mostTogether - now.length))]
      const component = dating.links.component(starts, mostTogether)
      const dated = dating.date(component)
      const own = new Set(now.map(({ key }) => key))
      const before = new Map(now.map(({ key }) => [key, descriptions.dateOf(key)]))
      const others = write(dated, own, at, most - now.length)
      stale.put(later, at)
      const isLeft = component.beyond.length > 0 || starts.length < now.length + touched.length
      if (!isLeft) return
      const hasMoved =
        others.length > 0 || now.some(({ key }) => before.get(key) !== descriptions.dateOf(key))
      if (hasMoved) stale.put(allBeyond([...now, ...touched], component.documents), at)
    },
    /** Describes documents that a change had left. Of a component that is too large others are left as they are. */
    overdue(left: readonly DocumentRow[], at: string): void {
      const documents = left.map((row) => ({ ...row, audience: classes.refresh(row.key) }))
      const component = dating.links.component(documents, mostTogether)
      const own = new Set(documents.map(({ key }) => key))
      const dated = dating.date(component)
      const isWhole = component.beyond.length === 0
      write(isWhole ? dated : dated.filter(({ row }) => own.has(row.key)), own, at, mostTogether)
    },
  }

  function allBeyond(starts: readonly DocumentRow[], done: readonly DocumentRow[]): DocumentRow[] {
    const keys = new Set(done.map(({ key }) => key))
    return dating.links
      .component(starts, Number.POSITIVE_INFINITY)
      .documents.filter(({ key }) => !keys.has(key))
  }
}
