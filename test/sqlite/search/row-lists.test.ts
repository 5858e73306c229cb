import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchNode } from '../../../src/domain/search/query.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { matchExpression } from '../../../src/sqlite/search/match-expression.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { rowLists } from '../../../src/sqlite/search/row-lists.ts'
import { openSqlite } from '../open.ts'

const phrase = (...words: string[]): SearchNode => ({
  kind: 'phrase',
  text: words.join(' '),
  words,
  exact: false,
  slop: null,
  column: 1,
})
const beginning = (word: string): SearchNode => ({ kind: 'prefix', text: word, words: [word], column: 1 })

const nightTrain = phrase('night', 'train')
const always = () => true

describe('rows that FTS5 finds', () => {
  test('are found in new rows by what is told of their words, and FTS5 is asked where that is not enough', () => {
    const { db, path } = openSqlite()
    let last = 0
    const insert = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
    const reading = openForReading(path)
    const recent = recentWords()
    const lists = rowLists(reading, memoryOf(2 ** 20), recent)
    const write = (body: string, isTold: boolean) => {
      insert.run(++last, body)
      if (isTold) recent.note(last, body)
      else recent.forget(last)
    }
    recent.forget(0)
    const words = fc.array(fc.constantFrom('night', 'nights', 'trainee', 'train', 'day'), { maxLength: 4 })
    const step = fc.record({ words, isTold: fc.boolean(), isAsked: fc.boolean(), isSettled: fc.boolean() })
    const nodes = [nightTrain, phrase('day', 'night'), beginning('nig'), beginning('train')]
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { words, isTold, isAsked, isSettled } of steps) {
          write(words.join(' '), isTold)
          if (isSettled) {
            lists.settle(last)
            recent.forget(last)
          }
          if (!isAsked) continue
          for (const node of nodes) {
            const expression = matchExpression(node)
            const found = reading
              .prepare<[string], number>(
                'select rowid from reading_fts where reading_fts match ? order by rowid',
              )
              .pluck()
              .all(expression)
            const { list, upTo } = lists.list(node, last, always)
            expect([upTo, [...list.ids.subarray(0, list.size)]], expression).toEqual([last, found])
          }
        }
      }),
      { numRuns: 30 },
    )
    reading.close()
  })

  test('are those found until time is up, and the rest when there is time again', () => {
    const { db, path } = openSqlite()
    db.exec(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 250000)
      insert into reading_fts (rowid, body) select i, case i % 50000 when 0 then 'night train' else 'day' end from n`)
    const reading = openForReading(path)
    const { list } = rowLists(reading, memoryOf(2 ** 20), recentWords(), 100_000)
    const none = list(nightTrain, 250_000, () => false)
    expect([none.upTo, none.list.size]).toEqual([0, 0])
    let times = 0
    const some = list(nightTrain, 250_000, () => times++ === 0)
    expect([some.upTo, [...some.list.ids.subarray(0, some.list.size)]]).toEqual([100_000, [50_000, 100_000]])
    const all = list(nightTrain, 250_000, always)
    expect([all.upTo, all.list.size]).toEqual([250_000, 5])
    reading.close()
  })
})
