import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'
import { aPerson } from './people.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const profile = `application/ld+json; profile="${context}"`
const include = (address: string) => ({ Prefer: `return=representation;include="${address}"` })
const minimal = include('http://www.w3.org/ns/ldp#PreferMinimalContainer')
const iris = include('http://www.w3.org/ns/oa#PreferContainedIRIs')
const whole = include('http://www.w3.org/ns/oa#PreferContainedDescriptions')

// The assertions of the test suite of the Web Annotation Protocol for servers, by the sections of the Recommendation.
describe('the Web Annotation Protocol', () => {
  let it: Served
  let origin: string
  let paper: string
  let container: string
  let path: string
  beforeAll(async () => {
    it = await aServedArchive()
    const { port } = it.server.address() as { port: number }
    origin = `http://127.0.0.1:${port}`
    paper = (await it.add(['The town of Šiauliai.'])).id
    container = `/documents/${paper}/annotations/`
    path = pathOf(await post({}))
    for (let n = 0; n < 6; n++) await post({ bodyValue: `${n}` })
  })
  afterAll(() => it.close())

  const aRemark = (part: object) => ({
    '@context': context,
    type: 'Annotation',
    bodyValue: 'A remark',
    target: `${origin}/api/v1/documents/${paper}/pages/1`,
    ...part,
  })
  const pathOf = (reply: Response) => new URL(reply.body.id).pathname
  const post = (part: object, headers = {}) =>
    it
      .post(container)
      .set({ 'Content-Type': profile, ...headers })
      .send(JSON.stringify(aRemark(part)))
  const put = (to: string, part: object, headers = {}) =>
    it
      .put(to)
      .set({ 'Content-Type': profile, ...headers })
      .send(JSON.stringify(aRemark(part)))
  const linksOf = ({ headers }: Response) => String(headers.link).split(/,\s*(?=<)/)
  const typeLinks = (reply: Response) => linksOf(reply).filter((link) => /rel="?type"?/.test(link))
  const methodsOf = ({ headers }: Response) => String(headers.allow).split(/,\s*/)

  const ofContainers: [string, (reply: Response) => void][] = [
    [
      '4: is an LDP basic container',
      (reply) => expect(linksOf(reply)).toContain('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"'),
    ],
    [
      '4.1: says what constrains it',
      (reply) =>
        expect(linksOf(reply)).toContain(
          '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
        ),
    ],
    [
      '4.1: has an address that ends in a slash',
      (reply) => expect(new URL(reply.body.id).pathname).toMatch(/\/$/),
    ],
    ['4.2: has an entity tag', (reply) => expect(reply.headers.etag).toMatch(/^"[^"]+"$/)],
    [
      '4.2: depends on Accept and Prefer',
      (reply) => expect(String(reply.headers.vary)).toMatch(/Accept, Prefer/),
    ],
    ['4.2: is JSON-LD of the profile', (reply) => expect(reply.headers['content-type']).toBe(profile)],
    [
      '4.2: says what it allows',
      (reply) => expect(methodsOf(reply)).toEqual(expect.arrayContaining(['GET', 'HEAD', 'OPTIONS', 'POST'])),
    ],
    ['4.2: says what can be posted', (reply) => expect(reply.headers['accept-post']).toContain(profile)],
    [
      '4.2: names its representation',
      (reply) => expect(reply.headers['content-location']).toBe(reply.body.id),
    ],
    [
      '4.2.1: stands in both contexts',
      (reply) => expect(reply.body['@context']).toEqual([context, 'http://www.w3.org/ns/ldp.jsonld']),
    ],
    [
      '4.2.1: is a BasicContainer and an AnnotationCollection',
      (reply) => expect(reply.body.type).toEqual(['BasicContainer', 'AnnotationCollection']),
    ],
    [
      '4.2.1: tells how many there are, and when that last changed',
      (reply) => {
        expect(reply.body.total).toBeGreaterThanOrEqual(7)
        expect(Date.parse(reply.body.modified)).not.toBeNaN()
      },
    ],
    [
      '4.2.1: leads to its first and last pages',
      (reply) => {
        expect(reply.body.first.id ?? reply.body.first).toContain('cursor=')
        expect(reply.body.last).toContain('cursor=')
      },
    ],
  ]
  test.each(ofContainers)('a container, %s', async (_, holds) => {
    for (const headers of [nobody, minimal, iris, whole]) holds(await it.get(container, headers))
  })

  test('4.2.1–4.2.3: pages hold what is preferred, and lead from the first to the last', async () => {
    const read = async (address: string) => {
      const { pathname, search } = new URL(address)
      return (await it.get(`${pathname}${search}`, nobody)).body
    }
    for (const [headers, of] of [
      [whole, 'object'],
      [iris, 'string'],
    ] as const) {
      const { body } = await it.get(`${container}?limit=3`, headers)
      const seen = [...body.first.items]
      let page = body.first
      while (page.next) {
        const address = page.next
        page = await read(address)
        expect([page.id, page.partOf, page['@context']]).toEqual([address, body.id, context])
        seen.push(...page.items)
      }
      expect(page.id).toBe(body.last)
      expect(seen).toHaveLength(body.total)
      expect(new Set(seen.map((item) => typeof item))).toEqual(new Set([of]))
    }
    expect((await it.get(container, minimal)).body.first).toEqual(expect.any(String))
    const { first, last } = (await it.get(`${container}?limit=100`)).body
    expect(first.id).toBe(last)
  })

  test('4.2: HEAD and OPTIONS say the same as GET', async () => {
    for (const address of [container, path]) {
      const { headers } = await it.get(address)
      const head = await it.head(address)
      for (const name of ['etag', 'allow', 'link', 'vary', 'content-type', 'content-length', 'accept-post'])
        expect([name, head.headers[name]]).toEqual([name, headers[name]])
      const options = await it.options(address)
      expect(options.status).toBe(204)
      expect(methodsOf(options).toSorted()).toEqual(methodsOf(await it.get(address)).toSorted())
      expect(options.headers['accept-post']).toBe(headers['accept-post'])
    }
  })

  const ofAnnotations: [string, (reply: Response) => void][] = [
    ['4.2: is JSON-LD of the profile', (reply) => expect(reply.headers['content-type']).toBe(profile)],
    [
      '3.1: has exactly one type in its links, an LDP resource',
      (reply) => expect(typeLinks(reply)).toEqual(['<http://www.w3.org/ns/ldp#Resource>; rel="type"']),
    ],
    ['3.1: has an entity tag', (reply) => expect(reply.headers.etag).toMatch(/^"[^"]+"$/)],
    ['3.1: depends on Accept', (reply) => expect(String(reply.headers.vary)).toContain('Accept')],
    [
      '3.1: says what it allows',
      (reply) =>
        expect(methodsOf(reply)).toEqual(expect.arrayContaining(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])),
    ],
    ['3.1: is named by its address', (reply) => expect(new URL(reply.body.id).pathname).toBe(path)],
  ]
  test.each(ofAnnotations)('an annotation, %s', async (_, holds) => {
    holds(await it.get(path, nobody))
    holds(await it.get(path, { Accept: profile }))
    holds(await it.get(path, { Accept: 'application/ld+json' }))
  })

  test('5: a page of another origin writes, changes and deletes by a token, and by nothing else', async () => {
    const elsewhere = { Origin: 'https://viewer.example' }
    const asks = { ...elsewhere, 'Access-Control-Request-Method': 'POST' }
    const methods = async (at: string) => (await it.options(at, asks)).headers['access-control-allow-methods']
    expect(await methods('/annotations/')).toBe('GET, HEAD, POST')
    expect(await methods(container)).toBe('GET, HEAD, POST')
    expect(await methods('/documents')).toBe('GET, HEAD')
    const reply = await post({}, elsewhere)
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('Location'),
    })
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined()
    const own = pathOf(reply)
    expect((await methods(own))?.split(', ').toSorted()).toEqual(['DELETE', 'GET', 'HEAD', 'PUT'])
    const changed = await put(own, { bodyValue: 'From a viewer' }, elsewhere)
    expect([changed.status, changed.headers['access-control-allow-origin']]).toEqual([200, '*'])
    const { as } = await aPerson(it, 'annotator', 'elsewhere')
    const cookie = { Cookie: as.Cookie ?? '', 'Sec-Fetch-Site': 'cross-site', ...elsewhere }
    const refused = await it.delete(own, cookie)
    expect(refused.status).toBeGreaterThan(400)
    expect((await it.get(own)).status).toBe(200)
    expect((await it.delete(own).set(elsewhere)).status).toBe(204)
  })

  test('5.1: what is posted gets an address, which is its id, and keeps what it says of itself', async () => {
    const reply = await post({ id: 'urn:uuid:mine', canonical: 'urn:uuid:origin' }, { Slug: 'protocol' })
    expect([reply.status, reply.headers.location]).toEqual([201, reply.body.id])
    expect(reply.body).toMatchObject({
      id: `${origin}/annotations/protocol`,
      via: 'urn:uuid:mine',
      canonical: 'urn:uuid:origin',
    })
    expect(typeLinks(reply)).toEqual(['<http://www.w3.org/ns/ldp#Resource>; rel="type"'])
    const read = await it.get(pathOf(reply), nobody)
    expect([read.body, read.headers.etag]).toEqual([reply.body, reply.headers.etag])
    expect((await it.get(container)).body.modified >= reply.body.created).toBe(true)
  })

  test('5.2, 5.3: what is put takes its place, unless another was meant; where it comes from stays', async () => {
    const added = await post({ id: 'urn:uuid:third', canonical: 'urn:uuid:origin' })
    const to = pathOf(added)
    const etag = added.headers.etag ?? ''
    const changed = await put(to, { ...added.body, bodyValue: 'Other' }, { 'If-Match': etag })
    expect([changed.status, changed.body.bodyValue, changed.body.via]).toEqual([
      200,
      'Other',
      'urn:uuid:third',
    ])
    expect(changed.headers.etag).not.toBe(etag)
    problem(await put(to, { bodyValue: 'Late' }, { 'If-Match': etag }), 412, 'precondition-failed')
    expect((await put(to, { bodyValue: 'Without a condition' })).body.canonical).toBe('urn:uuid:origin')
    problem(await put(to, { canonical: 'urn:uuid:other' }), 409, 'conflict')
    problem(await it.delete(to).set('If-Match', etag), 412, 'precondition-failed')
    const gone = await it.delete(to)
    expect([gone.status, gone.text]).toEqual([204, ''])
    for (const reply of [await it.get(to), await put(to, {}), await it.delete(to)])
      problem(reply, 410, 'gone')
  })

  const [editors, each] = isLong ? [20, 50] : [8, 10]
  const changes = editors * each

  test(`of ${changes} changes by ${editors} at once that each add one, none is lost`, async () => {
    const to = pathOf(await post({ bodyValue: '0' }))
    let refused = 0
    const addOne = async (): Promise<void> => {
      const now = await it.get(to)
      const next = { ...now.body, bodyValue: `${Number(now.body.bodyValue) + 1}` }
      const { status } = await put(to, next, { 'If-Match': now.headers.etag ?? '' })
      if (status === 200) return
      expect(status).toBe(412)
      refused++
      return addOne()
    }
    await Promise.all(
      Array.from({ length: editors }, async () => {
        for (let n = 0; n < each; n++) await addOne()
      }),
    )
    expect((await it.get(to)).body.bodyValue).toBe(`${changes}`)
    expect(refused).toBeGreaterThan(0)
  }, 600_000)
})
