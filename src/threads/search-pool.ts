import type { IndexFigures, SearchIndex, SearchRequest, WritingIndex } from '../ports/search-index.ts'
import type { ThreadOnDemand } from './on-demand.ts'

/**
 * Several threads that search as if they were one; another is started only while all that run are at work. What is asked
 * again goes where it was asked before, for there the lists of its words are in memory, unless that thread is at work and
 * another is not.
 */
export function searchPool(threads: readonly ThreadOnDemand[]): SearchIndex & WritingIndex {
  const pool = threads.map((thread) => ({
    thread,
    index: thread.store<SearchIndex & WritingIndex>('search'),
  }))
  const [first] = pool
  if (!first) throw new RangeError('A search needs a thread at least.')

  const running = () => pool.filter(({ thread }) => thread.isStarted())
  const usual = (asked: string, among = running()) => among[hashOf(asked) % among.length] ?? first
  const idleFor = (asked: string) => {
    const among = running()
    const own = usual(asked, among)
    const best = among.reduce(
      (best, one) => (one.thread.underWay() < best.thread.underWay() ? one : best),
      own,
    )
    if (best.thread.underWay() === 0) return best
    return pool.find(({ thread }) => !thread.isStarted()) ?? best
  }

  const askedFor = ({ query, cursor }: SearchRequest) =>
    // What follows a first page is kept by the thread that it is usual to ask.
    (cursor === null ? idleFor(query.text) : usual(query.text)).index

  return {
    find: (request, audience) => askedFor(request).find(request, audience),
    findWritten: (request, ...rest) => askedFor(request).findWritten(request, ...rest),
    within: (document, ...rest) => idleFor(document).index.within(document, ...rest),
    suggest: (text, ...rest) => idleFor(text).index.suggest(text, ...rest),
    similar: (document, ...rest) => idleFor(document).index.similar(document, ...rest),
    figures: async () => (await Promise.all(running().map(({ index }) => index.figures()))).reduce(sum, none),
    settled: async () => void (await Promise.all(running().map(({ index }) => index.settled()))),
  }
}

const none: IndexFigures = { bytes: 0, entries: 0, hits: 0, misses: 0 }

const sum = (a: IndexFigures, b: IndexFigures): IndexFigures => ({
  bytes: a.bytes + b.bytes,
  entries: a.entries + b.entries,
  hits: a.hits + b.hits,
  misses: a.misses + b.misses,
})

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
