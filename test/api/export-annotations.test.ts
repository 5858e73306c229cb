import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, asText, nobody, problem, type Served } from './client.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
type Json = Record<string, unknown>

describe('annotations as one file', () => {
  let it: Served
  let paper: string
  let origin: string
  const many = 230
  beforeAll(async () => {
    it = await aServedArchive()
    const { port } = it.server.address() as { port: number }
    origin = `http://127.0.0.1:${port}`
    paper = (await it.add(['The town of Šiauliai.', 'Nothing.'])).id
    const hidden = (await it.add(['Hidden.'], { visibility: 'restricted' })).id
    await add(paper, {
      motivation: 'questioning',
      creator: { id: 'https://people.example/ona', name: '=Ona' },
      created: '1999-05-01T10:00:00Z',
      body: [
        { type: 'TextualBody', value: '<p>Which <b>town</b>?</p>', format: 'text/html' },
        { type: 'TextualBody', purpose: 'tagging', value: 'place' },
        { type: 'TextualBody', purpose: 'tagging', value: 'stamp' },
      ],
      target: {
        source: `${origin}/api/v1/documents/${paper}/pages/1`,
        selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' },
      },
    })
    await add(paper, { '@context': [context, { own: 'https://example.org/own' }], own: 'kept' })
    await add(hidden, { body: { type: 'TextualBody', value: 'secret' } })
    for (let n = 0; n < many; n++) await add(null, { target: `urn:x:${n}`, bodyValue: `=${n}` })
  })
  afterAll(() => it.close())

  async function add(document: string | null, part: Json) {
    const target = `${origin}/api/v1/documents/${document}`
    const reply = await it
      .post(document ? `/documents/${document}/annotations/` : '/annotations/')
      .send({ '@context': context, type: 'Annotation', target, ...part })
    expect(reply.status, reply.text).toBe(201)
  }
  const rowsOf = async (path: string): Promise<Json[]> => {
    const { status, body, headers } = await it.get(path, nobody).buffer().parse(asText)
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    return parse(body, { bom: true, columns: true, record_delimiter: '\r\n' })
  }

  test('are a table: what is said, of what, by whom and where it stands, safe to open', async () => {
    const [first, second, ...more] = await rowsOf(`/documents/${paper}/annotations.csv`)
    expect(more).toEqual([])
    expect(first).toEqual({
      id: expect.stringMatching(`^${origin}/annotations/a`),
      document: paper,
      title: 'A paper',
      page: '1',
      creator: "'=Ona",
      created: '1999-05-01T10:00:00Z',
      modified: '',
      motivation: 'questioning',
      tags: 'place; stamp',
      quote: 'Šiauliai',
      note: 'Which town?',
      target: `${origin}/api/v1/documents/${paper}/pages/1`,
      state: 'anchored',
      visibility: 'public',
      hidden: '',
    })
    expect(second).toMatchObject({ page: '', quote: '', note: '', state: '' })
    expect(second?.creator).not.toBe('')
    const all = await rowsOf('/annotations.csv')
    expect(all).toHaveLength(many + 2)
    expect(all.at(-1)?.note).toBe(`'=${many - 1}`)
    await it.put(`/documents/${paper}/pages/1/text`).send({ content: 'The town of Panevėžys.' })
    expect((await rowsOf(`/documents/${paper}/annotations.csv?tag=stamp`)).map(({ state }) => state)).toEqual(
      ['orphaned'],
    )
  })

  test('are an AnnotationCollection with each as the container gives it, and honour what is asked for', async () => {
    const read = async (path: string) => {
      const { body, headers } = await it.get(path, nobody).buffer().parse(asText)
      expect(headers['content-type']).toBe(`application/ld+json; profile="${context}"`)
      expect(headers['content-disposition']).toMatch(/^attachment; filename=fonds-annotations-.*\.jsonld/)
      return JSON.parse(body)
    }
    const path = `/documents/${paper}/annotations.jsonld`
    const { first, ...collection } = await read(path)
    const id = `${origin}/api/v1${path}`
    expect(collection).toEqual({
      '@context': context,
      id,
      type: 'AnnotationCollection',
      label: 'Annotations',
      total: 2,
    })
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: id, startIndex: 0 })
    const container = (await it.get(`/documents/${paper}/annotations/`, nobody)).body
    expect(first.items).toEqual(container.first.items)
    expect(first.items[1]).toMatchObject({ '@context': [context, { own: 'https://example.org/own' }] })
    const all = await read('/annotations.jsonld')
    expect([all.total, all.first.items.length]).toEqual([many + 2, many + 2])
    expect(JSON.stringify(all)).not.toContain('secret')
    const asked = await read('/annotations.jsonld?motivation=questioning&q=town')
    expect([asked.total, asked.first.items[0].archive.document]).toEqual([1, paper])
    expect((await read('/annotations.jsonld?tag=none')).first.items).toEqual([])
  })

  test('are refused where the document is, and only said to be there by HEAD', async () => {
    problem(await it.get('/documents/d-none/annotations.csv'), 404, 'not-found')
    problem(await it.get('/documents/d-none/annotations.jsonld'), 404, 'not-found')
    problem(await it.get('/annotations.csv?cursor=x'), 400, 'invalid-input')
    problem(await it.get('/annotations.jsonld?limit=5'), 400, 'invalid-input')
    const head = await it.head('/annotations.csv')
    expect([head.status, head.text]).toEqual([200, undefined])
  })
})
