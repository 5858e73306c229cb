import type { IndexFigures } from '../../ports/search-index.ts'

type Kept = { value: unknown; bytes: number; took: number; shelf: Shelf; credit: number; drop(): void }
/** Names of what took about as long to make for each byte of it, in the order in which they were last asked for. */
type Shelf = { msAByte: number; names: Set<string> }

/** What a cache keeps: how much memory a value takes, and how many milliseconds it took to make it. */
type Keeping<T> = { bytes(value: T): number; took(value: T): number; onDrop?(value: T): void }

export type Memory = ReturnType<typeof memoryOf>

/** What takes less than this to make is not told apart. */
const leastMs = 0.01

/**
 * Memory of so many bytes that several caches share; the last one put in stays, however big it is. What goes first is what it would
 * take the least time to make again for the room that it takes, of that which has not been asked for the longest: what is asked for
 * is worth that much more than what went last (GreedyDual-Size, Cao and Irani 1997, with ratios rounded to powers of two).
 */
export function memoryOf(bytes: number) {
  const kept = new Map<string, Kept>()
  const shelves = new Map<number, Shelf>()
  const figures: IndexFigures = { bytes: 0, entries: 0, hits: 0, misses: 0 }
  let caches = 0
  let tookInAll = 0
  /** The credit of what went last. */
  let spent = 0

  function shelfOf(ms: number, size: number): Shelf {
    const power = Math.round(Math.log2(Math.max(leastMs, ms) / Math.max(1, size)))
    const shelf = shelves.get(power) ?? { msAByte: 2 ** power, names: new Set() }
    shelves.set(power, shelf)
    return shelf
  }

  /** Puts a name last on its shelf. */
  function renew(name: string, entry: Kept): void {
    entry.shelf.names.delete(name)
    entry.shelf.names.add(name)
    entry.credit = spent + entry.shelf.msAByte
  }

  function take(name: string): Kept | undefined {
    const entry = kept.get(name)
    if (!entry) return undefined
    kept.delete(name)
    entry.shelf.names.delete(name)
    figures.bytes -= entry.bytes
    return entry
  }

  /** Of the first of each shelf the one with the least credit; null where there is none but one. */
  function leastBut(name: string): string | null {
    let least: string | null = null
    let credit = Number.POSITIVE_INFINITY
    for (const { names } of shelves.values()) {
      const [first, second] = names
      const own = first === name ? second : first
      const its = own === undefined ? credit : (kept.get(own)?.credit ?? credit)
      if (own === undefined || its >= credit) continue
      least = own
      credit = its
    }
    if (least !== null) spent = credit
    return least
  }

  return {
    figures: (): IndexFigures => ({ ...figures, entries: kept.size }),
    /** How many milliseconds it took to make all that was ever put in. */
    took: (): number => tookInAll,
    isHalfFull: (): boolean => figures.bytes > bytes / 2,
    cache<T>({ bytes: bytesOf, took, onDrop = () => {} }: Keeping<T>) {
      const prefix = `${++caches} `
      return {
        get(name: string): T | undefined {
          const entry = kept.get(prefix + name)
          if (!entry) {
            figures.misses++
            return undefined
          }
          figures.hits++
          renew(prefix + name, entry)
          return entry.value as T
        },
        put(name: string, value: T): void {
          const full = prefix + name
          const old = take(full)
          if (old && old.value !== value) old.drop()
          const size = bytesOf(value)
          const ms = took(value)
          tookInAll += old?.value === value ? ms - old.took : ms
          const shelf = shelfOf(ms, size)
          const entry = { value, bytes: size, took: ms, shelf, credit: 0, drop: () => onDrop(value) }
          kept.set(full, entry)
          renew(full, entry)
          figures.bytes += size
          while (figures.bytes > bytes) {
            const least = leastBut(full)
            if (least === null) break
            take(least)?.drop()
          }
        },
        clear(): void {
          for (const name of [...kept.keys()]) if (name.startsWith(prefix)) take(name)?.drop()
        },
      }
    },
  }
}
