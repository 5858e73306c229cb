import type { Stream } from '../../domain/ranking/stream.ts'
import type { FoundDocuments } from './collect.ts'
import type { Holdings } from './holdings.ts'
import { type Memory, memoryOf } from './memory.ts'

/** What a query finds before anything narrows it down: none of its documents fails a condition. */
export type Whole = { rows: Stream; documents: FoundDocuments; exact: boolean }

type Entry = { version: number; whole: Whole }

/** What a row takes (its number, and its score or weight), a document, and what is counted of all of them, in bytes. */
const bytesARow = 8
const bytesADocument = 13
const bytesOfCounts = 20_000

const bytesOf = ({ whole: { rows, documents } }: Entry): number =>
  rows.size * bytesARow + documents.size * bytesADocument + bytesOfCounts

/**
 * Keeps what queries found within so many bytes, as long as nothing is written of which a search may tell: for whoever
 * asks again, narrows a search down or goes to its next page. What was broken off for want of time is not kept.
 */
export function keptFindings(held: Holdings, bytes: number) {
  const memory: Memory = memoryOf(bytes)
  const kept = memory.cache<Entry>({ bytes: bytesOf })
  return {
    figures: memory.figures,
    /** What is kept under a name that says all it depends on, else what `find` finds now. */
    of(name: string, find: () => Whole): Whole {
      const known = kept.get(name)
      if (known?.version === held.version) return known.whole
      const whole = find()
      if (whole.exact) kept.put(name, { version: held.version, whole })
      return whole
    },
  }
}

export type KeptFindings = ReturnType<typeof keptFindings>
