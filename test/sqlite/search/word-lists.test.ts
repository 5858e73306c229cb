import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { wordLists } from '../../../src/sqlite/search/word-lists.ts'
import { openSqlite } from '../open.ts'

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
          lists.settle(last)
          recent.forget(last)
        }
        known = Math.max(known, step.forms)
        const asked = forms.slice(0, known)
        const grown = lists.list(name, asked, last)
        const read = wordLists(reading, memoryOf(2 ** 20), recentWords()).list('anew', asked, last)
        expect(rowsAndWeights(grown)).toEqual(rowsAndWeights(read))
      }
    }),
    { numRuns: 30 },
  )
  reading.close()
})

function rowsAndWeights({ ids, weights, size }: ReturnType<ReturnType<typeof wordLists>['list']>) {
  return Array.from({ length: size }, (_, at) => [ids[at], weights?.[at]])
}
