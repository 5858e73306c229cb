import { ArchiveError } from '../domain/errors.ts'
import type { Leaf, Work } from '../domain/page-work/operation.ts'
import { entriesOf, type Run } from '../domain/page-work/runs.ts'
import type { Sequence } from '../domain/page-work/sequence.ts'
import { revert } from '../domain/page-work/splice.ts'
import type { pageChangeRows } from './page-change-rows.ts'
import type { witnessPages } from './witness-pages.ts'

/** What takes a change back, as things stand now. ArchiveError('conflict') where what it changed has changed since. */
export function inverseWork(
  pages: ReturnType<typeof witnessPages>,
  changes: ReturnType<typeof pageChangeRows>,
) {
  const entries = (runs: readonly Run[]) => entriesOf(runs, pages.pagesOfFile)
  return (change: string, sequenceOf: (witness: string) => Sequence): Work => {
    const effect = changes.effect(change)
    const sequences = new Map<string, Sequence>()
    for (const { witness, before, after, out, in: put } of effect.places) {
      const splice = { before, after, out: entries(out), in: entries(put) }
      const was = revert(sequenceOf(witness), splice)
      if (was === null) throw overtaken(`The pages of the witness ${witness} were arranged`)
      sequences.set(witness, was)
    }
    const labels = new Map<string, string | null>()
    for (const [index, page] of entries(effect.labels?.pages ?? []).entries()) {
      if (pages.page(page).label !== effect.labels?.after[index])
        throw overtaken(`The page ${page} was labelled`)
      labels.set(page, effect.labels.before[index] ?? null)
    }
    const leaves = new Map<string, Leaf>()
    for (const { id, before, after } of effect.leaves) {
      // One that the change made stands nowhere once it is undone, whatever is said of it.
      if (before === null) continue
      const now = pages.leaf(id)
      if (now?.label !== after.label || now.note !== after.note)
        throw overtaken(`The missing leaf ${id} was described`)
      leaves.set(id, before)
    }
    return { sequences, labels, leaves }
  }
}

const overtaken = (what: string) =>
  new ArchiveError('conflict', `${what} otherwise since: undo that first, or change it by hand.`)
