import { type Stream, unite } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { Connection } from '../open-database.ts'
import { collect, type Reach } from './collect.ts'
import type { Asked, Ground } from './ground.ts'
import { runsFrom } from './row-runs.ts'
import { type Telling, tellingWords } from './telling.ts'

/** So many readings of a document are looked at, spread over all of it. */
const mostReadings = 30

/** What has less of it than this, beside the nearest, shares everyday words only. */
const leastShare = 0.1

/** The documents that resemble one: in which the words stand that are most telling for it. The nearest come first. */
export function resembling(db: Connection, ground: Ground) {
  const { held } = ground
  const telling = tellingWords(db, ground)
  return (document: number, most: number, reach: Reach, asked: Asked): { key: number; score: number }[] => {
    const readings = readingsOf(document, reach).map((row) => ({ row, score: 1 }))
    const words = telling(readings, readings.length > 3 ? 2 : 1, asked, reach)
    const { size, keys, scores } = collect({ rows: unite(words.map(weighed)), documents: null }, held, reach)
    const isBefore = (a: number, b: number) =>
      (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && (keys[a] ?? 0) < (keys[b] ?? 0))
    const alike = firstOf(size, most, isBefore, (at) => keys[at] !== document)
    const least = leastShare * (scores[alike[0] ?? 0] ?? 0)
    return alike
      .map((at) => ({ key: keys[at] ?? 0, score: scores[at] ?? 0 }))
      .filter(({ score }) => score >= least)
  }

  function readingsOf(document: number, reach: Reach): number[] {
    const { readings, documents } = held
    const rows: number[] = []
    for (const { first, last } of runsFrom(documents.runs, documents.newestRun[document] ?? 0)) {
      for (let row = last; row >= first; row--) {
        if (readings.document[row] === document && reach.rows(row)) rows.push(row)
      }
    }
    rows.reverse()
    const step = Math.max(1, rows.length / mostReadings)
    return Array.from(
      { length: Math.min(rows.length, mostReadings) },
      (_, n) => rows[Math.floor(n * step)] ?? 0,
    )
  }
}

const weighed = ({ rows, weight }: Telling): Stream => ({
  ...rows,
  scoreAt: (at) => weight * rows.scoreAt(at),
  scores: () => rows.scores().map((score) => weight * score),
})
