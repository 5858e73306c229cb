import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesOf, runsOf } from '../../../src/domain/page-work/runs.ts'
import { revert, spliceOf } from '../../../src/domain/page-work/splice.ts'

const sequences = fc.uniqueArray(
  fc.integer({ min: 1, max: 30 }).map((n) => `p${n}`),
  { maxLength: 20 },
)
const change = (was: readonly string[], is: readonly string[]) => {
  const splice = spliceOf(was, is)
  if (splice === null) throw new Error('Nothing has changed.')
  return splice
}

describe('a change of a sequence', () => {
  test('is taken back exactly where nothing has happened since', () => {
    fc.assert(
      fc.property(sequences, sequences, (was, is) => {
        const splice = spliceOf(was, is)
        if (splice === null) expect(is).toEqual(was)
        else expect(revert(is, splice)).toEqual(was)
      }),
    )
  })

  test('is taken back, and what has happened elsewhere stays', () => {
    const swapped = change(['a', 'b', 'c', 'd'], ['a', 'c', 'b', 'd'])
    expect(revert(['x', 'a', 'c', 'b', 'y'], swapped)).toEqual(['x', 'a', 'b', 'c', 'y'])
    const removed = change(['a', 'b', 'c'], ['a', 'c'])
    expect(revert(['a', 'x', 'c'], removed)).toEqual(['a', 'b', 'x', 'c'])
    expect(revert(['c', 'x'], removed)).toEqual(['b', 'c', 'x'])
    expect(revert(['x'], change(['a'], []))).toEqual(['a', 'x'])
  })

  test('is not taken back where what it did has changed', () => {
    const swapped = change(['a', 'b', 'c'], ['a', 'c', 'b'])
    expect(revert(['a', 'c', 'x', 'b'], swapped)).toBe(null)
    expect(revert(['a', 'b'], swapped)).toBe(null)
    const removed = change(['a', 'b', 'c'], ['a', 'c'])
    expect(revert(['a', 'c', 'b'], removed)).toBe(null)
    expect(revert(['x'], removed)).toBe(null)
  })
})

describe('runs', () => {
  test('hold a sequence in as few pieces as it has', () => {
    const pages = (file: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => ({ file, filePage: from + n }))
    expect(runsOf([...pages('f', 1, 1000), { leaf: 'l' }, ...pages('f', 1001, 1002)])).toEqual([
      { file: 'f', from: 1, to: 1000 },
      { leaf: 'l' },
      { file: 'f', from: 1001, to: 1002 },
    ])
    expect(runsOf(pages('f', 1, 9).toReversed())).toEqual([{ file: 'f', from: 9, to: 1 }])
  })

  test('give it back, whatever it is', () => {
    const entries = fc.array(
      fc.oneof(
        fc.record({ file: fc.constantFrom('f', 'g'), filePage: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ leaf: fc.constantFrom('l1', 'l2') }),
      ),
    )
    const name = (file: string, page: number) => `${file}:${page}`
    fc.assert(
      fc.property(entries, (given) => {
        const back = entriesOf(runsOf(given), (file, from, to) =>
          Array.from({ length: to - from + 1 }, (_, n) => name(file, from + n)),
        )
        expect(back).toEqual(
          given.map((entry) => ('leaf' in entry ? entry.leaf : name(entry.file, entry.filePage))),
        )
      }),
    )
  })
})
