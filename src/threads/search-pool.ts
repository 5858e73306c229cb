import type { SearchQuery } from '../domain/search/query.ts'
import type { IndexFigures, SearchIndex, SearchRequest, WritingIndex } from '../ports/search-index.ts'
import type { ThreadOnDemand } from './on-demand.ts'

/** A thread that knows nothing of a query is asked once it has so many fewer questions under way than the one that does. */
const worthReading = 4

/**
 * Several threads that search as if they were one; another is started only while all that run are at work. A query waits a
 * little for the thread where it was asked before: there are the lists of its words and what it found, which in others
 * would take the place of something else.
 */
export function searchPool(threads: readonly ThreadOnDemand[]): SearchIndex & WritingIndex {
  const pool = threads.map((thread) => ({
    thread,
    index: thread.store<SearchIndex & WritingIndex>('search'),
  }))
  const [first] = pool
  if (!first) throw new RangeError('A search needs a thread at least.')

  type Searcher = typeof first
  const underWay = ({ thread }: Searcher) => thread.underWay()
  const running = () => pool.filter(({ thread }) => thread.isStarted())
  const usual = (asked: string, among = running()) => among[hashOf(asked) % among.length] ?? first

  /** The one with the least to do; of those alike the usual one. */
  function idlest(asked: string): Searcher {
    const among = running()
    const best = among.reduce(
      (best, one) => (underWay(one) < underWay(best) ? one : best),
      usual(asked, among),
    )
    const another = underWay(best) === 0 ? null : pool.find(({ thread }) => !thread.isStarted())
    return another ?? best
  }

  function knowing({ text }: SearchQuery): Searcher {
    const best = idlest(text)
    const own = usual(text)
    return best.thread.isStarted() && underWay(own) < underWay(best) + worthReading ? own : best
  }

  const askedFor = ({ query, cursor }: SearchRequest) =>
    // What follows a first page is kept by the thread that it is usual to ask.
    (cursor === null ? knowing(query) : usual(query.text)).index

  return {
    find: (request, audience) => askedFor(request).find(request, audience),
    findWritten: (request, ...rest) => askedFor(request).findWritten(request, ...rest),
    within: (document, query, ...rest) => knowing(query).index.within(document, query, ...rest),
    suggest: (text, ...rest) => idlest(text).index.suggest(text, ...rest),
    similar: (document, ...rest) => idlest(document).index.similar(document, ...rest),
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
