import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { streamOf } from '../../../src/domain/ranking/stream.ts'
import { bestRows, rememberedBestRows, rowsAtHand, rowsLater } from '../../../src/sqlite/search/best-rows.ts'
import { holdRow, noDocuments } from '../../../src/sqlite/search/held-documents.ts'
import { hold, noReadings } from '../../../src/sqlite/search/held-readings.ts'

const visible = { name: '', states: new Uint8Array(), seen: new Uint8Array(), documents: () => true }

/** An archive of readings of pages, given by the document of each, in which every row is found with a score of its own. */
function archive(readings: readonly { document: number; page: number; score: number }[]) {
  const held = { readings: noReadings(), documents: noDocuments(), version: 0, sights: 0, descriptions: 0 }
  for (const [at, { document, page }] of readings.entries()) {
    const known = { words: 1, kind: 'page', language: null, audience: 'public', live: 1 } as const
    hold(held.readings, { rowid: at + 1, document, page, ...known })
    holdRow(held.documents, document, at + 1)
  }
  const ids = Int32Array.from(readings, (_, at) => at + 1)
  const scores = Float32Array.from(readings, ({ score }) => score)
  return { held, stream: streamOf(ids, scores, ids.length) }
}

describe('the best rows of a document', () => {
  const reading = fc.record({
    document: fc.integer({ min: 1, max: 6 }),
    page: fc.integer({ min: 1, max: 40 }),
    score: fc.integer({ min: 1, max: 5 }),
  })

  test('are the best of each of its pages, wherever its rows stand among others', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (readings, most) => {
        const { held, stream } = archive(readings)
        for (let document = 1; document <= 6; document++) {
          const own = readings.flatMap((one, at) =>
            one.document === document ? [{ ...one, row: at + 1 }] : [],
          )
          const ranked = own.toSorted((a, b) => b.score - a.score || a.row - b.row)
          const expected = ranked
            .filter(({ page }, at) => ranked.findIndex((other) => other.page === page) === at)
            .slice(0, most)
          const best = bestRows(document, most, stream, held, { ...visible, rows: () => true })
          expect(best).toEqual(expected.map(({ row }) => row))
        }
      }),
    )
  })

  test('are found without a look at all that came between its first and its last', () => {
    const others = Array.from({ length: 10_000 }, (_, at) => ({ document: 2, page: at + 3, score: 1 }))
    const { held, stream } = archive([
      { document: 1, page: 1, score: 1 },
      ...others,
      { document: 1, page: 2, score: 2 },
    ])
    let lookedAt = 0
    const scoreAt = (at: number) => {
      lookedAt++
      return stream.scoreAt(at)
    }
    expect(bestRows(1, 3, { ...stream, scoreAt }, held, { ...visible, rows: () => true })).toEqual([
      10_002, 1,
    ])
    expect(lookedAt).toBeLessThan(10)
  })

  const all = { ...visible, rows: () => true }

  test('are remembered until the document has more rows, which are then read', () => {
    const { held, stream } = archive([
      { document: 1, page: 1, score: 1 },
      { document: 2, page: 2, score: 2 },
      { document: 1, page: 3, score: 3 },
    ])
    let read = 0
    const readAll = () => ({ rows: stream, exact: ++read > 0 })
    const best = new Map()
    const of = (key: number, most: number) =>
      rememberedBestRows(key, most, rowsLater(readAll, best), held, all)
    expect([of(1, 3), of(1, 1), of(2, 3), read]).toEqual([[3, 1], [3], [2], 3])
    expect([of(1, 3), of(1, 1), of(2, 3), read]).toEqual([[3, 1], [3], [2], 3])
    holdRow(held.documents, 2, 4)
    expect([of(1, 3), of(2, 3), read]).toEqual([[3, 1], [2], 4])
  })

  test('are looked for again where there was no time to read all rows', () => {
    const { held, stream } = archive([
      { document: 1, page: 1, score: 1 },
      { document: 1, page: 2, score: 2 },
    ])
    const best = new Map()
    const some = rowsLater(() => ({ rows: { ...stream, size: 1 }, exact: false }), best)
    expect(rememberedBestRows(1, 1, some, held, all)).toEqual([1])
    expect(rememberedBestRows(1, 1, rowsAtHand(stream, best), held, all)).toEqual([2])
  })
})
