import type { Work } from '../domain/page-work/operation.ts'
import { runsOf } from '../domain/page-work/runs.ts'
import { isLeaf, type Sequence } from '../domain/page-work/sequence.ts'
import { spliceOf } from '../domain/page-work/splice.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { type Effect, pageChangeRows } from './page-change-rows.ts'
import { pageFollowing, type Rearranged } from './page-following.ts'
import { witnessPages } from './witness-pages.ts'
import { type WitnessRow, witnessRows } from './witness-rows.ts'

type Change = { id: string; actor: string; at: string; undoes: string | null }
type Place = Rearranged & { row: WitnessRow }

/** Carries out what work comes to, in the transaction of who calls: rows, what follows pages, the change and its events. */
export function pageCarrying(db: Connection) {
  const witnesses = witnessRows(db)
  const pages = witnessPages(db)
  const following = pageFollowing(db)
  const changes = pageChangeRows(db)
  const record = eventLog(db)
  const touchWitness = db.prepare('update witness set version = version + 1 where key = ?')
  const touchDocument = db.prepare('update document set version = version + 1, updated_at = ? where key = ?')

  function placesOf({ sequences }: Work): Place[] {
    return [...sequences].flatMap(([witness, is]) => {
      const row = witnesses.row(witness)
      if (!row) return []
      const was = pages.sequence(row.key)
      if (spliceOf(was, is) === null) return []
      return [{ row, witness: row.key, document: row.document_key, documentId: row.document, was, is }]
    })
  }
  const runs = (sequence: Sequence) => runsOf(sequence.map((id) => pages.placed(id)))

  function effectOf({ labels, leaves }: Work, places: readonly Place[]): Effect {
    const relabelled = [...labels].filter(([page, label]) => pages.page(page).label !== label)
    return {
      places: places.flatMap(({ row, was, is }) => {
        const splice = spliceOf(was, is)
        return splice ? [{ witness: row.id, ...splice, out: runs(splice.out), in: runs(splice.in) }] : []
      }),
      labels:
        relabelled.length === 0
          ? null
          : {
              pages: runs(relabelled.map(([page]) => page)),
              before: relabelled.map(([page]) => pages.page(page).label),
              after: relabelled.map(([, label]) => label),
            },
      leaves: [...leaves].flatMap(([id, after]) => {
        const before = pages.leaf(id)
        return before?.label === after.label && before.note === after.note ? [] : [{ id, before, after }]
      }),
    }
  }

  /** An event in the history of each witness: what stood at the place that is another now, and what stands there. */
  function tell(target: WitnessRow, places: readonly Place[], effect: Effect, change: Change): void {
    const { at, actor, id, undoes } = change
    const verb = undoes === null ? 'change-pages' : 'undo-page-change'
    const reached = new Map([[target.id, target], ...places.map(({ row }) => [row.id, row] as const)])
    for (const row of reached.values()) {
      const place = effect.places.find(({ witness }) => witness === row.id)
      const own = row === target || row.id === target.id ? effect : null
      const said = (side: 'before' | 'after', stood: 'out' | 'in') => ({
        ...(place && { behind: place.before, pages: place[stood] }),
        ...(own?.labels && { labels: { pages: own.labels.pages, labels: own.labels[side] } }),
        ...(own?.leaves.length && { missing: own.leaves.map((leaf) => ({ id: leaf.id, ...leaf[side] })) }),
      })
      record({
        ...{ at, actor, verb, subject: { type: 'witness', id: row.id }, document: row.document },
        before: said('before', 'out'),
        after: { change: id, ...(undoes && { undoes }), ...said('after', 'in') },
      })
    }
  }

  return {
    pages,
    /** False, and nothing is written, where nothing is other than it was and no change is taken back by it. */
    carryOut(target: WitnessRow, work: Work, change: Change): boolean {
      const places = placesOf(work)
      const effect = effectOf(work, places)
      const isNothing = places.length === 0 && effect.labels === null && effect.leaves.length === 0
      if (isNothing && change.undoes === null) return false
      for (const { id, after } of effect.leaves) pages.sayLeaf(id, target.key, after)
      pages.write(places)
      for (const [page, label] of work.labels) if (!isLeaf(page)) pages.label(page, label)
      following.follow(places, (page) => pages.page(page).key, change.at)
      const reached = new Set([target.key, ...places.map(({ witness }) => witness)])
      for (const key of reached) touchWitness.run(key)
      for (const key of new Set([target.document_key, ...places.map(({ document }) => document)]))
        touchDocument.run(change.at, key)
      changes.add({ ...change, witness: target.key }, effect, [...reached])
      tell(target, places, effect, change)
      return true
    },
  }
}
