import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Postings } from '../../../src/domain/ranking/postings.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { wordLists } from '../../../src/sqlite/search/word-lists.ts'
import { openSqlite } from '../open.ts'

const always = () => true

const forms = [
  { word: 'wagon', weight: 128 },
  { word: 'wagons', weight: 82 },
]

test('lists that grew by the words of recent rows are those that are read from the index', () => {
  const { db, path } = openSqlite()
  const insert = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
  const reading = openForReading(path)
  let last = 0
  const recent = recentWords()
  const lists = wordLists(reading, memoryOf(2 ** 20), recent)
  recent.forget(0)
  const words = fc.array(fc.constantFrom('wagon', 'wagons', 'night'), { maxLength: 5 })
  const step = fc.record({ words, forms: fc.integer({ min: 0, max: 2 }), isSettled: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let known = 0
      const name = `${last} wagon`
      for (const step of steps) {
        insert.run(++last, step.words.join(' '))
        recent.note(last, step.words.join(' '))
        if (step.isSettled) {
          for (const _ of lists.settle(last));
          recent.forget(last)
        }
        known = Math.max(known, step.forms)
        const asked = forms.slice(0, known)
        const grown = lists.list(name, asked, last, always).list
        const read = wordLists(reading, memoryOf(2 ** 20), recentWords()).list('anew', asked, last, always)
        expect(rowsAndWeights(grown)).toEqual(rowsAndWeights(read.list))
      }
    }),
    { numRuns: 30 },
  )
  reading.close()
})

test('forms are left out when time is up, and read when there is time again', () => {
  const { db, path } = openSqlite()
  db.exec(
    "insert into reading_fts (rowid, body) values (1, 'wagon'), (2, 'wagons wagons'), (3, 'wagon wagons')",
  )
  const reading = openForReading(path)
  const { list } = wordLists(reading, memoryOf(2 ** 20), recentWords())
  let times = 0
  const some = list('wagon', forms, 3, () => times++ === 0)
  expect([some.upTo, rowsAndWeights(some.list).map(([row]) => row)]).toEqual([0, [1, 3]])
  const none = list('wagon', forms, 3, () => false)
  expect([none.upTo, none.list.size]).toEqual([0, 2])
  const all = list('wagon', forms, 3, always)
  expect([all.upTo, rowsAndWeights(all.list).map(([row]) => row)]).toEqual([3, [1, 2, 3]])
  reading.close()
})

function rowsAndWeights({ ids, weights, size }: Postings) {
  return Array.from({ length: size }, (_, at) => [ids[at], weights?.[at]])
}
