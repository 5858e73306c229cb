import { expect, onTestFinished, test } from 'vitest'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { sqliteSearchIndex } from '../../src/sqlite/search/search-index.ts'
import { forgetTerms, terms } from '../../src/sqlite/terms.ts'
import { announceWords, type HeardWords, hearWords } from '../../src/sqlite/word-news.ts'
import { aReadDocument } from '../contract/opened.ts'
import { keeper } from '../support/builders.ts'
import { openSqlite } from './open.ts'

const asked = {
  filter: {},
  in: ['text'],
  match: 'all',
  sort: 'relevance',
  transliterate: true,
  limit: 20,
  cursor: null,
} as const

type Row = { rowid: number; hash: Buffer }

function openHeard() {
  const opened = openSqlite()
  const db = openForReading(opened.path)
  const heard = hearWords(db)
  const noted = new Map<number, string[]>()
  heard.listen((row, words) => noted.set(row, [...(noted.get(row) ?? []), words]))
  const hush = announceWords(opened.db)
  onTestFinished(() => {
    hush()
    heard.close()
    db.close()
  })
  const rows = db.prepare<[], Row>(
    "select rowid, text_hash as hash from reading where kind = 'page' order by rowid",
  )
  return { opened, heard, noted, hush, rows: () => rows.all() }
}

const take = (heard: HeardWords, row: Row | undefined) =>
  heard.take(row?.rowid ?? 0, row?.hash ?? Buffer.alloc(0))

test('the words of a reading are heard of as soon as it can be seen', async () => {
  const { opened, heard, noted, rows } = openHeard()
  await aReadDocument(opened, ['Šiauliai, depor-\ntation', 'another'])
  const [first, second] = rows()
  expect(take(heard, first)).toBe('told')
  expect(take(heard, first)).toBe('untold')
  expect(take(heard, second)).toBe('told')
  expect([noted.get(first?.rowid ?? 0), noted.get(second?.rowid ?? 0)]).toEqual([
    ['siauliai deportation'],
    ['another'],
  ])
})

test('words that were undone with their transaction are not taken for those of the row that came instead', async () => {
  const { opened, heard, hush, rows } = openHeard()
  opened.db.exec('begin')
  await aReadDocument(opened, ['undone'])
  opened.db.exec('rollback')
  await aReadDocument(opened, ['quite another'])
  expect(take(heard, rows()[0])).toBe('others')
  opened.db.exec('begin')
  await aReadDocument(opened, ['undone'])
  opened.db.exec('rollback')
  hush()
  await aReadDocument(opened, ['and another one'])
  expect(take(heard, rows()[1])).toBe('others')
})

test('who writes without announcing it is not heard', async () => {
  const { opened, heard, hush, rows } = openHeard()
  hush()
  await aReadDocument(opened, ['unheard'])
  expect(take(heard, rows()[0])).toBe('untold')
})

test('the stems of new words are told with them, and are not those of words that came instead', () => {
  const { opened, heard, hush } = openHeard()
  const learn = (words: string, language: string) => terms(opened.db).learn(words, language)
  learn('wagons trains', 'en')
  expect(heard.takeStems(1, 'en', 'wagons trains')).toBe('enwagon entrain')
  expect(heard.takeStems(1, 'en', 'wagons trains')).toBe(null)
  opened.db.exec('begin')
  learn('orders', 'en')
  opened.db.exec('rollback')
  forgetTerms(opened.db)
  learn('reports', 'en')
  expect(heard.takeStems(2, 'en', 'reports')).toBe('enreport')
  learn('letters', 'en')
  expect(heard.takeStems(3, 'de', 'letters')).toBe(null)
  learn('orders', 'en')
  expect(heard.takeStems(4, 'en', 'others')).toBe(null)
  learn('lists', 'en')
  heard.forgetStems()
  expect(heard.takeStems(5, 'en', 'lists')).toBe(null)
  hush()
  learn('telegrams', 'en')
  expect(heard.takeStems(6, 'en', 'telegrams')).toBe(null)
})

test('what is not committed yet is heard of still when what came before is forgotten', async () => {
  const { opened, heard, rows } = openHeard()
  await aReadDocument(opened, ['first'])
  const [first] = rows()
  await aReadDocument(opened, ['second'])
  heard.forget(first?.rowid ?? 0)
  const [, second] = rows()
  expect(take(heard, first)).toBe('untold')
  expect(take(heard, second)).toBe('told')
})

test('pages are found by the words of a transaction that came instead of one that was undone', async () => {
  const { opened } = openHeard()
  const db = openForReading(opened.path)
  const heard = hearWords(db)
  const search = sqliteSearchIndex(db, { heard })
  onTestFinished(() => {
    heard.close()
    db.close()
  })
  const titles = async (q: string) =>
    (await search.find({ ...asked, query: parseQuery(q) }, keeper)).hits.map((hit) => hit.document.title)
  await aReadDocument(opened, ['night'], { description: { title: 'first' } })
  expect(await titles('night')).toEqual(['first'])
  opened.db.exec('begin')
  await aReadDocument(opened, ['night train'], { description: { title: 'undone' } })
  opened.db.exec('rollback')
  await aReadDocument(opened, ['day train'], { description: { title: 'second' } })
  expect([await titles('night'), await titles('train'), await titles('day')]).toEqual([
    ['first'],
    ['second'],
    ['second'],
  ])
})
