import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { allOf } from '../domain/audience.ts'
import { type Crossing, crossings } from '../domain/page-work/crossings.ts'
import type { Sequence } from '../domain/page-work/sequence.ts'
import { refreshAffected } from './affected.ts'
import { ownClass } from './audience-sql.ts'
import type { Connection } from './open-database.ts'
import { pageReadings } from './page-readings.ts'
import { readings } from './readings.ts'
import { readingText } from './search/reading-text.ts'

/** A witness whose sequence has just been written. */
export type Rearranged = {
  witness: number
  document: number
  documentId: string
  was: Sequence
  is: Sequence
}

/**
 * What follows pages to where they stand now: their readings, so that search has them at once; annotations, where a page
 * has left a document for another one; marks, where it has left a witness for another one.
 */
export function pageFollowing(db: Connection) {
  const pages = pageReadings(db)
  const rows = readings(db)
  const textOf = readingText(db)
  const refresh = refreshAffected(db)
  const bearing = db
    .prepare<[number, number], number>(`
      select w.key from witness_page wp join witness w on w.key = wp.witness where wp.page = ? and w.document = ?`)
    .pluck()
  const annotations = db.prepare<
    [number, number],
    { key: number; audience: string | null; circle: string | null; absent: 0 | 1 }
  >(
    'select key, audience, circle, deleted_at is not null or hidden_at is not null as absent from annotation where page = ? and document = ?',
  )
  const rehome = db.prepare('update annotation set document = ? where key = ?')
  const readingOf = db
    .prepare<[number], number>(
      "select rowid from reading where kind = 'annotation' and revision = ? and entombed_at is null",
    )
    .pluck()
  const classOf = db
    .prepare<[number], string>(`select ${ownClass('d')} from document d where d.key = ?`)
    .pluck()
  const remark = db.prepare('update mark set witness = :to where witness = :from and page = :page')

  function moveAnnotations(page: number, from: number, to: number, at: string): void {
    for (const { key, audience: own, circle, absent } of annotations.all(page, from)) {
      rehome.run(to, key)
      for (const rowid of readingOf.all(key)) rows.entomb(rowid, at)
      if (absent) continue
      const source = { kind: 'annotation', layer: null, document: to, revision: key, masked: null } as const
      const words = indexText(analyse(textOf(source), null))
      const { kind, document, revision } = source
      rows.add({ kind, document, revision, page, audience: allOf(classOf.get(to) ?? '', own, circle), words })
    }
  }

  /** Every pair of what a page has left and the first of what it has entered. */
  function* moves(of: Map<string, Crossing>): Generator<{ page: string; from: number; to: number }> {
    for (const [page, { left, entered }] of of) {
      const [to] = entered
      if (to !== undefined) for (const from of left) yield { page, from, to }
    }
  }

  return {
    /** `keyOf` gives the row of a page. Documents whose marks have come or gone are described and dated anew. */
    follow(changes: readonly Rearranged[], keyOf: (page: string) => number, at: string): void {
      const touched = new Set(changes.map(({ witness }) => witness))
      const standsBeside = (page: string, document: number) =>
        bearing.all(keyOf(page), document).some((witness) => !touched.has(witness))
      const between = crossings(
        changes.map((change) => ({ ...change, group: change.document })),
        standsBeside,
      )
      for (const { page, from, to } of moves(between)) moveAnnotations(keyOf(page), from, to, at)
      for (const page of between.keys()) pages.refresh(keyOf(page), at)

      const within = crossings(
        changes.map((change) => ({ ...change, group: change.witness })),
        () => false,
      )
      const marked = new Set<number>()
      for (const { page, from, to } of moves(within))
        if (remark.run({ from, to, page: keyOf(page) }).changes > 0) marked.add(from).add(to)
      const documents = changes.filter(({ witness }) => marked.has(witness))
      for (const id of new Set(documents.map(({ documentId }) => documentId)))
        refresh({ type: 'document', id }, at)
    },
  }
}
