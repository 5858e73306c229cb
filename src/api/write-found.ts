import type { WriteResult } from '../ports/search-index.ts'
import { SearchReply, showHit } from './search-shape.ts'
import { etagOf, writeReply } from './write-reply.ts'

// How long it took is known only where it is sent.
const FoundReply = SearchReply.omit({ tookMs: true })

/** The reply of a search, but for how long it took. */
export const writeFound: WriteResult = (found, { query, scores }) => {
  const hits = found.hits.map((hit) => showHit(hit, scores))
  const written = writeReply('search', FoundReply, { ...found, query, hits })
  // A piece of a larger block would take all of it along between threads.
  return { written: new Uint8Array(written), etag: etagOf(written), total: found.total }
}
