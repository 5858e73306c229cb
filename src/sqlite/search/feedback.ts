import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { bestRows, firstPlace } from './best-rows.ts'
import type { FoundDocuments, Reach } from './collect.ts'
import type { Asked, Ground } from './ground.ts'
import { byRelevance } from './order.ts'
import { tellingWords } from './telling.ts'

/** So many documents are ranked again, by what is telling for the best of them. */
const mostRanked = 100
const mostTold = 10
/** What the most telling word counts beside a word of the query. */
const share = 0.5
/** A word that stands in one of the best alone tells nothing of the others. */
const fewestReadings = 2
/** Fewer words than this say too little of what is looked for. */
const fewestWords = 3

/**
 * Ranks the first hundred documents again by the words that are most telling for the best ten: frequent there and rare
 * elsewhere (relevance feedback without a reader, after Lavrenko and Croft, Relevance-Based Language Models, 2001). No
 * document comes in or goes by it.
 */
export function relevanceFeedback(db: Connection, ground: Ground) {
  const telling = tellingWords(db, ground)

  return (
    documents: FoundDocuments,
    found: Stream,
    root: SearchNode,
    reach: Reach,
    asked: Asked,
  ): FoundDocuments => {
    if (root.kind !== 'or' || root.parts.length < fewestWords) return documents
    const first = firstOf(
      documents.size,
      mostRanked,
      byRelevance(documents),
      (at) => documents.fails[at] === 0,
    )
    const rows = first.map((at) => bestRows(documents.keys[at] ?? 0, 1, found, ground.held, reach)[0] ?? 0)
    const best = first
      .slice(0, mostTold)
      .map((at, rank) => ({ row: rows[rank] ?? 0, score: documents.scores[at] ?? 0 }))
    const scores = documents.scores.slice()
    for (const { rows: stream, weight } of telling(best, fewestReadings, asked, reach)) {
      for (const [rank, at] of first.entries()) {
        const place = firstPlace(stream, rows[rank] ?? 0)
        if (stream.ids[place] === rows[rank] && place < stream.size) {
          scores[at] = (scores[at] ?? 0) + share * weight * stream.scoreAt(place)
        }
      }
    }
    return { ...documents, scores }
  }
}
