import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, served } from '../support/process.ts'

type Item = { id: string; title: string }
type Claim = {
  property: string
  value: Record<string, unknown>
  rank: string
  reasons: string[]
  sources: unknown[]
}

/** What the answers hold that are asked for here. */
type Reply = {
  items: unknown[]
  notes: unknown[]
  hits: unknown[]
  total: { documents: number }
  query: { understood: string }
  claims: object[]
  steps: { says: string }[]
}

describe('the case that the sample archive tells', () => {
  let home: Awaited<ReturnType<typeof aFolder>>
  let demo: Awaited<ReturnType<typeof served>>
  let papers: Map<string, string>
  const get = async (path: string) => (await (await fetch(`${demo.address}/api/v1${path}`)).json()) as Reply
  const paper = (title: string) => papers.get(title) ?? ''

  beforeAll(async () => {
    home = await aFolder()
    for (let time = 0; time < 2; time++) {
      await demo?.stop()
      demo = await served(home.path, {}, 'demo')
    }
    const { items } = await get('/documents?limit=100')
    papers = new Map((items as Item[]).map(({ id, title }) => [title, id]))
  })
  afterAll(async () => {
    await demo?.stop()
    await home?.[Symbol.asyncDispose]()
  })

  test('is loaded once, though the demo was started twice', async () => {
    for (const [things, count] of Object.entries({
      agents: 5,
      places: 4,
      happenings: 1,
      sources: 5,
      collections: 5,
    }))
      expect([things, (await get(`/${things}?limit=100`)).items.length]).toEqual([things, count])
    expect((await get(`/documents/${paper('Serov Instructions')}/witnesses`)).items).toHaveLength(3)
  })

  test('shows every date claimed for the paper with its source, and that it bears none', async () => {
    const { items } = await get(`/documents/${paper('Serov Instructions')}/claims?limit=100`)
    const said = (items as Claim[]).map(({ property, value, rank }) => [
      property,
      value.edtf ?? value.none,
      rank,
    ])
    expect(said).toContainEqual(['date', '1939-10-11', 'deprecated'])
    expect(said).toContainEqual(['date', '1941-01-21', 'deprecated'])
    expect(said).toContainEqual(['date-borne', true, 'normal'])
    for (const claim of (items as Claim[]).filter(({ property }) => property === 'date'))
      expect([claim.sources.length > 0, claim.reasons.includes('anachronism')]).toEqual([true, true])
  })

  test('knows the copy with its stamp, as it was read and what was inferred', async () => {
    const { items } = await get(`/documents/${paper('Serov Instructions')}/witnesses`)
    const marks = (items as { marks: object[] }[]).flatMap(({ marks }) => marks)
    expect(marks).toMatchObject([
      { kind: 'receipt', asRead: 'XXXX-06-07', date: '1941-06-07', inferred: ['year'] },
    ])
  })

  test('dates the paper by its evidence, refutes both dates, and shows what rests on an inference', async () => {
    const dating = await get(`/documents/${paper('Serov Instructions')}/dating`)
    expect(dating).toMatchObject({
      status: 'inferred',
      edtf: '[1941-02-03..1941-06-07]',
      windows: [{ earliest: '1941-02-03', latest: '1941-06-07' }],
      withoutInferences: [{ earliest: '1941-02-03', latest: '1941-06-13' }],
      conflict: null,
    })
    const { claims, steps } = dating
    expect(claims).toMatchObject([
      { edtf: '1941-01-21', verdict: 'refuted', days: -13 },
      { edtf: '1939-10-11', verdict: 'refuted', days: -481 },
    ])
    expect(steps[0]?.says).toBe(
      'Issued by the NKGB, which existed 3 February – 20 July 1941 and 14 April 1943 – 15 March 1946.',
    )
    const { hits } = await get('/search?q=serov&dateFrom=1941-03&dateTo=1941-04&dates=possible')
    const found = (hits as { document: Item }[]).map(({ document }) => document.title)
    expect(found).toContain('Serov Instructions')
  })

  test('tells on both papers that one was printed under the name of the other', async () => {
    const [instructions, order] = [paper('Serov Instructions'), paper('NKVD Order No. 001223')]
    expect((await get(`/documents/${instructions}`)).notes).toMatchObject([
      { kind: 'misattributed', see: order },
    ])
    expect((await get(`/documents/${order}`)).notes).toMatchObject([
      { kind: 'misattributed', see: instructions },
    ])
  })

  test('finds by the number first the order that bears it, and the other paper with a card that says so', async () => {
    const { hits } = await get('/search?q=001223')
    const [first, ...others] = hits as { document: Item; notes: { kind: string; see: string }[] }[]
    expect(first).toMatchObject({ document: { title: 'NKVD Order No. 001223' }, notes: [] })
    const instructions = others.find(({ document }) => document.title === 'Serov Instructions')
    expect(instructions?.notes).toMatchObject([
      { kind: 'misattributed', see: paper('NKVD Order No. 001223') },
    ])
  })

  test('finds a place and a body by any of their names', async () => {
    const counts = await Promise.all(
      ['Шяуляй', 'Schaulen', 'Shavli', 'Šiauliai'].map(
        async (q) => (await get(`/search?match=all&q=${encodeURIComponent(q)}`)).total.documents,
      ),
    )
    expect(counts[0]).toBeGreaterThanOrEqual(4)
    expect(new Set(counts).size).toBe(1)
    const { query } = await get(`/search?q=${encodeURIComponent('НКГБ')}`)
    expect(query.understood).toContain("People's Commissariat for State Security")
  })
})
