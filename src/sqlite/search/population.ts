import type { Population } from '../../domain/ranking/bm25.ts'
import type { HeldReadings } from './held-readings.ts'

/**
 * How many readings there are up to a row, and how long those of each kind are on average. Those that are gone since are
 * counted, too, so that scores stay what they were. The same thing again while nothing has come in.
 */
export function populations(readings: HeldReadings): (upTo: number) => Population {
  const counted = { upTo: 0, rows: [0, 0, 0, 0, 0], words: [0, 0, 0, 0, 0] }
  let newest: Population | null = null
  return (upTo) => {
    if (newest && upTo === counted.upTo) return newest
    if (upTo < counted.upTo) {
      counted.rows.fill(0)
      counted.words.fill(0)
      counted.upTo = 0
    }
    const { rows, words } = counted
    for (let row = counted.upTo + 1; row <= upTo; row++) {
      const kind = readings.kind[row] ?? 0
      rows[kind] = (rows[kind] ?? 0) + 1
      words[kind] = (words[kind] ?? 0) + (readings.words[row] ?? 0)
    }
    counted.upTo = upTo
    const all = sum(rows)
    newest = {
      rows: all,
      rowsOfSort: Math.max(...rows.slice(1)),
      meanOfAll: sum(words) / Math.max(1, all),
      words: readings.words,
      sort: readings.kind,
      meanWords: words.map((all, kind) => all / Math.max(1, rows[kind] ?? 0)),
    }
    return newest
  }
}

/** Without what was gone before it was held. */
const sum = (numbers: readonly number[]): number => numbers.slice(1).reduce((all, one) => all + one, 0)
