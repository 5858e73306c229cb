import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules } from '../support/iiif-rules.ts'
import { schemaFaults } from '../support/iiif-schema.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

const base = 'https://archive.example'
const two = 'http://iiif.io/api/search/2/context.json'
type Selector = { prefix?: string; exact: string; suffix?: string }
type Target = { source: string; selector: Selector[] }
type Item = { id: string; motivation: string; body: { value: string }; target: unknown }

let it: Served
let id: string
let pages: string[]
const canvas = (number: number) => `${base}/iiif/3/${id}/canvas/${pages[number - 1]}`

beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: base })
  const text = [
    'The families were sent to forced\nsettlements. The wagons left.',
    'Families and wagoners.',
    'Night.',
  ]
  const files = [{ name: 'p.pdf', bytes: Buffer.from(await aPdf(text)) }]
  const added = await it.upload({ title: 'Instructions', language: 'en' }, files)
  await it.idle()
  id = added.body.id
  pages = (await it.get(`/documents/${id}/pages`)).body.items.map((page: { id: string }) => page.id)
  for (const [motivation, value, number] of [
    ['commenting', 'Which wagons, and whose?', 1],
    ['tagging', 'wagons', 3],
  ])
    await it.post('/annotations/').send({
      ...{ type: 'Annotation', motivation, target: canvas(Number(number)) },
      body: { type: 'TextualBody', value, ...(motivation === 'tagging' && { purpose: 'tagging' }) },
    })
})
afterAll(() => it.close())

async function search2(query: Record<string, string>, as: Record<string, string> = nobody) {
  const reply = await it.get(`/iiif/search/2/${id}`, as).query(query)
  expect(reply.status, reply.text).toBe(200)
  expect(brokenRules(reply.body)).toEqual([])
  expect(schemaFaults(reply.body)).toEqual([])
  return reply.body
}
const valuesOf = (items: Item[]) => items.map(({ body }) => body.value)

