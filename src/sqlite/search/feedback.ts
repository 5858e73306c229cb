import { analyse } from '../../domain/analysis/analyse.ts'
import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { bestRows, firstPlace } from './best-rows.ts'
import type { FoundDocuments, Reach } from './collect.ts'
import type { Asked, Ground } from './ground.ts'
import { type ReadingSource, readingText } from './reading-text.ts'

/** So many documents are ranked again, by what is telling for the best of them. */
const mostRanked = 100
const mostTold = 10
const mostWords = 20
/** Of so many words, the most frequent in the best documents, it is seen how telling they are. */
const mostTried = 120
/** What the most telling word counts beside a word of the query. */
const share = 0.5
/** Fewer words than this say too little of what is looked for. */
const fewestWords = 3

type Telling = { rows: Stream; weight: number }

/**
 * Ranks the first hundred documents again by the words that are most telling for the best ten: frequent there and rare
 * elsewhere (relevance feedback without a reader, after Lavrenko and Croft, Relevance-Based Language Models, 2001). No
 * document comes in or goes by it.
 */
export function relevanceFeedback(db: Connection, ground: Ground) {
  const source = db.prepare<[number], ReadingSource>(
    'select kind, document, revision from reading where rowid = ?',
  )
  const textOf = readingText(db)

  return (
    documents: FoundDocuments,
    found: Stream,
    root: SearchNode,
    reach: Reach,
    asked: Asked,
  ): FoundDocuments => {
    if (root.kind !== 'or' || root.parts.length < fewestWords) return documents
    const first = firstByScore(documents)
    const rows = first.map((at) => bestRows(documents.keys[at] ?? 0, 1, found, ground.held, reach)[0] ?? 0)
    const best = first
      .slice(0, mostTold)
      .map((at, rank) => ({ row: rows[rank] ?? 0, score: documents.scores[at] ?? 0 }))
    const scores = documents.scores.slice()
    for (const { rows: stream, weight } of tellingWords(best, asked)) {
      for (const [rank, at] of first.entries()) {
        const place = firstPlace(stream, rows[rank] ?? 0)
        if (stream.ids[place] === rows[rank] && place < stream.size) {
          scores[at] = (scores[at] ?? 0) + weight * stream.scoreAt(place)
        }
      }
    }
    return { ...documents, scores }
  }

  /** The words that tell the best readings from others, each with where it stands in any form. */
  function tellingWords(best: readonly { row: number; score: number }[], asked: Asked): Telling[] {
    const groups: { forms: Set<string>; rows: Stream; share: number }[] = []
    for (const [word, part] of frequentWords(best)) {
      const known = groups.find(({ forms }) => forms.has(word))
      if (known) known.share += part
      else {
        const node = { kind: 'word', text: word, words: [word], exact: false, column: 1 } as const
        const rows = ground.find(node, { ...asked, otherScript: false }).found.rows
        groups.push({ forms: new Set(ground.formsOf(word)), rows, share: part })
      }
    }
    const all = Math.max(1, ground.held.readings.last)
    const weighed = groups
      .filter(({ rows }) => rows.size > 0)
      .map(({ rows, share }) => ({ rows, weight: share * Math.log(1 + all / rows.size) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostWords)
    const most = weighed[0]?.weight ?? 1
    return weighed.map(({ rows, weight }) => ({ rows, weight: (share * weight) / most }))
  }

  /** The words of two readings at least, with their share in all, better readings counting for more. */
  function frequentWords(best: readonly { row: number; score: number }[]): [string, number][] {
    const all = best.reduce((sum, { score }) => sum + score, 0) || 1
    const shares = new Map<string, { share: number; readings: number }>()
    for (const { row, score } of best) {
      const reading = source.get(row)
      const words = reading ? analyse(textOf(reading), null) : []
      for (const [word, count] of countsOf(words.map((each) => each.word))) {
        const known = shares.get(word) ?? { share: 0, readings: 0 }
        const part = (score / all) * (count / words.length)
        shares.set(word, { share: known.share + part, readings: known.readings + 1 })
      }
    }
    return [...shares]
      .filter(([, { readings }]) => readings > 1)
      .map(([word, { share }]): [string, number] => [word, share])
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostTried)
  }
}

function firstByScore({ size, keys, scores, fails }: FoundDocuments): number[] {
  const isBefore = (a: number, b: number) => {
    const difference = (scores[b] ?? 0) - (scores[a] ?? 0)
    return difference < 0 || (difference === 0 && (keys[a] ?? 0) < (keys[b] ?? 0))
  }
  return firstOf(size, mostRanked, isBefore, (at) => fails[at] === 0)
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
