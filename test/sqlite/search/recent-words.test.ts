import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'

const words = ['night', 'nights', 'train', 'trainee', 'day']
const aReading = fc.record({
  row: fc.integer({ min: 1, max: 40 }),
  words: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
})
const readings = fc.uniqueArray(aReading, { selector: ({ row }) => row, maxLength: 30 })
const places = fc.integer({ min: 0, max: 41 })

describe('recent words', () => {
  test('stand where they were noted, in whatever order rows were', () => {
    fc.assert(
      fc.property(readings, places, places, places, (noted, forgotten, after, upTo) => {
        const recent = recentWords()
        for (const { row, words } of noted) recent.note(row, words.join(' '))
        recent.forget(forgotten)
        const left = noted.filter(({ row }) => row > forgotten).toSorted((a, b) => a.row - b.row)
        expect(recent.size()).toBe(left.length)
        for (const word of words) {
          const within = left
            .filter(({ row }) => row > after && row <= upTo)
            .map((reading) => [reading.row, reading.words.filter((each) => each === word).length])
            .filter(([, count]) => count !== 0)
          expect(recent.of(word, after, upTo)).toEqual(within.flat())
        }
        const held = new Set(left.flatMap(({ words }) => words))
        expect(new Set(recent.beginningWith('train'))).toEqual(
          new Set([...held].filter((word) => word.startsWith('train'))),
        )
        const rowsWith = (word: string) => left.filter(({ words }) => words.includes(word)).length
        expect(new Map(recent.counts())).toEqual(new Map([...held].map((word) => [word, rowsWith(word)])))
      }),
    )
  })

  test('are told as fresh once, until they are forgotten', () => {
    const recent = recentWords()
    recent.note(1, 'night train')
    expect(recent.takeFresh()).toEqual(['night', 'train'])
    recent.note(2, 'night  day day')
    expect(recent.takeFresh()).toEqual(['day'])
    recent.forget(2)
    recent.note(3, 'night')
    expect(recent.takeFresh()).toEqual(['night'])
  })
})
