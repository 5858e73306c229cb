import { expect, test } from 'vitest'
import type { Postings } from '../../../src/domain/ranking/postings.ts'
import { openForReading } from '../../../src/sqlite/open-database.ts'
import { heldWords } from '../../../src/sqlite/search/held-words.ts'
import { memoryOf } from '../../../src/sqlite/search/memory.ts'
import { recentWords } from '../../../src/sqlite/search/recent-words.ts'
import { settling } from '../../../src/sqlite/search/settling.ts'
import { wordLists } from '../../../src/sqlite/search/word-lists.ts'
import { openSqlite } from '../open.ts'

const always = () => true
const words = ['night', 'train', 'wagon']

function openLists() {
  const { db, path } = openSqlite()
  const insert = db.prepare('insert into reading_fts (rowid, body) values (?, ?)')
  const reading = openForReading(path)
  const recent = recentWords()
  recent.forget(0)
  const lists = wordLists(reading, memoryOf(2 ** 20), recent)
  const vocabulary = heldWords(reading, 2 ** 20)
  const settled = settling({ lists: [lists], vocabulary, recent }, 4)
  let last = 0
  return {
    recent,
    vocabulary,
    settled,
    close: () => reading.close(),
    write(text: string): number {
      insert.run(++last, text)
      recent.note(last, text)
      return last
    },
    rowsOf: (word: string) => rowsIn(lists.list(word, [{ word, weight: 128 }], last, always).list),
  }
}

test('lists grow one by one by what was recent, and by what comes meanwhile when they are asked for', () => {
  const { recent, settled, close, write, rowsOf } = openLists()
  for (const word of words) rowsOf(word)
  for (let row = 1; row <= 5; row++) write('night train')
  let steps = 0
  const once = () => steps++ % 2 === 0
  settled.settle(5, once)
  expect(recent.size()).toBe(5)
  write('night wagon')
  expect(rowsOf('night')).toEqual([1, 2, 3, 4, 5, 6])
  for (let times = 1; times <= words.length; times++) settled.settle(6, once)
  // Those that came since it began are recent still.
  expect([recent.size(), recent.from()]).toEqual([1, 5])
  expect(words.map(rowsOf)).toEqual([[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5], [6]])
  close()
})

test('nothing is forgotten where there are few recent rows, and somebody must wait where there are far too many', () => {
  const { recent, settled, close, write } = openLists()
  for (let row = 1; row <= 4; row++) settled.settle(write('night'), always)
  expect(recent.size()).toBe(4)
  for (let row = 5; row <= 16; row++) write('night')
  expect(settled.isOverdue()).toBe(false)
  write('night')
  expect(settled.isOverdue()).toBe(true)
  settled.settle(17, always)
  expect([recent.size(), settled.isOverdue()]).toEqual([0, false])
  close()
})

test('new words are taken in as long as there is time, before lists grow', () => {
  const { recent, vocabulary, settled, close, write } = openLists()
  vocabulary.readSome()
  for (let row = 1; row <= 5; row++) write('night train')
  vocabulary.add(recent.takeFresh(5))
  settled.settle(5, () => false)
  expect([...vocabulary.takeNew()].length).toBe(1)
  vocabulary.add([['wagon', 1]])
  settled.settle(5, always)
  expect([recent.size(), ...vocabulary.takeNew()]).toEqual([0])
  close()
})

test('what was under way when all lists were forgotten does not go on', () => {
  const { recent, settled, close, write, rowsOf } = openLists()
  for (const word of words) rowsOf(word)
  for (let row = 1; row <= 5; row++) write('night')
  let steps = 0
  settled.settle(5, () => steps++ === 0)
  settled.stop()
  recent.clear(2)
  settled.settle(5, always)
  expect([recent.size(), recent.from()]).toEqual([3, 2])
  close()
})

const rowsIn = ({ ids, size }: Postings) => Array.from({ length: size }, (_, at) => ids[at])
