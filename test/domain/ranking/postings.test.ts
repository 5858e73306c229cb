import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countUpTo,
  mergePostings,
  once,
  type Postings,
  readPostings,
} from '../../../src/domain/ranking/postings.ts'

const someRows = fc
  .array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 })
  .map((rows) => rows.sort((a, b) => a - b))

const postingsOf = (rows: readonly number[], weight?: number) =>
  readPostings(Buffer.from(JSON.stringify(rows)), weight)

const read = ({ ids, weights, size }: Postings) =>
  Array.from(ids.subarray(0, size), (row, at) => [row, (weights?.[at] ?? once) / once])

const model = (rows: readonly number[]) =>
  [...new Set(rows)].sort((a, b) => a - b).map((row) => [row, rows.filter((each) => each === row).length])

describe('postings', () => {
  test('tell how often something stands in each row, read at once or merged', () => {
    fc.assert(
      fc.property(fc.array(someRows, { maxLength: 6 }), (lists) => {
        for (const rows of lists) expect(read(postingsOf(rows))).toEqual(model(rows))
        expect(read(mergePostings(lists.map((rows) => postingsOf(rows))))).toEqual(model(lists.flat()))
      }),
    )
  })

  test('take no more memory than they need, and what has no weights counts once', () => {
    const list = mergePostings([
      postingsOf([3, 3, 900_000]),
      { ids: Int32Array.of(3, 5), weights: null, size: 2 },
    ])
    expect(list).toEqual({
      ids: Int32Array.of(3, 5, 900_000),
      weights: Uint16Array.of(3 * once, once, once),
      size: 3,
    })
    expect(list.ids.buffer.byteLength).toBe(12)
    expect(mergePostings([])).toEqual({ ids: new Int32Array(0), weights: new Uint16Array(0), size: 0 })
  })

  test('are read however many they are', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => Math.trunc(at / 2) + 1)
    expect(read(postingsOf(rows))).toEqual(Array.from({ length: 10_000 }, (_, at) => [at + 1, 2]))
  })

  test('count the rows up to one, also those between two of theirs', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 0, max: 70 }), (rows, row) => {
        const expected = new Set(rows.filter((each) => each <= row)).size
        expect(countUpTo(postingsOf(rows), row)).toBe(expected)
      }),
    )
  })

  test('stop at the heaviest weight instead of beginning anew', () => {
    const list = mergePostings([postingsOf(Array(1000).fill(7)), postingsOf([7], 60_000)])
    expect(list.weights?.[0]).toBe(0xffff)
  })
})
