import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RecentWords, recentWords } from '../../../src/sqlite/search/recent-words.ts'

const words = ['night', 'nights', 'train', 'trainee', 'day']
const aReading = fc.record({
  row: fc.integer({ min: 1, max: 40 }),
  words: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
})
const readings = fc.uniqueArray(aReading, { selector: ({ row }) => row, maxLength: 30 })
const places = fc.integer({ min: 0, max: 41 })

const forgetWords = (recent: RecentWords) => {
  for (const _ of recent.forgetWords());
}

describe('recent words', () => {
  test('stand where they were noted, in whatever order rows were', () => {
    fc.assert(
      fc.property(
        readings,
        places,
        places,
        places,
        fc.boolean(),
        (noted, forgotten, after, upTo, isShort) => {
          const recent = recentWords()
          for (const { row, words } of noted) recent.note(row, words.join(' '))
          recent.forget(forgotten)
          if (isShort) forgetWords(recent)
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
        },
      ),
    )
  })

  test('stand where they were noted since others were forgotten, again and again', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: aReading },
      fc.record({ forgets: fc.integer({ min: 0, max: 9 }), isShort: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const recent = recentWords(1)
        let left: { row: number; words: string[] }[] = []
        let forgotten = 0
        let underWay: Iterator<undefined> | null = null
        for (const step of steps) {
          if ('forgets' in step) {
            while (underWay?.next().done === false);
            forgotten += step.forgets
            left = left.filter(({ row }) => row > forgotten)
            recent.forget(forgotten)
            underWay = step.isShort ? recent.forgetWords() : null
          } else if (left.every(({ row }) => row !== forgotten + step.row)) {
            left.push({ row: forgotten + step.row, words: step.words })
            recent.note(forgotten + step.row, step.words.join(' '))
          }
          if (underWay?.next().done) underWay = null
          for (const word of words)
            expect(recent.of(word, 0, 999)).toEqual(
              left
                .toSorted((a, b) => a.row - b.row)
                .map(({ row, words }) => [row, words.filter((each) => each === word).length])
                .filter(([, count]) => count !== 0)
                .flat(),
            )
          const standing = new Set(left.flatMap(({ words }) => words))
          expect(recent.beginningWith('nig').toSorted()).toEqual(
            [...standing].filter((word) => word.startsWith('nig')).toSorted(),
          )
        }
      }),
    )
  })

  test('are told as fresh once, with on how many rows they stand, when their rows can be seen', () => {
    const recent = recentWords()
    recent.note(1, 'night train')
    recent.note(2, 'night  day day')
    recent.note(3, 'train dawn')
    expect(recent.takeFresh(2)).toEqual([
      ['night', 2],
      ['train', 2],
      ['day', 1],
    ])
    expect(recent.takeFresh(2)).toEqual([])
    expect(recent.takeFresh(3)).toEqual([['dawn', 1]])
    recent.forget(3)
    recent.note(4, 'night dusk')
    expect(recent.takeFresh(4)).toEqual([['dusk', 1]])
    expect([...recent.untold()]).toEqual([['night', 1]])
    expect([...recent.untold()]).toEqual([])
  })

  test('are fresh again once words are forgotten that stand nowhere, or all words', () => {
    const recent = recentWords()
    recent.note(1, 'night train')
    recent.note(2, 'train')
    recent.takeFresh(2)
    recent.note(3, 'train day')
    recent.forget(1)
    forgetWords(recent)
    expect(recent.takeFresh(3)).toEqual([['day', 1]])
    expect([...recent.untold()]).toEqual([['train', 1]])
    recent.note(4, 'night train')
    expect(recent.takeFresh(4)).toEqual([['night', 1]])
    recent.clear(3)
    expect([recent.of('train', 0, 9), recent.takeFresh(4).sort()]).toEqual([
      [4, 1],
      [
        ['night', 1],
        ['train', 1],
      ],
    ])
  })

  test('may come while words are forgotten bit by bit', () => {
    const recent = recentWords(1)
    recent.note(1, 'night train dawn')
    recent.takeFresh(1)
    recent.forget(1)
    const steps = recent.forgetWords()
    for (const _ of ['night', 'train']) expect(steps.next().done).toBe(false)
    recent.note(2, 'night dusk')
    expect(recent.of('night', 0, 9)).toEqual([2, 1])
    while (!steps.next().done);
    expect([recent.of('night', 0, 9), recent.of('dusk', 0, 9)]).toEqual([
      [2, 1],
      [2, 1],
    ])
    expect(recent.takeFresh(2)).toEqual([['dusk', 1]])
    expect([...recent.untold()]).toEqual([['night', 1]])
    recent.note(3, 'night train')
    expect(recent.takeFresh(3)).toEqual([['train', 1]])
  })

  test('of many different kinds are told apart', () => {
    const recent = recentWords()
    const many = Array.from({ length: 30_000 }, (_, at) => `${at.toString(36)}word`)
    for (let row = 1; row <= 30; row++) recent.note(row, many.slice((row - 1) * 1000, row * 1000).join(' '))
    expect(recent.takeFresh(30)).toHaveLength(30_000)
    recent.forget(20)
    forgetWords(recent)
    const where = many.map((word) => recent.of(word, 0, 30))
    expect(where).toEqual(many.map((_, at) => (at < 20_000 ? [] : [1 + Math.floor(at / 1000), 1])))
    expect(new Set(recent.beginningWith('mmm'))).toEqual(
      new Set(many.slice(20_000).filter((word) => word.startsWith('mmm'))),
    )
  })
})
