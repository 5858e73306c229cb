import type { IndexFigures } from '../../ports/search-index.ts'

type Kept = { value: unknown; bytes: number; drop(): void }

export type Memory = ReturnType<typeof memoryOf>

/**
 * Memory of so many bytes that several caches share. What has not been asked for the longest goes first, of whichever
 * cache; the last one put in stays, however big it is.
 */
export function memoryOf(bytes: number) {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept>()
  const figures: IndexFigures = { bytes: 0, entries: 0, hits: 0, misses: 0 }
  let caches = 0

  function drop(name: string): void {
    const entry = kept.get(name)
    if (!entry) return
    kept.delete(name)
    figures.bytes -= entry.bytes
    entry.drop()
  }

  return {
    figures: (): IndexFigures => ({ ...figures, entries: kept.size }),
    isHalfFull: (): boolean => figures.bytes > bytes / 2,
    cache<T>({ bytes: bytesOf, onDrop = () => {} }: { bytes(value: T): number; onDrop?(value: T): void }) {
      const prefix = `${++caches} `
      return {
        get(name: string): T | undefined {
          const entry = kept.get(prefix + name)
          if (!entry) {
            figures.misses++
            return undefined
          }
          figures.hits++
          kept.delete(prefix + name)
          kept.set(prefix + name, entry)
          return entry.value as T
        },
        put(name: string, value: T): void {
          const old = kept.get(prefix + name)
          if (old && old.value !== value) drop(prefix + name)
          else if (old) {
            kept.delete(prefix + name)
            figures.bytes -= old.bytes
          }
          const size = bytesOf(value)
          kept.set(prefix + name, { value, bytes: size, drop: () => onDrop(value) })
          figures.bytes += size
          for (const oldest of kept.keys()) {
            if (figures.bytes <= bytes || kept.size === 1) break
            drop(oldest)
          }
        },
        clear(): void {
          for (const name of [...kept.keys()]) if (name.startsWith(prefix)) drop(name)
        },
      }
    },
  }
}
