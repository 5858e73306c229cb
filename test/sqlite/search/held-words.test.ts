import { expect, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { heldWords } from '../../../src/sqlite/search/held-words.ts'
import { openSqlite } from '../open.ts'

test('of words that come faster than they are taken in no more than so many wait, and none is lost', () => {
  const db = openForReading(openSqlite().path)
  const held = heldWords(db, 2 ** 26)
  held.readSome()
  const some = (from: number) => Array.from({ length: 50_000 }, (_, n) => [`word${from + n}`, 1] as const)
  for (let from = 0; from < 400_000; from += 50_000) held.add(some(from))
  let times = 1
  while (held.readSome()) times++
  // A hundred thousand, two thousand at a time.
  expect(times).toBeLessThanOrEqual(50)
  expect(held.read(() => true).words.size).toBe(400_000)
  db.close()
})

test('a word may stand in the index as long as it is not known that it does not', () => {
  const { db, path } = openSqlite()
  db.exec("insert into reading_fts (body) values ('night train')")
  const reading = openForReading(path)
  const held = heldWords(reading, 2 ** 26)
  const mayStand = () => ['night', 'wagon', 'order'].filter(held.mayStand)
  expect(mayStand()).toEqual(['night', 'wagon', 'order'])
  held.readSome()
  expect(mayStand()).toEqual(['night'])
  held.add([['wagon', 1]])
  expect(mayStand()).toEqual(['night', 'wagon'])
  held.clear()
  expect(mayStand()).toEqual(['night', 'wagon', 'order'])
  reading.close()
})
