import { analyse } from '../../domain/analysis/analyse.ts'
import type { Stream } from '../../domain/ranking/stream.ts'
import type { Connection } from '../open-database.ts'
import type { Sight } from './certain.ts'
import type { Asked, Ground } from './ground.ts'
import { type ReadingSource, readingText } from './reading-text.ts'

const mostWords = 20
/** Of so many words, the most frequent, it is seen how telling they are. */
const mostTried = 120

/** A word that tells some readings from others: where it stands in any form, and how telling it is, 1 for the most. */
export type Telling = { rows: Stream; weight: number }

/** Readings, by their row numbers, and how much each of them counts. */
export type Counted = readonly { row: number; score: number }[]

/** Finds the words that are frequent in some readings and rare elsewhere. */
export function tellingWords(db: Connection, ground: Ground) {
  const source = db.prepare<[number], ReadingSource>(
    'select kind, layer, document, revision, masked from reading where rowid = ?',
  )
  const textOf = readingText(db)

  /** The words of as many readings at least, with their share in all, readings that count for more the more. */
  function frequentWords(counted: Counted, fewest: number): [string, number][] {
    const all = counted.reduce((sum, { score }) => sum + score, 0) || 1
    const shares = new Map<string, { share: number; readings: number }>()
    for (const { row, score } of counted) {
      const reading = source.get(row)
      const words = reading ? analyse(textOf(reading), null) : []
      for (const [word, count] of countsOf(words.map((each) => each.word))) {
        const known = shares.get(word) ?? { share: 0, readings: 0 }
        const part = (score / all) * (count / words.length)
        shares.set(word, { share: known.share + part, readings: known.readings + 1 })
      }
    }
    return [...shares]
      .filter(([, { readings }]) => readings >= fewest)
      .map(([word, { share }]): [string, number] => [word, share])
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostTried)
  }

  return (readings: Counted, fewest: number, asked: Asked, reach: Sight): Telling[] => {
    const groups: { forms: Set<string>; rows: Stream; share: number }[] = []
    for (const [word, part] of frequentWords(readings, fewest)) {
      const known = groups.find(({ forms }) => forms.has(word))
      if (known) known.share += part
      else {
        const node = { kind: 'word', text: word, words: [word], exact: false, column: 1 } as const
        const rows = ground.find(node, { ...asked, otherScript: false }, reach).found.rows
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
    return weighed.map(({ rows, weight }) => ({ rows, weight: weight / most }))
  }
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
