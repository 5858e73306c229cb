import type { Stream } from '../../domain/ranking/stream.ts'
import type { FoundRows } from './best-rows.ts'
import type { Collected, FoundDocuments } from './collect.ts'
import type { Statistics } from './ground.ts'
import type { Holdings } from './holdings.ts'
import type { Memory } from './memory.ts'

/** Up to which row, and which document, something was found. */
export type UpTo = { upTo: number; upToDocument: number }

/**
 * What a query finds before anything narrows it down: none of its documents fails a condition. Its rows are null where there
 * are too many to be kept, and they are soon read off the lists again, ranked by the same statistics; `best` of the documents
 * that were shown is kept even so. What it `grows` from is there where later rows can be added to it: its documents as they were
 * collected, and in which forms its words were looked for.
 */
export type Whole = {
  rows: Stream | null
  best: FoundRows['best']
  documents: FoundDocuments
  exact: boolean
  statistics: Statistics
  isReadOff: boolean
  grows: { lookedFor: string; collected: Collected } | null
}

type Entry = UpTo & { version: number; sights: number; took: number; whole: Whole }

/** More rows than this take more room than it takes time to read them off the lists again. */
const usuallyMostRows = 1000

/** What a row takes (its number, and its score or weight), and a document, in bytes. */
const bytesARow = 8
const bytesADocument = 13
/** What is counted of each document takes so many at most, and of all of them. */
const bytesOfCounts = { aDocument: 500, all: 20_000 }
/** Of its name, and of the best rows of what is shown on a page of results. */
const bytesOfNames = 4000

function bytesOf({ whole: { rows, documents, grows } }: Entry): number {
  const described = (grows?.collected.described?.byteLength ?? 0) * 2
  const counts = Math.min(bytesOfCounts.all, documents.size * bytesOfCounts.aDocument)
  return (rows?.size ?? 0) * bytesARow + documents.size * bytesADocument + described + counts + bytesOfNames
}

/**
 * Keeps what queries found while there is memory, for whoever asks again, narrows a search down or goes to its next page: as long as
 * nothing is written of which a search may tell, or, where it can grow, as long as only new rows come. What was broken off for want of time
 * is not kept.
 */
export function keptFindings(held: Holdings, memory: Memory, mostRows: number = usuallyMostRows) {
  const kept = memory.cache<Entry>({ bytes: bytesOf, took: ({ took }) => took })
  const withoutMany = (whole: Whole): Whole =>
    whole.isReadOff && (whole.rows?.size ?? 0) > mostRows ? { ...whole, rows: null } : whole
  return {
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
      const clock = () => performance.now() - memory.took()
      const began = clock()
      const grown = known?.sights === sights ? grow(known.whole, known.upTo) : null
      const whole = grown ?? find()
      const took = (grown && known ? known.took : 0) + clock() - began
      if (whole.exact)
        kept.put(name, { version, sights, took, upTo, upToDocument, whole: withoutMany(whole) })
      return whole
    },
  }
}

export type KeptFindings = ReturnType<typeof keptFindings>
