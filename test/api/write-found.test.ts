import { expect, test } from 'vitest'
import { writeFound } from '../../src/api/write-found.ts'
import type { DocumentHit, SearchResult } from '../../src/ports/search-index.ts'

const hit = {
  document: {
    id: 'd1',
    title: 'Šiauliai, приказ',
    language: 'lt',
    date: { edtf: null, earliest: null, latest: null, status: 'unknown' },
    creator: null,
    type: null,
    collection: null,
    key: 7,
  },
  score: 3,
  pageHits: 0,
  missing: [],
  pages: [],
  notes: [],
  rank: 1,
} as unknown as DocumentHit

const found = (hits: DocumentHit[]): SearchResult => ({
  total: { documents: 1, pages: 1, exact: true },
  partial: { documents: 0 },
  hits,
  facets: { type: [], language: [], collection: [], creator: [], subject: [], decade: [] },
  histogram: [],
  histogramBins: { undated: 1, openStart: 0, openEnd: 0, vague: 0 },
  didYouMean: null,
  next: null,
})

const query = { text: 'x', understood: 'x' }

const read = (result: SearchResult, scores: boolean) => {
  const { written, ...told } = writeFound(result, { query, scores })
  return { ...told, bytes: written, body: JSON.parse(new TextDecoder().decode(written)) }
}

test('only what the reply of a search declares is written, scores for who keeps the archive alone', () => {
  const { body, total, etag } = read(found([hit]), false)
  expect(body).toMatchObject({ query, total, hits: [{ document: { title: 'Šiauliai, приказ' } }] })
  expect(body.hits[0]).not.toHaveProperty('score')
  expect(body.hits[0]).not.toHaveProperty('rank')
  expect(body.hits[0].document).not.toHaveProperty('key')
  const kept = read(found([hit]), true)
  expect(kept.body.hits[0].score).toBe(3)
  expect(kept.etag).not.toBe(etag)
})

test('what does not fit the reply is not written, and said by its place alone', () => {
  const secret = { ...hit, missing: [{ secret: 'hunter2' }] } as unknown as DocumentHit
  expect(() => read(found([hit, secret]), false)).toThrow(/route search .* hits\.1\.missing\.0/)
  expect(() => read(found([hit, secret]), false)).not.toThrow(/hunter2/)
})

test('what is written shares its memory with nothing', () => {
  const { bytes } = read(found([]), false)
  expect(bytes.length).toBe(bytes.buffer.byteLength)
})
