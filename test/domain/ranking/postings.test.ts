import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
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
  test('tell how often something stands in each row, read at once or merged', () => {
    fc.assert(
      fc.property(someRows, someRows, (rows, more) => {
        expect(read(postingsOf(rows))).toEqual(model(rows))
        expect(read(mergePostings(postingsOf(rows), postingsOf(more)))).toEqual(model([...rows, ...more]))
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
    const list = mergePostings(postingsOf(Array(1000).fill(7)), postingsOf([7], 60_000))
    expect(list.weights?.[0]).toBe(0xffff)
  })
})
