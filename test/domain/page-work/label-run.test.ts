import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelRun } from '../../../src/domain/page-work/label-run.ts'

const run = (start: string, count: number, step = 1) => labelRun(start, step, count, 'start')

describe('a run of labels goes on in the manner of its first', () => {
  test.each<[string, number, string[]]>([
    ['1r', 1, ['1r', '1v', '2r', '2v']],
    ['12v', 1, ['12v', '13r', '13v', '14r']],
    ['1r', 2, ['1r', '2r', '3r', '4r']],
    ['f. 12v', -1, ['f. 12v', 'f. 12r', 'f. 11v', 'f. 11r']],
    ['i', 1, ['i', 'ii', 'iii', 'iv']],
    ['VIII', 1, ['VIII', 'IX', 'X', 'XI']],
    ['pl. xii', 1, ['pl. xii', 'pl. xiii', 'pl. xiv', 'pl. xv']],
    ['[1]', 1, ['[1]', '[2]', '[3]', '[4]']],
    ['098', 1, ['098', '099', '100', '101']],
    ['464', 2, ['464', '466', '468', '470']],
    ['0', 1, ['0', '1', '2', '3']],
    ['A-9', 1, ['A-9', 'A-10', 'A-11', 'A-12']],
  ])('%s by %i: %j', (start, step, labels) => expect(run(start, 4, step)).toEqual(labels))

  test.each<[string, number, number]>([
    ['cover', 2, 1],
    ['12a', 2, 1],
    ['iiii', 2, 1],
    ['MMMCMXCIX', 2, 1],
    ['2', 3, -1],
    ['1r', 2, -1],
    ['', 1, 1],
  ])('and %j cannot be continued for %i pages by %i', (start, count, step) => {
    expect(() => run(start, count, step)).toThrow(/cannot be continued/)
  })

  test('never twice the same, and the same whether it is made at once or from its middle', () => {
    const starts = fc.oneof(
      fc.nat(5000).map(String),
      fc
        .tuple(fc.integer({ min: 1, max: 500 }), fc.constantFrom('r', 'v'))
        .map(([n, side]) => `f. ${n}${side}`),
      fc.constantFrom('i', 'xiv', '[7]', 'XL'),
    )
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 2, max: 60 }),
        (start, step, count) => {
          const labels = run(start, count, step)
          expect(new Set(labels).size).toBe(count)
          const middle = Math.floor(count / 2)
          expect(run(labels[middle] ?? '', count - middle, step)).toEqual(labels.slice(middle))
        },
      ),
    )
  })
})
