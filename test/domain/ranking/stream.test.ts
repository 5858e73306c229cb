import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  intersect,
  only,
  type Stream,
  streamOf,
  subtract,
  unite,
} from '../../../src/domain/ranking/stream.ts'

type Rows = ReadonlyMap<number, number>

const someRows: fc.Arbitrary<Rows> = fc
  .dictionary(fc.integer({ min: 1, max: 300 }).map(String), fc.integer({ min: 1, max: 9 }), { maxKeys: 120 })
  .map((rows) => new Map(Object.entries(rows).map(([row, score]) => [Number(row), score])))

function streamFrom(rows: Rows): Stream {
  const sorted = [...rows].sort(([a], [b]) => a - b)
  // Room beyond the size, as growing lists have it.
  const ids = Int32Array.from([...sorted.map(([row]) => row), 0, 0])
  return streamOf(ids, Float32Array.from(sorted.map(([, score]) => score)), sorted.length)
}

const read = ({ ids, size, scoreAt, scores }: Stream) => {
  const rows = [...ids.subarray(0, size)]
  expect(rows.map((_, at) => scoreAt(at))).toEqual([...scores().subarray(0, size)])
  return rows.map((row, at) => [row, scoreAt(at)])
}

const model = (rows: readonly Rows[], wants: (bearers: number) => boolean) => {
  const all = [...new Set(rows.flatMap((each) => [...each.keys()]))].sort((a, b) => a - b)
  return all
    .filter((row) => wants(rows.filter((each) => each.has(row)).length))
    .map((row) => [row, rows.reduce((sum, each) => sum + (each.get(row) ?? 0), 0)])
}

describe('streams of rows', () => {
  test('have in common what stands in all, and together what stands in any, with the sums of their scores', () => {
    fc.assert(
      fc.property(fc.array(someRows, { minLength: 1, maxLength: 5 }), (rows) => {
        const streams = rows.map(streamFrom)
        expect(read(intersect(streams))).toEqual(model(rows, (bearers) => bearers === rows.length))
        expect(read(unite(streams))).toEqual(model(rows, (bearers) => bearers > 0))
      }),
    )
  })

  test('lose what stands in another, and what a test lets not pass', () => {
    fc.assert(
      fc.property(someRows, someRows, (rows, others) => {
        const left = [...rows].filter(([row]) => !others.has(row)).sort(([a], [b]) => a - b)
        expect(read(subtract(streamFrom(rows), streamFrom(others)))).toEqual(left)
        expect(read(only(streamFrom(rows), (row) => !others.has(row)))).toEqual(left)
      }),
    )
  })
})
