import { availableParallelism } from 'node:os'
import type { DatingReader } from '../ports/dating.ts'
import type { SearchIndex, WritingIndex } from '../ports/search-index.ts'
import type { Start } from './connect.ts'
import { type ThreadOnDemand, threadOnDemand } from './on-demand.ts'
import { searchPool } from './search-pool.ts'

const file = new URL('./searcher.ts', import.meta.url)

/** With more of them, each has less memory for its lists. */
export const mostSearchers = Math.min(2, availableParallelism())

export type Searchers = {
  searchIndex: SearchIndex & WritingIndex
  datings: DatingReader
  /** Each resolves when a thread has ended by itself, with its error if it had one. */
  ended: readonly Promise<Error | null>[]
  /** Starts what otherwise waits for the first search, so that nobody waits for it. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** `writer` is the file whose `writeFound` (a `WriteResult`) writes what is found as it is sent, where that is wanted. */
type Searching = { memory: number; count: number; start: Start; writer?: URL }

/** So many threads that search and date, which share so many bytes for their lists, each started when it is needed. */
export function searchersOf(catalogue: string, { memory, count, start, writer }: Searching): Searchers {
  const threads = Array.from({ length: count }, () =>
    threadOnDemand(() => start(file, { catalogue, memory: memory / count, writer: writer?.href })),
  )
  return {
    searchIndex: searchPool(threads),
    datings: datingsIn(threads),
    ended: threads.map(({ ended }) => ended),
    async warm() {
      await Promise.all(threads.map((thread) => thread.store<{ warm(): Promise<void> }>('thread').warm()))
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

/** Documents are dated by the last of the threads that run. */
function datingsIn(threads: readonly ThreadOnDemand[]): DatingReader {
  const daters = threads.map((thread) => ({ thread, store: thread.store<DatingReader>('datings') }))
  const dater = () => {
    const one = daters.findLast(({ thread }) => thread.isStarted()) ?? daters[0]
    if (!one) throw new RangeError('A dating needs a thread.')
    return one.store
  }
  return {
    find: (...asked) => dater().find(...asked),
    isPending: (document) => dater().isPending(document),
  }
}
