import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRow, bytesOf, noPostings, packed, unpacked } from '../../../src/domain/ranking/packed-postings.ts'
import { once } from '../../../src/domain/ranking/postings.ts'

const aDistance = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.constantFrom(255, 256, 257, 65_535, 65_536, 2 ** 21, 2 ** 28),
)
const aWeight = fc.oneof(
  fc.constantFrom(once, 2 * once, 63 * once, 64 * once, 511 * once, 1, 0xffff),
  fc.integer({ min: 1, max: 0xffff }),
)
const someRows = fc
  .array(fc.record({ distance: aDistance, weight: aWeight }), { maxLength: 100 })
  .map((all) => {
    const rows: { row: number; weight: number }[] = []
    for (const { distance, weight } of all) {
      const row = (rows.at(-1)?.row ?? 0) + distance
      if (row < 2 ** 31) rows.push({ row, weight })
    }
    return rows
  })

const postings = (rows: { row: number; weight: number }[], hasWeights: boolean) => ({
  ids: Int32Array.from(rows, ({ row }) => row),
  weights: hasWeights ? Uint16Array.from(rows, ({ weight }) => weight) : null,
  size: rows.length,
})

test('what is packed, at once or row by row, is what is unpacked', () => {
  fc.assert(
    fc.property(someRows, fc.nat({ max: 100 }), fc.boolean(), (rows, before, hasWeights) => {
      const list = packed(postings(rows.slice(0, before), hasWeights))
      for (const { row, weight } of rows.slice(before)) addRow(list, row, weight)
      expect(unpacked(list)).toEqual(postings(rows, hasWeights))
      expect(unpacked(packed(postings(rows, hasWeights)))).toEqual(postings(rows, hasWeights))
      expect(list.last).toBe(rows.at(-1)?.row ?? 0)
    }),
  )
})

test('of the rows after one, that are packed as the last ones, no others are unpacked', () => {
  fc.assert(
    fc.property(
      someRows,
      fc.nat(100),
      fc.integer({ min: -1, max: 1 }),
      fc.boolean(),
      (rows, at, by, hasWeights) => {
        const after = Math.max(0, (rows[at % Math.max(1, rows.length)]?.row ?? 0) + by)
        const later = rows.filter(({ row }) => row > after)
        expect(unpacked(packed(postings(rows, hasWeights)), after)).toEqual(postings(later, hasWeights))
      },
    ),
  )
})

test('the last row that there can be is packed, too', () => {
  const rows = [{ row: 2 ** 31 - 1, weight: 3 }]
  for (const hasWeights of [true, false])
    expect(unpacked(packed(postings(rows, hasWeights)))).toEqual(postings(rows, hasWeights))
})

test('more weights than there are numbers for are kept all the same', () => {
  const rows = Array.from({ length: 600 }, (_, at) => ({ row: at + 1, weight: 1 + ((at * 7) % 500) }))
  expect(unpacked(packed(postings(rows, true)))).toEqual(postings(rows, true))
})

test('a word on every third page takes two bytes a page, and little more to grow', () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => ({ row: 3 * at + 1, weight: once }))
  const list = packed(postings(rows, true))
  expect(bytesOf(list)).toBeLessThan(60_100)
  addRow(list, 100_000, once)
  expect(bytesOf(list)).toBeLessThan(68_000)
  expect(bytesOf(noPostings(true))).toBeLessThan(16)
})
