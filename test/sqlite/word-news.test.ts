import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { announceWords, hearWords } from '../../src/sqlite/word-news.ts'
import { aReadDocument } from '../contract/opened.ts'
import { openSqlite } from './open.ts'

type Row = { rowid: number; hash: Buffer }

function openHeard() {
  const opened = openSqlite()
  const db = openForReading(opened.path)
  const heard = hearWords(db)
  const hush = announceWords(opened.db)
  onTestFinished(() => {
    hush()
    heard.close()
    db.close()
  })
  const rows = db.prepare<[], Row>(
    "select rowid, text_hash as hash from reading where kind = 'page' order by rowid",
  )
  return { opened, heard, hush, rows: () => rows.all() }
}

test('the words of a reading are heard of as soon as it can be seen, and once', async () => {
  const { opened, heard, rows } = openHeard()
  await aReadDocument(opened, ['Šiauliai, depor-\ntation', 'another'])
  const [first, second] = rows()
  expect(heard.take(first?.rowid ?? 0, first?.hash ?? Buffer.alloc(0))).toEqual(
    new Map([
      ['siauliai', 1],
      ['deportation', 1],
    ]),
  )
  expect(heard.take(first?.rowid ?? 0, first?.hash ?? Buffer.alloc(0))).toBe(null)
  expect(heard.take(second?.rowid ?? 0, second?.hash ?? Buffer.alloc(0))).toEqual(new Map([['another', 1]]))
})

test('words that were undone with their transaction are not taken for those of the row that came instead', async () => {
  const { opened, heard, hush, rows } = openHeard()
  opened.db.exec('begin')
  await aReadDocument(opened, ['undone'])
  opened.db.exec('rollback')
  hush()
  await aReadDocument(opened, ['quite another'])
  const [row] = rows()
  expect(heard.take(row?.rowid ?? 0, row?.hash ?? Buffer.alloc(0))).toBe(null)
})

test('who writes without announcing it is not heard', async () => {
  const { opened, heard, hush, rows } = openHeard()
  hush()
  await aReadDocument(opened, ['unheard'])
  const [row] = rows()
  expect(heard.take(row?.rowid ?? 0, row?.hash ?? Buffer.alloc(0))).toBe(null)
})

test('what is not committed yet is heard of still when what came before is forgotten', async () => {
  const { opened, heard, rows } = openHeard()
  await aReadDocument(opened, ['first'])
  const [first] = rows()
  await aReadDocument(opened, ['second'])
  heard.forget(first?.rowid ?? 0)
  const [, second] = rows()
  expect(heard.take(first?.rowid ?? 0, first?.hash ?? Buffer.alloc(0))).toBe(null)
  expect(heard.take(second?.rowid ?? 0, second?.hash ?? Buffer.alloc(0))).toEqual(new Map([['second', 1]]))
})
