import type { ArchiveState } from '../ports/archive-state.ts'
import type { IndexFigures } from '../ports/search-index.ts'

/** A reply as it was sent and what is told of it; with more time one that is not `isFinal` might have been another. */
type Reply<T> = { written: Buffer; told: T }

/**
 * Keeps replies within so many bytes for whoever asks the same, as long as nothing at all is written; those that were kept first
 * go first. A name says all that a reply depends on beside what is written.
 */
export function keptReplies<T extends { isFinal: boolean }>(state: ArchiveState, most: number) {
  const kept = new Map<string, { told: T; from: number; to: number }>()
  let memory: Buffer | null = null
  let end = 0
  let bytes = 0
  let hits = 0
  let misses = 0
  let asOf = Number.NaN

  function forget(name: string): void {
    const its = kept.get(name)
    if (its) bytes -= its.to - its.from
    kept.delete(name)
  }

  /** Makes room behind what was kept last, or at the beginning again, and forgets what lay there: the oldest. */
  function roomFor(size: number): number {
    const last = end
    const from = last + size > most ? 0 : last
    end = from + size
    for (const [name, its] of kept) {
      const isInTheWay = from === last ? its.to > from && its.from < end : its.from >= last || its.from < end
      if (!isInTheWay) break
      forget(name)
    }
    return from
  }

  function keep(name: string, { written, told }: Reply<T>): void {
    if (written.length > most) return
    // One block for all of them: of thousands the garbage collector would have to be told each.
    memory ??= Buffer.allocUnsafeSlow(most)
    forget(name)
    const from = roomFor(written.length)
    written.copy(memory, from)
    kept.set(name, { told, from, to: end })
    bytes += written.length
  }

  /**
   * What `use` makes of what is kept under a name, else of what is made now. It may keep nothing of what was written: another
   * may soon lie there.
   */
  async function of<R>(name: string, make: () => Promise<Reply<T>>, use: (reply: Reply<T>) => R): Promise<R> {
    const version = await state.version()
    if (version !== asOf) {
      kept.clear()
      end = 0
      bytes = 0
      asOf = version
    }
    const known = kept.get(name)
    if (known && memory) {
      hits++
      return use({ written: memory.subarray(known.from, known.to), told: known.told })
    }
    misses++
    const made = await make()
    // Unless it may hold what was written after those that are kept now, or lack it.
    if (made.told.isFinal && version === asOf) keep(name, made)
    return use(made)
  }

  return { of, figures: (): IndexFigures => ({ bytes, entries: kept.size, hits, misses }) }
}
