import { expect, test } from 'vitest'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { heldWords } from '../../../src/sqlite/search/held-words.ts'
import { openSqlite } from '../open.ts'

const always = () => true

test('words that are new are there at once, and on how many more rows others stand when words are asked for', () => {
  const { db: writing, path } = openSqlite()
  writing.exec("insert into reading_fts (rowid, body) values (1, 'night')")
  const db = openForReading(path)
  let untold: [word: string, rows: number][] = [['night', 1]]
  const held = heldWords(db, 2 ** 26, () => untold.splice(0))
  const pages = () => held.read(always).words.startingWith('', 9)
  held.add([['train', 1]])
  // What was told of before words were read is among those that were read.
  expect(pages()).toEqual([{ word: 'night', distance: 0, pages: 1 }])
  held.add([['train', 2]])
  untold = [['night', 2]]
  expect(pages()).toEqual([
    { word: 'night', distance: 0, pages: 3 },
    { word: 'train', distance: 0, pages: 2 },
  ])
  db.close()
})

test('words that are new are taken in one by one, and those that are left when words are asked for', () => {
  const { db: writing, path } = openSqlite()
  writing.exec("insert into reading_fts (rowid, body) values (1, 'night')")
  const db = openForReading(path)
  const held = heldWords(db, 2 ** 26)
  held.readSome()
  held.add(['train', 'wagon', 'order'].map((word) => [word, 1]))
  const steps = held.takeNew()
  expect([steps.next().done, held.read(always).words.size]).toEqual([false, 4])
  expect(steps.next().done).toBe(true)
  held.add([['list', 1]])
  held.clear()
  expect(held.takeNew().next().done).toBe(true)
  db.close()
})

test('where words are asked for, only so many that came again are counted', () => {
  const db = openForReading(openSqlite().path)
  let left = 100_000
  const held = heldWords(db, 2 ** 26, function* () {
    while (left > 0) yield [`word${left--}`, 1] as const
  })
  left = 0
  held.read(always)
  left = 100_000
  for (const most of [20_000, 40_000]) expect(held.read(always).words.size).toBe(most)
  for (const _ of held.takeIn());
  expect(held.read(always).words.size).toBe(100_000)
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
