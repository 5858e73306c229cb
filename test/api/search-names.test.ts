import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, type Served } from './client.ts'

type Hit = { document: { title: string }; missing: string[]; pages: { snippet: string }[] }

describe('a name that the archive knows', () => {
  let it: Served
  const ask = async (q: string, query: object = {}) => {
    const reply = await it.get('/search', nobody).query({ q, ...query })
    expect(reply.status, reply.text).toBe(200)
    return reply.body as { hits: Hit[]; total: { documents: number }; query: { understood: string } }
  }
  const titles = async (q: string, query: object = {}) =>
    (await ask(q, { match: 'all', ...query })).hits.map(({ document }) => document.title).toSorted()

  beforeAll(async () => {
    it = await aServedArchive()
    const names = (all: string[]) => ({ names: all.map((text) => ({ text })) })
    await it.post('/places').send(names(['Šiauliai', 'Шяуляй', 'Schaulen', 'Shavli']))
    await it
      .post('/agents')
      .send({ kind: 'corporateBody', ...names(['NKGB', 'People’s Commissariat for State Security']) })
    await it.add(['A copy found in Šiauliai.'], { title: 'Lithuanian', language: 'lt' })
    await it.add(['Die Kaserne von Schaulen.'], { title: 'German', language: 'de' })
    await it.add(['Shavli before the war.'], { title: 'Yiddish' })
    await it.add(['Order of the People’s Commissariat for State Security.'], { title: 'Long' })
    await it.add(['The commissariat for security of no state.'], { title: 'Other' })
  })
  afterAll(() => it.close())

  test('finds the other names of whom or what it names, and shows how it was read', async () => {
    expect(await titles('siauliai')).toEqual(['German', 'Lithuanian', 'Yiddish'])
    expect(await titles('Шяуляй')).toEqual(['German', 'Lithuanian', 'Yiddish'])
    expect(await titles('text:shavli')).toEqual(['German', 'Lithuanian', 'Yiddish'])
    expect(await titles('schaulen kaserne')).toEqual(['German'])
    expect(await titles('found -schaulen')).toEqual([])
    expect((await ask('Schaulen')).query.understood).toBe('Schaulen OR Šiauliai OR Шяуляй OR Shavli')
  })

  test('finds names of several words as they stand, and is found by them', async () => {
    expect(await titles('NKGB')).toEqual(['Long'])
    expect(await titles('order NKGB')).toEqual(['Long'])
    await it.add(['The NKGB knew.'], { title: 'Short' })
    expect(await titles('People’s Commissariat for State Security')).toEqual(['Long', 'Short'])
  })

  test('is marked in the snippet, whichever name stands there', async () => {
    const { hits } = await ask('siauliai')
    const german = hits.find(({ document }) => document.title === 'German')
    expect(german?.pages[0]?.snippet).toContain('<mark>Schaulen</mark>')
  })

  test('is one and the same for all documents that lack some of the words', async () => {
    const { hits } = await ask('Schaulen copy kaserne found')
    const lithuanian = hits.find(({ document }) => document.title === 'Lithuanian')
    expect(lithuanian?.missing).toEqual(['kaserne'])
  })

  test('is looked for as it is where it stands in quotes or behind an equals sign', async () => {
    expect(await titles('"Schaulen"')).toEqual(['German'])
    expect(await titles('=Šiauliai')).toEqual(['Lithuanian'])
  })

  test('finds the same in an export and within a document', async () => {
    const csv = (await it.get('/search.csv', nobody).query({ q: 'Schaulen', match: 'all' })).text
    expect(csv.trim().split('\r\n')).toHaveLength(4)
    const [hit] = (await it.get('/search', nobody).query({ q: 'title:Lithuanian' })).body.hits
    const within = await it.get(`/documents/${hit.document.id}/search`, nobody).query({ q: 'Schaulen' })
    expect(within.body.items[0].snippet).toContain('<mark>Šiauliai</mark>')
  })

  test('leads on to further results though names were added meanwhile', async () => {
    const first = await it.get('/search', nobody).query({ q: 'Schaulen', limit: 1 })
    await it.post('/places').send({ names: [{ text: 'Schaulen' }, { text: 'Another' }] })
    const next = await it.get('/search', nobody).query({ q: 'Schaulen', limit: 1, cursor: first.body.next })
    expect(next.status, next.text).toBe(200)
    expect(next.body.hits).toHaveLength(1)
  })
})
