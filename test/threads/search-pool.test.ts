import { expect, onTestFinished, test } from 'vitest'
import { writeFound } from '../../src/api/write-found.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import type { SearchRequest, Shown } from '../../src/ports/search-index.ts'
import { startThread } from '../../src/threads/connect.ts'
import { type ThreadOnDemand, threadOnDemand } from '../../src/threads/on-demand.ts'
import { searchPool } from '../../src/threads/search-pool.ts'
import { aReadDocument } from '../contract/opened.ts'
import { openSqlite } from '../sqlite/open.ts'
import { keeper } from '../support/builders.ts'

const request = (q: string, part: Partial<SearchRequest> = {}): SearchRequest => ({
  query: parseQuery(q),
  filter: {},
  in: ['text', 'description'],
  match: 'all',
  transliterate: true,
  sort: 'relevance',
  limit: 1,
  cursor: null,
  ...part,
})

const read = (written: Uint8Array) => JSON.parse(new TextDecoder().decode(written))

async function aPool() {
  const opened = openSqlite()
  await aReadDocument(opened, ['the night train'])
  await aReadDocument(opened, ['a night in winter'])
  const file = new URL('../../src/threads/searcher.ts', import.meta.url)
  const writer = new URL('../../src/api/write-found.ts', import.meta.url).href
  const workerData = { catalogue: opened.path, memory: 2 ** 20, writer }
  const threads = [0, 1].map(() => threadOnDemand(() => startThread(file, workerData)))
  onTestFinished(() => void Promise.all(threads.map((thread) => thread.close())))
  return { opened, threads, pool: searchPool(threads) }
}

test('several threads find as one does, whichever is asked', async () => {
  const { pool } = await aPool()
  const asked = await Promise.all(Array.from({ length: 20 }, () => pool.find(request('night'), keeper)))
  for (const { total } of asked) expect(total).toMatchObject({ documents: 2, pages: 2 })
  const { hits, misses } = await pool.figures()
  expect(hits).toBeGreaterThan(0)
  expect(misses).toBeGreaterThan(0)
})

test('what is found is written where it is found, for whom it is shown', async () => {
  const { pool } = await aPool()
  const query = { text: 'night', understood: 'night' }
  for (const scores of [true, false]) {
    const shown = { query, scores }
    const { written, ...told } = await pool.findWritten(request('night'), keeper, shown)
    const here = writeFound(await pool.find(request('night'), keeper), shown)
    expect({ ...told, written: read(written) }).toEqual({
      etag: expect.stringMatching(/^"/),
      total: here.total,
      written: { ...read(here.written), next: expect.any(String) },
    })
    expect('score' in read(written).hits[0]).toBe(scores)
  }
})

test('what may not be sent is not, and its thread goes on', async () => {
  const { pool } = await aPool()
  const shown = { query: { text: 'night' }, scores: false } as unknown as Shown
  await expect(pool.findWritten(request('night'), keeper, shown)).rejects.toThrow(
    /search .*query\.understood/,
  )
  expect(await pool.find(request('night'), keeper)).toMatchObject({ total: { documents: 2 } })
})

test('the next page of a search goes on where the first ended, though many are asked at once', async () => {
  const { pool } = await aPool()
  const seen = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const first = await pool.find(request('night'), keeper)
      const second = await pool.find(request('night', { cursor: first.next }), keeper)
      return [...first.hits, ...second.hits].map(({ document }) => document.id)
    }),
  )
  for (const ids of seen) expect(new Set(ids).size).toBe(2)
})

test('a thread is started when it is needed: the first by a search, another while that one is at work', async () => {
  const { pool, threads } = await aPool()
  const running = () => threads.map((thread) => thread.isStarted())
  await pool.settled()
  expect(await pool.figures()).toEqual({ bytes: 0, entries: 0, hits: 0, misses: 0 })
  expect(running()).toEqual([false, false])
  for (const q of ['night', 'winter', 'train']) await pool.find(request(q), keeper)
  expect(running()).toEqual([true, false])
  await Promise.all([pool.find(request('night'), keeper), pool.find(request('winter'), keeper)])
  expect(running()).toEqual([true, true])
})

test('a query waits for the thread that knows it, but not behind many', async () => {
  const asked: string[][] = [[], []]
  const threads = asked.map(
    (own): ThreadOnDemand => ({
      isStarted: () => true,
      start: async () => {},
      underWay: () => own.length,
      ended: Promise.resolve(null),
      close: async () => {},
      store: <T>() =>
        ({
          find: ({ query }: SearchRequest) => {
            own.push(query.text)
            return new Promise<void>(() => {})
          },
        }) as T,
    }),
  )
  const pool = searchPool(threads)
  const night = () => void pool.find(request('night'), keeper)
  for (let time = 0; time < 4; time++) night()
  const numbers = asked.map(({ length }) => length)
  expect(numbers.toSorted()).toEqual([0, 4])
  night()
  expect(asked.map(({ length }) => length).toSorted()).toEqual([1, 4])
})

test('every thread finds what was written meanwhile', async () => {
  const { opened, pool, threads } = await aPool()
  await Promise.all(threads.map((thread) => thread.start()))
  await pool.find(request('wagon'), keeper)
  await aReadDocument(opened, ['a wagon'])
  const found = await Promise.all(
    ['wagon', 'wagon', 'wagon', 'a wagon'].map((q) => pool.find(request(q), keeper)),
  )
  for (const { total } of found) expect(total.documents).toBe(1)
})
