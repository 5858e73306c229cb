import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, asText, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

type Hit = {
  document: { id: string; title: string }
  score?: number
  pageHits: number
  pages: { number: number; snippet: string }[]
}

const header = [
  ...['id', 'title', 'date', 'earliest', 'latest', 'status', 'creator', 'type', 'collection'],
  ...['pageHits', 'missing', 'page', 'snippet', 'link'],
]
const hostile = [
  '=HYPERLINK("http://evil.example","see")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  'Quoted "so", with a comma',
  'Two\nlines',
  'Ünïcode 📜 Šiauliai, Шяуляй',
]

describe('the export of a search', () => {
  let it: Served
  let paper: { id: string }
  const many = 260
  beforeAll(async () => {
    it = await aServedArchive()
    for (let n = 0; n < many; n++) await it.post('/documents').send({ title: `Ledger ${n}` })
    for (const title of hostile) await it.post('/documents').send({ title, subjects: ['hostile'] })
    paper = await it.add(['Nothing.', '=1+1, the <b>wagons</b> & "the night".', 'More wagons.'], {
      ...{ title: 'Order 001223', date: '1939-10-11', type: 'order', creator: 'Merkulov' },
    })
    await it.add(['Secret wagons.'], { title: 'Kept back', visibility: 'restricted' })
  })
  afterAll(() => it.close())

  const rowsOf = async (query: object, as: Record<string, string> = nobody): Promise<string[][]> => {
    const reply = await it.get('/search.csv', as).query(query).buffer().parse(asText)
    expect(reply.status, String(reply.body)).toBe(200)
    return parse(reply.body, { bom: true, record_delimiter: '\r\n' })
  }
  const hitsOf = async (query: object, as: Record<string, string> = nobody): Promise<Hit[]> => {
    const reply = await it.get('/search.jsonl', as).query(query).buffer().parse(asText)
    expect(reply.status, String(reply.body)).toBe(200)
    return String(reply.body)
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
  }

  test('as CSV has a header and one row a document, with its best page as plain text', async () => {
    const [first, ...rows] = await rowsOf({ q: 'night' })
    expect(first).toEqual(header)
    const { port } = it.server.address() as { port: number }
    expect(rows).toEqual([
      [
        ...[paper.id, 'Order 001223', '1939-10-11', '1939-10-11', '1939-10-11', 'stated'],
        ...['Merkulov', 'order', '', '1', '', '2', `'=1+1, the <b>wagons</b> & "the night".`],
        `http://127.0.0.1:${port}/documents/${paper.id}`,
      ],
    ])
  })

  test('as JSON Lines has a hit a line, in the shape of the search, with its best page', async () => {
    const [hit] = (await it.get('/search', nobody).query({ q: 'wagons' })).body.hits
    expect(hit.pages).toHaveLength(2)
    expect(await hitsOf({ q: 'wagons' })).toEqual([{ ...hit, pages: [hit.pages[0]] }])
  })

  test.each(['csv', 'jsonl'] as const)(
    'as %s holds all results, each once and in their order',
    async (kind) => {
      const all = { q: 'ledger', sort: 'added' }
      const titles =
        kind === 'csv'
          ? (await rowsOf(all)).slice(1).map(([, title]) => title)
          : (await hitsOf(all)).map(({ document }) => document.title)
      expect(titles).toEqual(Array.from({ length: many }, (_, n) => `Ledger ${many - 1 - n}`))
    },
  )

  test('no cell is a formula for a spreadsheet, and no title breaks a row', async () => {
    const rows = await rowsOf({ q: 'subject:hostile', sort: 'added' })
    for (const row of rows) expect(row).toHaveLength(header.length)
    const titles = rows.slice(1).map(([, title]) => title)
    expect(titles).toEqual(
      hostile.map((title) => (/^[=+\-@]/.test(title) ? `'${title}` : title)).toReversed(),
    )
    const plain = (await hitsOf({ q: 'subject:hostile', sort: 'added' })).map(
      ({ document }) => document.title,
    )
    expect(plain).toEqual(hostile.toReversed())
  })

  test('holds what lacks some of the words as the search does, and says which', async () => {
    const [, row] = await rowsOf({ q: 'wagons nowhere' })
    expect(row?.[header.indexOf('missing')]).toBe('nowhere')
    expect(await hitsOf({ q: 'wagons nowhere' })).toMatchObject([{ missing: ['nowhere'] }])
    expect(await hitsOf({ q: 'wagons nowhere', match: 'all' })).toEqual([])
  })

  test('takes the parameters of a search, but not those of its pages', async () => {
    expect(await hitsOf({ q: 'wagons', type: 'report' })).toEqual([])
    expect(await rowsOf({ q: 'wagons', in: 'description' })).toEqual([header])
    expect(await hitsOf({ q: 'nowhere wagons', match: 'any' })).toHaveLength(1)
    for (const path of ['/search.csv', '/search.jsonl'])
      expect(wrongPaths(await it.get(`${path}?q=x&limit=5&cursor=y`)).toSorted()).toEqual(['cursor', 'limit'])
  })

  test('holds what the one who asks may see, scores for archivists alone', async () => {
    expect((await hitsOf({ q: 'wagons' }, keeper)).map(({ document }) => document.title).toSorted()).toEqual([
      'Kept back',
      'Order 001223',
    ])
    expect((await hitsOf({ q: 'wagons' }, keeper)).every(({ score }) => typeof score === 'number')).toBe(true)
    expect((await hitsOf({ q: 'wagons' })).some(({ score }) => score !== undefined)).toBe(false)
  })

  test('is saved under a name that says what was asked', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const csv = await it.get('/search.csv', nobody).query({ q: '"night wagons" OR wagons' })
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename=fonds-night-wagons-OR-wagons-${today}.csv`,
    )
    const jsonl = await it.get('/search.jsonl', nobody).query({ q: 'Шяуляй/../"x"' })
    expect(jsonl.headers['content-type']).toBe('application/jsonl')
    expect(decodeURIComponent(jsonl.headers['content-disposition'] ?? '')).toContain(
      `filename*=UTF-8''fonds-Шяуляй-x-${today}.jsonl`,
    )
  })

  test('a wrong query is a problem, and HEAD tells the headers alone', async () => {
    for (const path of ['/search.csv', '/search.jsonl']) {
      problem(await it.get(path).query({ q: '"night' }), 400, 'invalid-query')
      const head = await it.head(path).query({ q: 'wagons' })
      expect([head.status, head.text ?? '']).toEqual([200, ''])
      expect(head.headers['content-disposition']).toMatch(/^attachment/)
      expect((await it.head(path).query({ q: '"night' })).status).toBe(400)
    }
  })
})

/** The body as it came: supertest reads only text/* by itself. */
