import type { Stream } from '../../domain/ranking/stream.ts'
import type { Collected, FoundDocuments } from './collect.ts'
import type { Statistics } from './ground.ts'
import type { Holdings } from './holdings.ts'
import { type Memory, memoryOf } from './memory.ts'

/** Up to which row, and which document, something was found. */
export type UpTo = { upTo: number; upToDocument: number }

/**
 * What a query finds before anything narrows it down: none of its documents fails a condition. What it `grows` from is there
 * where later rows can be added to it: by which statistics it was ranked, in which forms its words were looked for, and its
 * documents as they were collected.
 */
export type Whole = {
  rows: Stream
  documents: FoundDocuments
  exact: boolean
  grows: { statistics: Statistics; lookedFor: string; collected: Collected } | null
}

type Entry = UpTo & { version: number; sights: number; whole: Whole }

/** What a row takes (its number, and its score or weight), a document, and what is counted of all of them, in bytes. */
const bytesARow = 8
const bytesADocument = 21
const bytesOfCounts = 20_000

const bytesOf = ({ whole: { rows, documents } }: Entry): number =>
  rows.size * bytesARow + documents.size * bytesADocument + bytesOfCounts

/**
 * Keeps what queries found within so many bytes, for whoever asks again, narrows a search down or goes to its next page: as long as
 * nothing is written of which a search may tell, or, where it can grow, as long as only new rows come. What was broken off for want of time
 * is not kept.
 */
export function keptFindings(held: Holdings, bytes: number) {
  const memory: Memory = memoryOf(bytes)
  const kept = memory.cache<Entry>({ bytes: bytesOf })
  return {
    figures: memory.figures,
    /**
     * What is kept under a name that says all it depends on but for what is written, grown by `grow` where it can be (else that gives
     * null), or what `find` finds now.
     */
    of(
      name: string,
      { upTo, upToDocument }: UpTo,
      find: () => Whole,
      grow: (whole: Whole, after: number) => Whole | null,
    ): Whole {
      const { version, sights } = held
      const known = kept.get(name)
      if (known?.version === version && known.upTo === upTo && known.upToDocument === upToDocument)
        return known.whole
      const grown = known?.sights === sights ? grow(known.whole, known.upTo) : null
      const whole = grown ?? find()
      if (whole.exact) kept.put(name, { version, sights, upTo, upToDocument, whole })
      return whole
    },
  }
}

export type KeptFindings = ReturnType<typeof keptFindings>
