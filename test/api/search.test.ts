import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

type Hit = { document: { id: string; title: string }; pages: { number: number; snippet: string }[] }

describe('search', () => {
  let it: Served
  let order: { id: string }
  beforeAll(async () => {
    it = await aServedArchive()
    const marks = { language: 'en', subjects: ['deportation', 'railways'] }
    order = await it.add(
      [
        'The wagons <b>stood</b> & waited at night.',
        'Families were told to be ready by night.',
        'Nothing here.',
      ],
      { title: 'Order 001223', date: '1939-10-11', type: 'order', creator: 'Merkulov', ...marks },
    )
    await it.add(['A report on wagons; families by the night train.'], {
      ...{ title: 'Report', date: '1941-06', type: 'report', creator: 'Serov', language: 'ru' },
      identifiers: [{ scheme: 'shelfmark', value: 'EXAMPLE-7' }],
    })
    await it.add(['Ночные вагоны, Šiauliai.'], { title: 'Undated notes' })
  })
  afterAll(() => it.close())

  const search = async (q: string, query: object = {}, as: Record<string, string> = nobody) => {
    const reply = await it.get('/search', as).query({ q, ...query })
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  }
  const titles = async (q: string, query: object = {}) =>
    (await search(q, { match: 'all', ...query })).hits.map(({ document }: Hit) => document.title).toSorted()

  test('answers in the shape of the contract', async () => {
    const { hits, facets, histogram, tookMs, ...rest } = await search('wagons')
    expect(rest).toEqual({
      query: { text: 'wagons', understood: expect.any(String) },
      total: { documents: 2, pages: 2, exact: true },
      partial: { documents: 0 },
      histogramBins: { undated: 0, openStart: 0, openEnd: 0, vague: 0 },
      didYouMean: null,
      next: null,
    })
    expect(tookMs).toBeGreaterThan(0)
    const page = { id: expect.any(String), witness: null }
    expect(hits.find(({ document }: Hit) => document.id === order.id)).toEqual({
      document: {
        ...{
          id: order.id,
          title: 'Order 001223',
          language: 'en',
          creator: 'Merkulov',
          type: 'order',
          collection: null,
        },
        date: { edtf: '1939-10-11', earliest: '1939-10-11', latest: '1939-10-11', status: 'stated' },
      },
      pageHits: 1,
      missing: [],
      notes: [],
      pages: [{ ...page, number: 1, label: null, snippet: expect.any(String), language: 'en', boxes: [] }],
    })
    expect(facets).toEqual({
      type: [
        { value: 'order', count: 1 },
        { value: 'report', count: 1 },
      ],
      language: [
        { value: 'en', count: 1 },
        { value: 'ru', count: 1 },
      ],
      collection: [],
      creator: [
        { value: 'Merkulov', count: 1 },
        { value: 'Serov', count: 1 },
      ],
      subject: [
        { value: 'deportation', count: 1 },
        { value: 'railways', count: 1 },
      ],
      decade: [
        { value: '1930s', count: 1 },
        { value: '1940s', count: 1 },
      ],
    })
    expect(histogram).toEqual([
      { year: 1939, count: 1 },
      { year: 1941, count: 1 },
    ])
  })

  test('scores are for archivists', async () => {
    expect(JSON.stringify(await search('wagons'))).not.toContain('"score"')
    for (const { score } of (await search('wagons', {}, keeper)).hits)
      expect(score).toEqual(expect.any(Number))
  })

  test('snippets are escaped text in which only mark is markup', async () => {
    const { hits } = await search('stood waited')
    expect(hits[0].pages[0].snippet).toBe(
      'The wagons &lt;b&gt;<mark>stood</mark>&lt;/b&gt; &amp; <mark>waited</mark> at night.',
    )
  })

  test('words, phrases, alternatives, exclusions, prefixes and nearness mean what they say', async () => {
    const both = ['Order 001223', 'Report']
    const cases: [string, string[]][] = [
      ['wagons night', both],
      ['wagons families', ['Report']],
      ['"night train"', ['Report']],
      ['"train night"', []],
      ['"told to be" OR "night train"', both],
      ['wagons -report', ['Order 001223']],
      ['famil*', both],
      ['families NEAR/3 night', ['Report']],
      ['families NEAR/9 night', both],
      ['siauliai', ['Undated notes']],
      ['ночные', ['Undated notes']],
      ['EXAMPLE-7', ['Report']],
      ['Merkulov', ['Order 001223']],
      ['nowhere', []],
    ]
    for (const [q, expected] of cases) expect(await titles(q), q).toEqual(expected)
    expect(await titles('wagons nowhere', { match: 'any' })).toEqual(both)
    expect(await titles('wagons nowhere', { match: 'all' })).toEqual([])
  })

  test('hits by description alone have no pages; scopes narrow what is searched', async () => {
    const { hits, total } = await search('Merkulov')
    expect(hits).toMatchObject([{ pages: [], pageHits: 0 }])
    expect(total).toEqual({ documents: 1, pages: 0, exact: true })
    expect(await titles('Merkulov', { in: 'text' })).toEqual([])
    expect(await titles('wagons', { in: 'description' })).toEqual([])
    expect(await titles('wagons', { in: 'annotations,text' })).toEqual(['Order 001223', 'Report'])
    expect(wrongPaths(await it.get('/search?q=x&in=text,footnotes'))).toEqual(['in.1'])
  })

  test('filters and sorts', async () => {
    expect(await titles('night', { type: 'order' })).toEqual(['Order 001223'])
    expect(await titles('night', { creator: 'Serov', language: 'ru' })).toEqual(['Report'])
    expect(await titles('night', { subject: 'railways' })).toEqual(['Order 001223'])
    expect(await titles('night', { collection: 'k' })).toEqual([])
    expect(await titles('night', { dateFrom: '1941-06-10', dateTo: '1941-06-20' })).toEqual(['Report'])
    expect(await titles('night', { dateFrom: '1941-06-10', dateTo: '1941-06-20', dates: 'certain' })).toEqual(
      [],
    )
    expect(await titles('вагоны OR night', { dateFrom: '1941', undated: 'true' })).toEqual([
      'Report',
      'Undated notes',
    ])
    const sorted = async (sort: string) =>
      (await search('wagons OR вагоны', { sort })).hits.map(({ document }: Hit) => document.title)
    expect(await sorted('date')).toEqual(['Order 001223', 'Report', 'Undated notes'])
    expect(await sorted('-date')).toEqual(['Report', 'Order 001223', 'Undated notes'])
    expect(await sorted('title')).toEqual(['Order 001223', 'Report', 'Undated notes'])
    expect(await sorted('added')).toEqual(['Undated notes', 'Report', 'Order 001223'])
  })

  test('a wrong query says where, in code points', async () => {
    const cases: [string, number][] = [
      ['"night', 1],
      ['📜 "night', 3],
      ['(night', 1],
      ['night)', 6],
      ['night OR', 7],
      ['OR night', 1],
      ['📜 wagons -', 10],
      ['nigth:wagons', 1],
      ['ni*', 1],
      ['date:1941-13', 6],
      ['wagons NEAR/5', 8],
      ['', 1],
    ]
    for (const [q, column] of cases) {
      const reply = await it.get('/search').query({ q })
      const { errors, detail } = problem(reply, 400, 'invalid-query')
      expect([errors?.[0]?.column, errors?.[0]?.path, q]).toEqual([column, 'q', q])
      expect(detail.length, q).toBeGreaterThan(10)
      problem(await it.get(`/documents/${order.id}/search`).query({ q }), 400, 'invalid-query')
    }
  })

  test('wrong parameters are named', async () => {
    const cases: [string, string[]][] = [
      ['', ['q']],
      ['q=x&q=y', ['q']],
      ['q=x&limit=0', ['limit']],
      ['q=x&limit=101', ['limit']],
      ['q=x&limit=ten', ['limit']],
      ['q=x&sort=best', ['sort']],
      ['q=x&match=some&page=2', ['match', 'page']],
      ['q=x&dateFrom=14.06.1941', ['dateFrom']],
      ['q=x&dates=guessed', ['dates']],
      ['q=x&undated=maybe', ['undated']],
      ['q=x&cursor=nonsense', ['cursor']],
    ]
    for (const [query, paths] of cases)
      expect(wrongPaths(await it.get(`/search?${query}`)).toSorted(), query).toEqual(paths)
    problem(await it.get('/search?q=%E0%A4%A'), 400, 'invalid-input')
  })

  test('goes on from page to page to its end, each document once', async () => {
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { hits, next, total } = await search('wagons OR вагоны', { limit: 1, cursor })
      expect([hits.length, total.documents]).toEqual([1, 3])
      seen.push(hits[0].document.id)
      if (next === null) break
      cursor = next
    }
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })

  test('within a document every matching page comes in order', async () => {
    const within = (q: string, query: object = {}) =>
      it.get(`/documents/${order.id}/search`, nobody).query({ q, ...query })
    const first = await within('night', { limit: 1 })
    expect(first.body).toMatchObject({
      query: { text: 'night' },
      items: [{ number: 1, snippet: expect.stringContaining('<mark>night</mark>'), boxes: [] }],
    })
    const rest = await within('night', { cursor: first.body.next })
    expect(rest.body).toMatchObject({ items: [{ number: 2 }], next: null })
    expect((await within('train')).body.items).toEqual([])
    problem(await it.get('/documents/d-none/search?q=night'), 404, 'not-found')
  })

  test('within a document pages tell where in which text the words stand, by witness and from a page on', async () => {
    const { id, witnesses } = await it.add(['📜 By night, at NIGHT', 'at dawn', 'nights'], { language: 'en' })
    const other = await it.post(`/documents/${id}/witnesses`).send({ label: 'Copy' })
    await it
      .post(`/documents/${id}/files`)
      .field('witness', other.body.id)
      .attach('files', Buffer.from('a night\fno more'), 'copy.txt')
    await it.idle()
    const within = async (query: object) =>
      (await it.get(`/documents/${id}/search`, nobody).query({ q: 'night', ...query })).body
    const all = await within({})
    expect(all.numbers).toEqual([1, 3, 1])
    const ofWitness = all.items.map(({ witness }: { witness: string | null }) => witness)
    expect(ofWitness).toEqual([null, null, other.body.id])
    const { text } = (await it.get(`/documents/${id}/pages/1`)).body
    expect(all.items[0]).toMatchObject({ layer: 'transcription', revision: text.revision })
    const letters = [...text.content]
    expect(
      all.items[0].passages.map(([start, end]: [number, number]) => letters.slice(start, end).join('')),
    ).toEqual(['night', 'NIGHT'])
    const first = await within({ limit: 2 })
    expect((await within({ cursor: first.next })).items).toMatchObject([{ witness: other.body.id }])
    const mine = await within({ witness: witnesses[0].id, from: 2 })
    expect(mine).toMatchObject({ numbers: [1, 3], items: [{ number: 3 }], next: null })
    expect(await within({ witness: 'w-none' })).toMatchObject({ numbers: [], items: [] })
  })
  test('a hit tells the language of its title and those of its pages', async () => {
    const { id } = await it.add(
      ['Jie atvyko nakčia ir dar naktį išvyko į Šiaulius.', 'Ночью они уехали из города.'],
      {
        title: 'Dvi kalbos',
        language: 'lt',
      },
    )
    await it.put(`/documents/${id}/pages/2/text`).send({ content: 'Ночью они уехали.', language: 'ru' })
    const { hits } = (await it.get('/search', nobody).query({ q: 'nakčia OR ночью', match: 'all' })).body
    const { document, pages } = hits.find((hit: Hit) => hit.document.id === id)
    expect(document.language).toBe('lt')
    const languages = pages.map(({ number, language }: { number: number; language: string }) => [
      number,
      language,
    ])
    expect(new Map(languages)).toEqual(
      new Map([
        [1, 'lt'],
        [2, 'ru'],
      ]),
    )
    const within = await it.get(`/documents/${id}/search`, nobody).query({ q: 'nakčia' })
    expect(within.body.items).toMatchObject([{ number: 1, language: 'lt' }])
  })
})
