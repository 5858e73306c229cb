import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchRequest } from '../../../src/ports/search-index.ts'
import { sqliteSearchIndex } from '../../../src/sqlite/search/search-index.ts'
import { warming } from '../../../src/sqlite/search/warming.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

const request: Omit<SearchRequest, 'query'> = {
  ...{ filter: {}, in: ['text'], transliterate: true, limit: 10, cursor: null },
  match: 'auto',
  sort: 'relevance',
}

test('after a start the lists of common words are there before anybody asks, and find what they would', async () => {
  const stores = openSqlite()
  const texts = Array.from({ length: 1200 }, (_, at) => (at % 6 === 0 ? 'a wagon' : 'a night train'))
  await aReadDocument(stores, texts)
  const warm = sqliteSearchIndex(stores.db)
  for (let times = 0; times < 20; times++) warm.keepUp()
  // "a", "night" and "train" stand on a thousand pages or so, "wagon" does not.
  expect((await warm.figures()).entries).toBe(3)

  const cold = sqliteSearchIndex(stores.db)
  const missed = async (index: typeof warm) => {
    const { misses } = await index.figures()
    const { total } = await index.find({ ...request, query: parseQuery('night') }, keeper)
    expect(total).toEqual({ documents: 1, pages: 1000, exact: true })
    return (await index.figures()).misses - misses
  }
  expect(await missed(warm)).toBe((await missed(cold)) - 1)
})

test('they are read one at a time, from the commonest on, while there is room, and anew when all are forgotten', () => {
  const read: string[] = []
  let room = 3
  const common = [
    { term: 'the', pages: 9000 },
    { term: 'of', pages: 8000 },
    { term: 'night', pages: 999 },
  ]
  const warmed = warming(
    () => common,
    (word) => read.push(word),
    () => room-- > 0,
  )
  for (let times = 0; times < 5; times++) warmed.warmSome()
  expect(read).toEqual(['the', 'of'])
  warmed.again()
  warmed.warmSome()
  expect(read).toEqual(['the', 'of', 'the'])
  warmed.warmSome()
  expect(read).toHaveLength(3)
})
