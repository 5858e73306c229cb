import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  append,
  countUpTo,
  mergePostings,
  once,
  type Postings,
  postingsOf,
} from '../../../src/domain/ranking/postings.ts'

const someRows = fc
  .array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 })
  .map((rows) => rows.sort((a, b) => a - b))

const read = ({ ids, weights, size }: Postings) =>
  Array.from(ids.subarray(0, size), (row, at) => [row, (weights?.[at] ?? once) / once])

const model = (rows: readonly number[]) =>
  [...new Set(rows)].sort((a, b) => a - b).map((row) => [row, rows.filter((each) => each === row).length])

describe('postings', () => {
  test('tell how often something stands in each row, read at once, merged, or row by row', () => {
    fc.assert(
      fc.property(someRows, someRows, (rows, more) => {
        expect(read(postingsOf(rows))).toEqual(model(rows))
        expect(read(mergePostings(postingsOf(rows), postingsOf(more)))).toEqual(model([...rows, ...more]))
        const grown = postingsOf([])
        for (const row of rows) append(grown, row, once)
        expect(read(grown)).toEqual(model(rows))
      }),
    )
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
    const list = postingsOf(Array(1000).fill(7))
    append(list, 7, 60_000)
    expect(list.weights?.[0]).toBe(0xffff)
  })
})