describe('content search 2', () => {
  test('is a service that the manifest names, with its completion', async () => {
    const { body } = await it.get(`/iiif/3/${id}/manifest`, nobody)
    expect(brokenRules(body)).toEqual([])
    expect(schemaFaults(body)).toEqual([])
    expect(body['@context']).toEqual([two, 'http://iiif.io/api/presentation/3/context.json'])
    const one = 'http://iiif.io/api/search/1'
    expect(body.service).toEqual([
      {
        id: `${base}/iiif/search/2/${id}`,
        type: 'SearchService2',
        service: [{ id: `${base}/iiif/search/2/${id}/autocomplete`, type: 'AutoCompleteService2' }],
      },
      {
        '@id': `${base}/iiif/search/1/${id}`,
        '@type': 'SearchService1',
        profile: `${one}/search`,
        service: [
          {
            '@id': `${base}/iiif/search/1/${id}/autocomplete`,
            ...{ '@type': 'AutoCompleteService1', profile: `${one}/autocomplete` },
          },
        ],
      },
    ])
  })

  test('finds every place of a word in any of its forms, where it stands, with what stands around it', async () => {
    const found = await search2({ q: 'family', motivation: 'supplementing' })
    expect(found).toMatchObject({
      '@context': two,
      id: `${base}/iiif/search/2/${id}?q=family&motivation=supplementing`,
      type: 'AnnotationPage',
    })
    expect(valuesOf(found.items)).toEqual(['families', 'Families'])
    for (const [index, { target, motivation }] of found.items.entries()) {
      expect(target).toMatch(new RegExp(`^${canvas(index + 1)}#xywh=\\d+,\\d+,\\d+,\\d+$`))
      expect(motivation).toBe('supplementing')
    }
    const [{ items }] = found.annotations
    expect(items).toMatchObject([
      {
        motivation: 'contextualizing',
        target: {
          type: 'SpecificResource',
          source: found.items[0].id,
          selector: [{ prefix: 'The ', exact: 'families', suffix: expect.stringMatching(/^ were sent/) }],
        },
      },
      { target: { source: found.items[1].id, selector: [{ exact: 'Families' }] } },
    ])
    expect([found.partOf, found.next, found.ignored]).toEqual([undefined, undefined, undefined])
    expect(new Set([...found.items, ...items].map((one: Item) => one.id)).size).toBe(4)
  })

  test('parts a phrase at the end of a line, and says that both parts are one place', async () => {
    const found = await search2({ q: '"forced settlements"', motivation: 'supplementing' })
    expect(valuesOf(found.items)).toEqual(['forced', 'settlements'])
    const [[first, second], matches] = [found.items, found.annotations[0].items]
    expect(first.target).not.toBe(second.target)
    expect(matches).toHaveLength(1)
    const targets: Target[] = matches[0].target
    expect(targets.map(({ source }) => source)).toEqual([first.id, second.id])
    expect(targets.map(({ selector: [one] }) => one?.exact)).toEqual(['forced', 'settlements'])
    expect(targets.map(({ selector: [one] }) => [typeof one?.prefix, typeof one?.suffix])).toEqual([
      ...[
        ['string', 'undefined'],
        ['undefined', 'string'],
      ],
    ])
  })

  test('finds what people say, by motivation; without words all of it', async () => {
    expect(valuesOf((await search2({ q: 'wagons' })).items)).toEqual([
      ...['wagons', 'wagoners', 'Which wagons, and whose?', 'wagons'],
    ])
    const tags = await search2({ q: 'wagons', motivation: 'tagging highlighting' })
    expect(tags.items).toMatchObject([{ motivation: 'tagging', target: canvas(3) }])
    expect(tags.annotations).toBeUndefined()
    expect(valuesOf((await search2({ motivation: 'oa:commenting' })).items)).toHaveLength(1)
    expect((await search2({})).items).toHaveLength(2)
    expect((await search2({ q: 'wagons', motivation: 'painting' })).items).toEqual([])
    expect((await search2({ q: 'nowhere' })).items).toEqual([])
  })

  test('says which parameters it ignored', async () => {
    const query = {
      q: 'night',
      user: 'https://example.org/me',
      date: '2001-01-01T00:00:00Z/2002-01-01T00:00:00Z',
    }
    const found = await search2(query)
    expect(found.ignored).toEqual(['user', 'date'])
    expect(found.id).toBe(`${base}/iiif/search/2/${id}?q=night`)
    const completed = await it.get(`/iiif/search/2/${id}/autocomplete`).query({ q: 'nig', min: '2' })
    expect(completed.body.ignored).toEqual(['min'])
  })

  test('says what is wrong with a query, and where', async () => {
    for (const version of [1, 2]) {
      const reply = await it.get(`/iiif/search/${version}/${id}`, nobody).query({ q: 'forced "settlements' })
      expect(problem(reply, 400, 'invalid-query').errors?.[0]?.column).toBe(8)
    }
    problem(await it.get(`/iiif/search/2/${id}?q=night&cursor=x`), 400, 'invalid-input')
    problem(await it.get(`/iiif/search/2/${id}?q=night&cursor=tx`), 400, 'invalid-input')
    problem(await it.get(`/iiif/search/2/${id}?q=one&q=two`), 400, 'invalid-input')
  })

  test('comes some pages at a time, each with the address of the next, none twice', async () => {
    const other = await it.add(
      Array.from({ length: 60 }, (_, n) => `Page ${n} says archive, and archive again.`),
    )
    const [{ id: own }] = (await it.get(`/documents/${other.id}/pages`)).body.items
    const target = `${base}/iiif/3/${other.id}/canvas/${own}`
    await it.post('/annotations/').send({ type: 'Annotation', bodyValue: 'The archive.', target })
    const seen: string[] = []
    let address = `${base}/iiif/search/2/${other.id}?q=archive`
    let pages = 0
    for (; address; pages++) {
      const { body } = await it.get(address.replace(base, ''), nobody)
      expect(brokenRules(body)).toEqual([])
      expect(schemaFaults(body)).toEqual([])
      expect(body.id).toBe(address)
      expect(body.partOf).toMatchObject({
        ...{ type: 'AnnotationCollection', first: { id: `${base}/iiif/search/2/${other.id}?q=archive` } },
      })
      seen.push(...body.items.map((one: Item) => one.id))
      address = body.next?.id ?? ''
    }
    expect(pages).toBe(3)
    expect([seen.length, new Set(seen).size]).toEqual([121, 121])
    // Words of a text that has no places are found on the whole canvas.
    const { body } = await it.get(`/iiif/search/2/${other.id}?q=archive`)
    expect(body.items[0].target).toBe(target)
  })

  test('is absent with the document that one may not see, as its completion is', async () => {
    const hidden = await it.add(['Hidden wagons.'], { visibility: 'restricted' })
    for (const version of [1, 2])
      for (const path of [`${hidden.id}?q=wagons`, `${hidden.id}/autocomplete?q=wag`]) {
        problem(await it.get(`/iiif/search/${version}/${path}`, nobody), 404, 'not-found')
        const { body } = await it.get(`/iiif/search/${version}/${path}`, keeper)
        expect(JSON.stringify(body)).toContain('wagons')
      }
    problem(await it.get('/iiif/search/2/d-none?q=x'), 404, 'not-found')
  })

  test('is kept by its tag, and may be read by pages of any origin', async () => {
    const { headers } = await it.get(`/iiif/search/2/${id}?q=night`, nobody)
    expect(headers).toMatchObject({
      'content-type': `application/ld+json;profile="${two}"`,
      'access-control-allow-origin': '*',
    })
    const again = { 'If-None-Match': headers.etag ?? '' }
    expect((await it.get(`/iiif/search/2/${id}?q=night`, again)).status).toBe(304)
  })
})

