import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Listed } from '../../../src/domain/ranking/listed.ts'
import { inflect } from '../../../src/domain/search/inflect.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchNode } from '../../../src/domain/search/query.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { matchExpression } from '../../../src/sqlite/search/match-expression.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { rowLists } from '../../../src/sqlite/search/row-lists.ts'
import { openSqlite } from '../open.ts'

const rootOf = (query: string): SearchNode => parseQuery(query).root

const words = ['night', 'nights', 'trainee', 'train', 'day']
const aWord = fc.constantFrom(...words)
const stretch = fc.array(aWord, { minLength: 2, maxLength: 3 }).map((all) => all.join(' '))
const beginning = fc.constantFrom('nig', 'night', 'trai', 'train', 'tra')
const aPhrase = stretch.map((all) => `"${all}"`)
const aPart = fc.oneof(
  aWord,
  aPhrase,
  beginning.map((some) => `${some}*`),
)
const aNode = fc.oneof(
  aPhrase.map(rootOf),
  fc.tuple(aPhrase, fc.nat({ max: 3 })).map(([phrase, slop]) => rootOf(`${phrase}~${slop}`)),
  beginning.map((some) => rootOf(`${some}*`)),
  fc.tuple(aWord, beginning).map(([word, some]) => rootOf(`"${word} ${some}*"`)),
  aPhrase.map((phrase) => rootOf(`=${phrase}`)),
  fc
    .tuple(
      fc.array(aPart, { minLength: 2, maxLength: 3 }),
      fc.nat({ max: 3 }),
      fc.uniqueArray(aWord, { maxLength: 3 }),
    )
    .map(([parts, distance, forms]) =>
      inflect(rootOf(parts.join(` NEAR/${distance} `)), (word) => [word, ...forms]),
    ),
)

const always = () => true

describe('rows that FTS5 finds', () => {
  test('are found in new rows by their words, as FTS5 would find them, and it is asked only for others', () => {
    const { db, path } = openSqlite()
    let last = 0
    const insert = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
    const reading = openForReading(path)
    const inIndex = reading
      .prepare<[string], number>('select rowid from reading_fts where reading_fts match ? order by rowid')
      .pluck()
    const recent = recentWords()
    const lists = rowLists(reading, memoryOf(2 ** 20), recent)
    const write = (body: string, isTold: boolean) => {
      insert.run(++last, body)
      if (isTold) recent.note(last, body)
      else recent.forget(last)
    }
    recent.forget(0)
    let found = 0
    const body = fc.array(aWord, { maxLength: 8 }).map((all) => all.join(' '))
    const step = fc.record({
      body,
      isTold: fc.integer({ max: 4 }).map((some) => some !== 0),
      isAsked: fc.boolean(),
      isSettled: fc.integer({ max: 4 }).map((some) => some === 0),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(aNode, { maxLength: 6 }), (steps, nodes) => {
        let known = new Set<string>()
        let asked = new Set<string>()
        for (const { body, isTold, isAsked, isSettled } of steps) {
          write(body, isTold)
          if (!isTold) known = new Set()
          if (isSettled) {
            for (const _ of lists.settle(last));
            recent.forget(last)
            known = new Set([...known].filter((each) => asked.has(each) || /^\S+ \*$/.test(each)))
            asked = new Set()
          }
          if (!isAsked) continue
          for (const node of nodes) {
            const expression = matchExpression(node)
            const { list, upTo } = lists.list(node, last, () => !known.has(expression))
            const rows = inIndex.all(expression)
            expect([upTo, [...list.ids.subarray(0, list.size)]], expression).toEqual([last, rows])
            known.add(expression)
            asked.add(expression)
            found += rows.length
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(found).toBeGreaterThan(100)
    reading.close()
  })

  test('are left to FTS5 where words near each other have too many forms to write out', () => {
    const { db, path } = openSqlite()
    const insert = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
    const reading = openForReading(path)
    const recent = recentWords()
    const lists = rowLists(reading, memoryOf(2 ** 20), recent)
    recent.forget(0)
    const node = inflect(rootOf('night NEAR train'), (word) =>
      Array.from({ length: 20 }, (_, at) => word + at),
    )
    const rowsOf = (list: Listed['list']) => [...list.ids.subarray(0, list.size)]
    expect(rowsOf(lists.list(node, 0, always).list)).toEqual([])
    for (const [at, body] of ['night train', 'night0 train19', 'night19 train', 'night0 train0'].entries()) {
      insert.run(at + 1, body)
      recent.note(at + 1, body)
    }
    expect(rowsOf(lists.list(node, 4, always).list)).toEqual([1, 4])
    reading.close()
  })

  test('are those found until time is up, and the rest when there is time again', () => {
    const { db, path } = openSqlite()
    db.exec(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 250000)
      insert into reading_fts (rowid, body) select i, case i % 50000 when 0 then 'night train' else 'day' end from n`)
    const reading = openForReading(path)
    const { list } = rowLists(reading, memoryOf(2 ** 20), recentWords(), 100_000)
    const nightTrain = rootOf('"night train"')
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
