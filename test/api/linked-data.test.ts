import jsonld from 'jsonld'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, type Served } from './client.ts'

type Expanded = { '@id'?: string; '@type'?: string[] } & Record<string, unknown>

const rico = 'https://www.ica.org/standards/RiC/ontology#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const base = 'https://archive.example'
const linked = { Accept: 'application/ld+json' }

/** No context may be fetched: everything is in the document. */
const documentLoader = async (url: string) => {
  throw new Error(`${url} is not to be fetched`)
}
/** `safe`: what would be dropped for want of an IRI is an error. */
const strictly = { documentLoader, safe: true }

describe('a document as linked data', () => {
  let it: Served
  let id: string
  let witness: string
  let agent: string
  let source: string
  let hidden: string
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_BASE_URL: base })
    const description = { title: 'Serov Instructions', date: '[1941-02-03..1941-06-07]', type: 'instruction' }
    const added = await it.add(['Page one.'], { ...description, language: 'ru', subjects: ['deportation'] })
    id = added.id
    witness = added.witnesses[0].id
    agent = (await it.post('/agents').send({ kind: 'person', names: [{ text: 'Серов', lang: 'ru' }] })).body
      .id
    source = (await it.post('/sources').send({ type: 'book', title: 'The Lesser Terror' })).body.id
    hidden = (await it.add([], { title: 'Hidden paper', visibility: 'restricted' })).id
    const said = [
      {
        property: 'author',
        value: { agent },
        sources: [{ source, locator: 'p. 262' }],
        nature: 'attributed',
      },
      { property: 'confused-with', value: { document: hidden } },
      { property: 'identifier', value: { none: true, scheme: 'number' }, rank: 'preferred' },
    ]
    for (const claim of said) {
      const reply = await it.post(`/documents/${id}/claims`).send(claim)
      expect(reply.status, reply.text).toBe(201)
    }
    await it.patch(`/witnesses/${witness}`).send({ holder: 'An archive', shelfmark: 'EXAMPLE-1' })
    await it.post(`/witnesses/${witness}/marks`).send({ kind: 'receipt', asRead: 'XXXX-06-07' })
  })
  afterAll(() => it.close())

  async function graphFor(as: Record<string, string>, query = '') {
    const reply = await it
      .get(`/documents/${id}${query}`, { ...as, ...linked })
      .buffer(true)
      .parse(textOf)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/ld+json'])
    const text: string = reply.body
    const sent = JSON.parse(text)
    // The package types expanded nodes as plain JSON objects.
    const nodes = (await jsonld.expand(sent, strictly)) as unknown as Expanded[]
    const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(type))
    const at = (path: string) => nodes.find((node) => node['@id'] === `${base}/api/v1/${path}`)
    return { text, sent, nodes, ofType, at }
  }

  test('is a rico:Record with its instantiation, file and mark', async () => {
    const { at, ofType } = await graphFor(nobody)
    expect(at(`documents/${id}`)).toMatchObject({
      '@type': [`${rico}Record`],
      [`${rico}title`]: [{ '@value': 'Serov Instructions' }],
      [`${rico}hasCreator`]: [{ '@id': `${base}/api/v1/agents/${agent}` }],
      [`${rico}hasOrHadInstantiation`]: [{ '@id': `${base}/api/v1/witnesses/${witness}` }],
      [`${rico}hasCreationDate`]: [
        {
          [`${rico}normalizedDateValue`]: [{ '@value': '[1941-02-03..1941-06-07]' }],
          [`${rico}expressedDate`]: [{ '@value': 'some day between 3 February and 7 June 1941' }],
          [`${rico}beginningDate`]: [{ '@value': '1941-02-03' }],
        },
      ],
    })
    expect(at(`witnesses/${witness}`)).toMatchObject({
      '@type': [`${rico}Instantiation`],
      [`${rico}identifier`]: [{ '@value': 'EXAMPLE-1' }],
    })
    expect(ofType('http://www.loc.gov/premis/rdf/v3/File')).toHaveLength(1)
    expect(ofType('http://www.cidoc-crm.org/cidoc-crm/E37_Mark')).toHaveLength(1)
    expect(at(`agents/${agent}`)).toMatchObject({
      '@type': [`${rico}Person`],
      [`${rico}name`]: [{ '@value': 'Серов', '@language': 'ru' }],
    })
  })

  test('has every claim that one may see as a statement, with who, when, rank and sources', async () => {
    const { at, ofType } = await graphFor(nobody)
    const claims = []
    for (const path of [`/documents/${id}`, `/witnesses/${witness}`])
      claims.push(...(await it.get(`${path}/claims?limit=100`, nobody)).body.items)
    const statements = ofType(`${rdf}Statement`).map((node) => node['@id'])
    expect(statements).toEqual(claims.map((claim) => `${base}/api/v1/claims/${claim.id}`))
    const author = claims.find(({ property }) => property === 'author')
    expect(at(`claims/${author.id}`)).toMatchObject({
      [`${rdf}subject`]: [{ '@id': `${base}/api/v1/documents/${id}` }],
      [`${rdf}predicate`]: [{ '@id': `${base}/api/v1/vocabulary#author` }],
      [`${rdf}object`]: [{ '@id': `${base}/api/v1/agents/${agent}` }],
      'http://wikiba.se/ontology#rank': [{ '@id': 'http://wikiba.se/ontology#NormalRank' }],
      [`${base}/api/v1/vocabulary#nature`]: [{ '@id': `${base}/api/v1/vocabulary#attributed` }],
      [`${rico}isEvidencedBy`]: [{ '@id': `${base}/api/v1/sources/${source}` }],
      'http://www.w3.org/ns/prov#generatedAtTime': [{ '@value': author.recordedAt }],
      'http://www.w3.org/ns/prov#wasAttributedTo': [{ '@type': ['http://www.w3.org/ns/prov#Agent'] }],
    })
    expect(at(`sources/${source}`)).toMatchObject({ [`${rico}title`]: [{ '@value': 'The Lesser Terror' }] })
  })

  test('says Old Style dates in ours, and where in a source a claim stands', async () => {
    const added = await it.post(`/documents/${id}/claims`).send({
      property: 'date-borne',
      value: { edtf: '1917-10-25', calendar: 'julian', asWritten: '25 октября 1917 г.' },
      sources: [{ source, locator: 'p. 262', quote: 'the words there' }],
    })
    const { at } = await graphFor(nobody)
    const oa = 'http://www.w3.org/ns/oa#'
    expect(at(`claims/${added.body.id}`)).toMatchObject({
      [`${rdf}object`]: [
        {
          [`${rico}normalizedDateValue`]: [{ '@value': '1917-11-07' }],
          [`${rico}expressedDate`]: [{ '@value': '25 октября 1917 г.' }],
        },
      ],
      [`${base}/api/v1/vocabulary#citation`]: [
        {
          '@type': [`${oa}SpecificResource`],
          [`${oa}hasSource`]: [{ '@id': `${base}/api/v1/sources/${source}` }],
          [`${oa}hasSelector`]: [
            { '@type': [`${oa}TextQuoteSelector`], [`${oa}exact`]: [{ '@value': 'the words there' }] },
          ],
        },
      ],
    })
    expect(at(`documents/${id}`)).toMatchObject({
      [`${oa}annotationService`]: [{ '@id': `${base}/api/v1/documents/${id}/annotations/` }],
    })
    await it.post(`/claims/${added.body.id}/revisions`).send({ rank: 'deprecated', reasons: ['unsupported'] })
  })

  test('names nothing that one may not see', async () => {
    expect((await graphFor(nobody)).text).not.toContain(hidden)
    expect((await graphFor(keeper)).text).toContain(hidden)
  })

  test('has an IRI for every term that it uses', async () => {
    const { sent } = await graphFor(keeper)
    const used = new Set<string>()
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) {
        for (const item of value) walk(item)
        return
      }
      if (typeof value !== 'object' || value === null) return
      for (const [term, content] of Object.entries(value)) {
        if (!term.startsWith('@')) used.add(term)
        if (!['value', 'csl'].includes(term)) walk(content)
      }
    }
    walk(sent['@graph'])
    expect(used.size).toBeGreaterThan(30)
    for (const term of used) expect(sent['@context'], term).toHaveProperty([term])
    const quads = await jsonld.toRDF(sent, { ...strictly, format: 'application/n-quads' as const })
    expect(String(quads)).toContain(`<${rico}Record>`)
  })

  test('is sent to who likes it best, with a tag of its own that a change can be made under', async () => {
    const accepts = [
      ['application/ld+json;q=0.5, application/json', 'application/json; charset=utf-8'],
      ['application/ld+json, application/json;q=0.5', 'application/ld+json'],
      ['*/*', 'application/json; charset=utf-8'],
    ]
    for (const [Accept = '', type] of accepts) {
      const { headers } = await it.get(`/documents/${id}`, { ...keeper, Accept })
      expect(headers['content-type'], Accept).toBe(type)
      expect(headers.vary).toMatch(/\bAccept\b/)
    }
    const plain = (await it.get(`/documents/${id}`)).headers.etag
    const etag = (await it.get(`/documents/${id}`, { ...keeper, ...linked })).headers.etag ?? ''
    expect(etag).not.toBe(plain)
    const again = await it.get(`/documents/${id}`, { ...keeper, ...linked, 'If-None-Match': etag })
    expect(again.status).toBe(304)
    const patched = await it
      .patch(`/documents/${id}`, { ...keeper, 'If-Match': etag })
      .send({ rights: 'Free.' })
    expect(patched.status).toBe(200)
  })

  test('can be read as it stood', async () => {
    const at = new Date().toISOString()
    await it.patch(`/documents/${id}`).send({ title: 'Another title' })
    const { at: node, text } = await graphFor(nobody, `?asOf=${at}`)
    expect(node(`documents/${id}`)).toMatchObject({ [`${rico}title`]: [{ '@value': 'Serov Instructions' }] })
    expect(text).not.toContain('Another title')
  })
})

/** The body as it came: supertest reads only text/* and JSON by itself. */
function textOf(
  reply: { on(event: string, listen: (chunk: Buffer) => void): unknown },
  done: (error: Error | null, text: string) => void,
): void {
  const chunks: Buffer[] = []
  reply.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
  reply.on('end', () => done(null, Buffer.concat(chunks).toString()))
}