describe('completion', () => {
  const complete = async (q: string) => {
    const { body } = await it.get(`/iiif/search/2/${id}/autocomplete`, nobody).query({ q })
    expect(body).toMatchObject({ '@context': two, type: 'TermPage' })
    return body.items as { value: string; total: number; service: { id: string; type: string }[] }[]
  }

  test('tells the terms of the document that begin so, how often, and the search for each', async () => {
    const items = await complete('wag')
    expect(items.map(({ value, total }) => [value, total])).toEqual([
      ...[
        ['wagoners', 1],
        ['wagons', 1],
      ],
    ])
    const [{ service: [search] = [] } = {}] = items
    expect(search).toEqual({ id: `${base}/iiif/search/2/${id}?q=wagoners`, type: 'SearchService2' })
    const { body } = await it.get((search?.id ?? '').replace(base, ''), nobody)
    expect(body.items.length).toBeGreaterThan(0)
    expect(await complete('Fam')).toMatchObject([{ value: 'families', total: 2 }])
  })

  test('takes several words for one term', async () => {
    const items = await complete('forced sett')
    expect(items.map(({ value }) => value)).toEqual(['forced settlements'])
    expect(items[0]?.service[0]?.id).toContain(encodeURIComponent('"forced').replace('%20', '+'))
    expect(await complete('families sett')).toEqual([])
  })

  test('is empty for what is too short, holds no word or is in no text that is searched', async () => {
    for (const q of ['', 'wa', '  ', '"*(', 'zzzzz']) expect(await complete(q)).toEqual([])
    const tags = await it.get(`/iiif/search/2/${id}/autocomplete`).query({ q: 'wag', motivation: 'tagging' })
    expect(tags.body.items).toEqual([])
    problem(await it.get(`/iiif/search/2/${id}/autocomplete`), 400, 'invalid-input')
  })
})

describe('content search 1', () => {
  test('says the same as Mirador reads it', async () => {
    const { body } = await it.get(`/iiif/search/1/${id}`, nobody).query({ q: 'wagons', user: 'x' })
    expect(body).toMatchObject({
      '@context': [
        'http://iiif.io/api/presentation/2/context.json',
        'http://iiif.io/api/search/1/context.json',
      ],
      '@id': `${base}/iiif/search/1/${id}?q=wagons`,
      '@type': 'sc:AnnotationList',
      within: { '@type': 'sc:Layer', total: 4, ignored: ['user'] },
      startIndex: 0,
    })
    const [text, form, note, tag] = body.resources
    expect(text).toMatchObject({
      '@type': 'oa:Annotation',
      motivation: 'sc:painting',
      resource: { '@type': 'cnt:ContentAsText', chars: 'wagons' },
      on: expect.stringMatching(new RegExp(`^${canvas(1)}#xywh=`)),
    })
    expect(note).toMatchObject({
      motivation: ['oa:commenting'],
      resource: [{ '@type': 'cnt:ContentAsText', chars: 'Which wagons, and whose?' }],
      on: canvas(1),
    })
    expect(tag.resource[0]['@type']).toContain('oa:Tag')
    expect(body.hits).toMatchObject([
      { '@type': 'search:Hit', annotations: [text['@id']], match: 'wagons', before: expect.any(String) },
      { annotations: [form['@id']], match: 'wagoners' },
    ])
    const painted = await it.get(`/iiif/search/1/${id}?q=wagons&motivation=painting`)
    expect(painted.body.resources).toHaveLength(2)
    const others = await it.get(`/iiif/search/1/${id}?q=wagons&motivation=non-painting`)
    expect(others.body.resources).toHaveLength(2)
  })

  test('completes terms', async () => {
    const { body } = await it.get(`/iiif/search/1/${id}/autocomplete`, nobody).query({ q: 'wag', min: '1' })
    expect(body).toMatchObject({
      '@context': 'http://iiif.io/api/search/1/context.json',
      ...{ '@type': 'search:TermList', ignored: ['min'] },
      terms: [
        { match: 'wagoners', url: `${base}/iiif/search/1/${id}?q=wagoners`, count: 1 },
        { match: 'wagons', count: 1 },
      ],
    })
  })
})
