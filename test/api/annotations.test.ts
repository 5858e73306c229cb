import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const profile = `application/ld+json; profile="${context}"`
type Json = Record<string, unknown>

describe('annotations', () => {
  let it: Served
  let origin: string
  beforeAll(async () => {
    it = await aServedArchive()
    const address = it.server.address()
    if (address !== null && typeof address !== 'string') origin = `http://127.0.0.1:${address.port}`
  })
  afterAll(() => it.close())

  const aRemark = (source: string, part: Json = {}): Json => ({
    '@context': context,
    type: 'Annotation',
    motivation: 'commenting',
    body: { type: 'TextualBody', value: 'Where the stamped copy was found.', language: 'en' },
    target: { source, selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' } },
    ...part,
  })
  const pageOf = (id: string, number = 1) => `${origin}/api/v1/documents/${id}/pages/${number}`
  const pathOf = (body: { id: string }) => new URL(body.id).pathname
  const post = (annotation: unknown, path = '/annotations/') =>
    it.post(path, { ...keeper, 'Content-Type': profile }).send(JSON.stringify(annotation))
  const put = (path: string, annotation: unknown, headers = {}) =>
    it.put(path, { ...keeper, ...headers, 'Content-Type': profile }).send(JSON.stringify(annotation))
  const correct = (id: string, content: string) => it.put(`/documents/${id}/pages/1/text`).send({ content })

  test('one is kept as it came, with its address and time, in the manner of the protocol', async () => {
    const { id } = await it.add(['The town of Šiauliai.'], { language: 'en' })
    const given = aRemark(pageOf(id), { 'https://example.org/own': { kept: [1, null, 'ž'] } })
    const reply = await post(given)
    expect(reply.status, reply.text).toBe(201)
    const { anchor, archive, id: address, created, ...rest } = reply.body
    expect(rest).toEqual(given)
    const { id: page } = (await it.get(`/documents/${id}/pages/1`)).body
    expect(archive).toMatchObject({ document: id, title: 'A paper', page, number: 1 })
    expect(archive).toMatchObject({ quote: 'Šiauliai', quoteLanguage: 'en' })
    expect(reply.headers).toMatchObject({
      location: address,
      'content-type': profile,
      etag: expect.stringMatching(/^"/),
    })
    expect(address).toMatch(new RegExp(`^${origin}/annotations/a`))
    expect(reply.headers.link).toContain('<http://www.w3.org/ns/ldp#Resource>; rel="type"')
    expect(Date.parse(created)).not.toBeNaN()
    expect(anchor).toMatchObject({ state: 'anchored', start: 12, end: 20 })
    const read = await it.get(pathOf(reply.body), nobody)
    expect([read.body, read.headers.etag]).toEqual([reply.body, reply.headers.etag])
    expect(read.headers['content-type']).toBe(profile)
    expect(read.headers.allow).toMatch(/PUT.*DELETE/)
    expect((await it.get(pathOf(reply.body)).set('If-None-Match', reply.headers.etag ?? '')).status).toBe(304)
  })

  test('a client’s own id becomes via; the source may be on any host, or be a page’s id', async () => {
    const { id } = await it.add(['The town of Šiauliai.'])
    const page = (await it.get(`/documents/${id}/pages/1`)).body.id
    const sources = [
      `https://other.example/archive/api/v1/documents/${id}/pages/1`,
      `/api/v1/documents/${id}/pages/1/text`,
      `http://x/api/v1/pages/${page}`,
    ]
    for (const source of sources) {
      const { body } = await post(aRemark(source, { id: 'urn:uuid:mine' }))
      expect([body.via, body.anchor?.state, body.target.source]).toEqual([
        'urn:uuid:mine',
        'anchored',
        source,
      ])
      expect(body.id).toMatch(/\/annotations\/a/)
    }
    expect((await it.get(`/documents/${id}/annotations/`)).body.total).toBe(3)
  })

  test('positions count code points, quotes tell apart by what stands around them', async () => {
    const { id } = await it.add(['📜 Night, and 📜 night again.'])
    const anchored = async (selector: Json) =>
      (await post(aRemark('x', { target: { source: pageOf(id), selector } }))).body
    expect((await anchored({ type: 'TextPositionSelector', start: 2, end: 7 })).anchor).toMatchObject({
      start: 2,
      end: 7,
    })
    const second = { type: 'TextQuoteSelector', exact: '📜', prefix: 'and ', suffix: ' night' }
    expect((await anchored(second)).anchor).toMatchObject({ state: 'anchored', start: 13, end: 14 })
  })

  test('what cannot be anchored, or is no annotation, is refused with its place', async () => {
    const { id } = await it.add(['Night and night.'])
    const on = (selector: Json) => aRemark('x', { target: { source: pageOf(id), selector } })
    const cases: [unknown, string][] = [
      [on({ type: 'TextQuoteSelector', exact: 'nowhere' }), 'target.selector'],
      [on({ type: 'TextPositionSelector', start: 5, end: 500 }), 'target.selector'],
      [on({ type: 'TextPositionSelector', start: 5, end: 2 }), 'target.selector.end'],
      [on({ type: 'TextQuoteSelector' }), 'target.selector.exact'],
      [{ type: 'Annotation' }, 'target'],
      [{ type: 'Note', target: 'x:y' }, 'type'],
      [aRemark('x:y', { '@context': 'https://example.org/other' }), '@context'],
      [aRemark('x:y', { motivation: 'guessing' }), 'motivation'],
      [aRemark('x:y', { created: 'yesterday' }), 'created'],
    ]
    for (const [annotation, path] of cases) expect(wrongPaths(await post(annotation)), path).toEqual([path])
    problem(await post([]), 400, 'invalid-input')
    problem(
      await it.post('/annotations/', { ...keeper, 'Content-Type': profile }).send('{"type":'),
      400,
      'malformed-json',
    )
    problem(
      await it.post('/annotations/', { ...keeper, 'Content-Type': 'text/turtle' }).send('<a> <b> <c> .'),
      415,
      'unsupported-media-type',
    )
    problem(await post(aRemark(pageOf('d-none'))), 404, 'not-found')
    problem(await post(aRemark(pageOf(id, 2))), 404, 'not-found')
    const elsewhere = await it.add(['Šiauliai'])
    expect(wrongPaths(await post(aRemark(pageOf(elsewhere.id)), `/documents/${id}/annotations/`))).toEqual([
      'target',
    ])
    problem(await post(aRemark(pageOf(id)), '/documents/d-none/annotations/'), 404, 'not-found')
    expect((await it.get(`/documents/${id}/annotations/`)).body.total).toBe(0)
  })

  test('a quote that stands twice is not guessed', async () => {
    const { id } = await it.add(['Night and Night.'])
    const reply = await post(
      aRemark('x', {
        target: { source: pageOf(id), selector: { type: 'TextQuoteSelector', exact: 'Night' } },
      }),
    )
    problem(reply, 400, 'invalid-input')
  })

  test('when the text changes it is told where the passage stands, or that it is lost', async () => {
    const { id } = await it.add(['They came to Šiauliai at night.'])
    const path = pathOf((await post(aRemark(pageOf(id)))).body)
    const anchor = async () => (await it.get(path)).body.anchor
    const revision = async () => (await it.get(`/documents/${id}/pages/1`)).body.text.revision
    await correct(id, 'They came to Šiauliai at night!')
    expect(await anchor()).toEqual({ state: 'anchored', start: 13, end: 21, revision: await revision() })
    await correct(id, 'In June they came to Šiauliai at night.')
    expect(await anchor()).toMatchObject({ state: 'moved', start: 21, end: 29 })
    await correct(id, 'In June: Šiauliai. In July: Šiauliai. And June Šiauliai.')
    expect(await anchor()).toMatchObject({ state: 'ambiguous', candidates: expect.any(Array) })
    await correct(id, 'They came to Panevėžys at night.')
    expect(await anchor()).toMatchObject({ state: 'orphaned' })
    expect((await it.get(path)).body.target.selector.exact).toBe('Šiauliai')
    await correct(id, '')
    expect(await anchor()).toMatchObject({ state: 'orphaned' })
  })

  test('a container pages through a document’s annotations, with their total', async () => {
    const { id } = await it.add(['Šiauliai'])
    const ids: string[] = []
    for (let n = 0; n < 3; n++)
      ids.push((await post(aRemark(pageOf(id)), `/documents/${id}/annotations/`)).body.id)
    const container = await it.get(`/documents/${id}/annotations/?limit=2`, nobody)
    expect(container.headers['content-type']).toBe(profile)
    expect(container.headers.link).toContain('ldp#BasicContainer')
    expect(container.headers['accept-post']).toContain('application/ld+json')
    const { first, ...rest } = container.body
    expect(rest).toMatchObject({ id: `${origin}/api/v1/documents/${id}/annotations/`, total: 3 })
    expect(rest.type).toContain('AnnotationCollection')
    const seen = first.items.map(({ id }: { id: string }) => id)
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: rest.id })
    const next = new URL(first.next)
    const second = (await it.get(`${next.pathname.replace('/api/v1', '')}${next.search}`, nobody)).body
    expect([...seen, ...second.items.map(({ id }: { id: string }) => id)]).toEqual(ids)
    expect(second.next).toBeUndefined()
    expect((await it.get('/annotations/', nobody)).body.total).toBeGreaterThanOrEqual(3)
    expect(wrongPaths(await it.get('/annotations/?cursor=nonsense'))).toEqual(['cursor'])
    const begin = new URL(first.id)
    expect((await it.get(`${begin.pathname.replace('/api/v1', '')}${begin.search}`)).body.items).toHaveLength(
      2,
    )
  })

  test('a container is told by addresses alone, or without what it holds, to who prefers that', async () => {
    const { id } = await it.add(['Šiauliai'])
    const path = `/documents/${id}/annotations/`
    const empty = await it.get(path, nobody)
    expect(empty.body).toMatchObject({ total: 0, label: 'Annotations', first: { items: [] } })
    const { body: one } = await post(aRemark(pageOf(id)), path)
    const { body: two } = await post(aRemark(pageOf(id)), path)
    const preferring = (...wanted: string[]) =>
      it.get(path, { Prefer: `return=representation;include="${wanted.join(' ')}"` })
    const address = `${origin}/api/v1${path}`

    const minimal = await preferring('http://www.w3.org/ns/ldp#PreferMinimalContainer')
    expect(minimal.body).toMatchObject({ id: address, total: 2, first: `${address}?cursor=` })
    const iris = await preferring('http://www.w3.org/ns/oa#PreferContainedIRIs')
    expect(iris.body).toMatchObject({
      id: `${address}?iris=1`,
      first: { partOf: `${address}?iris=1`, startIndex: 0, items: [one.id, two.id] },
    })
    const whole = await preferring('http://www.w3.org/ns/oa#PreferContainedDescriptions')
    expect(whole.body.first.items).toMatchObject([{ id: one.id }, { id: two.id }])
    for (const { headers, body } of [minimal, iris, whole]) {
      expect(headers['content-location']).toBe(body.id)
      expect(headers.vary).toMatch(/Accept, Prefer/)
      expect(headers.etag).toMatch(/^"/)
      expect(headers['access-control-expose-headers']).toMatch(/Content-Location, Allow, Accept-Post/)
    }
    expect(new Set([minimal, iris, whole].map(({ headers }) => headers.etag)).size).toBe(3)
    const paged = (await it.get(`${path}?iris=1&limit=1`, nobody)).body.first
    const { search } = new URL(paged.next)
    expect((await it.get(`${path}${search}`, nobody)).body.items).toEqual([two.id])
  })

  test('one is named as its maker wishes, unless the name has ever been another’s', async () => {
    const { id } = await it.add(['Šiauliai'])
    const named = (slug: string) => post(aRemark(pageOf(id))).set('Slug', slug)
    const first = await named('The stamp')
    expect(first.body.id).toBe(`${origin}/annotations/The-stamp`)
    expect(first.headers.location).toBe(first.body.id)
    const second = await named('The stamp')
    expect(second.body.id).toMatch(new RegExp(`^${origin}/annotations/a[0-9a-f]{32}$`))
    expect((await it.delete('/annotations/The-stamp')).status).toBe(204)
    problem(await it.get('/annotations/The-stamp'), 410, 'gone')
    expect((await named('The stamp')).body.id).toMatch(/\/a[0-9a-f]{32}$/)
    const reply = await post(aRemark(first.body.id, { target: second.body.id }))
    expect(reply.status, reply.text).toBe(201)
  })

  test('a container is asked for by page, words, tag, motivation and writer; replies are with what they answer', async () => {
    const { id } = await it.add(['Šiauliai', 'Panevėžys'])
    const tag = { type: 'TextualBody', purpose: 'tagging', value: 'stamp' }
    const note = { type: 'TextualBody', value: 'Where the stämp was found' }
    const first = (await post(aRemark(pageOf(id), { body: [note, tag, 'https://example.org/about'] }))).body
    const reply = aRemark(first.id, { motivation: ['replying'], target: first.id, body: note })
    const answer = (await post(reply, `/documents/${id}/annotations/`)).body
    const other = (await post(aRemark(pageOf(id, 2), { target: pageOf(id, 2), body: tag }))).body
    const all = `/documents/${id}/annotations/`
    const found = async (query: Record<string, string>) => {
      const { body } = await it.get(`${all}?${new URLSearchParams(query)}`, nobody)
      expect(body.total).toBe(body.first.items.length)
      return body.first.items.map(({ id }: { id: string }) => id)
    }
    expect(await found({ page: first.archive.page })).toEqual([first.id, answer.id])
    expect(answer.archive).toMatchObject({ document: id, number: 1, quote: null })
    expect(await found({ q: 'FOUND stam' })).toEqual([first.id, answer.id])
    expect(await found({ q: 'šiauliai "or' })).toEqual([])
    expect(await found({ tag: 'stamp' })).toEqual([first.id, other.id])
    expect(await found({ tag: 'stam' })).toEqual([])
    expect(await found({ motivation: 'replying' })).toEqual([answer.id])
    expect(await found({ by: first.archive.by, motivation: 'commenting', q: 'stamp' })).toEqual([
      first.id,
      other.id,
    ])
    expect(await found({ by: 'nobody' })).toEqual([])
    const paged = (await it.get(`${all}?tag=stamp&limit=1`)).body
    const next = new URL(paged.first.next)
    expect(next.searchParams.get('tag')).toBe('stamp')
    const second = (await it.get(`${next.pathname.replace('/api/v1', '')}${next.search}`)).body
    expect(second.items.map(({ id }: { id: string }) => id)).toEqual([other.id])
    const again = await put(pathOf(first), { ...first, body: note })
    expect([again.status, again.body.archive.document, again.body.anchor.state]).toEqual([
      200,
      id,
      'anchored',
    ])
  })

  test('one is changed by who saw it as it is, and deleted for good', async () => {
    const { id } = await it.add(['Šiauliai'])
    const first = { type: 'TextualBody', value: 'By the quartermaster' }
    const added = await post(aRemark(pageOf(id), { body: first }))
    const path = pathOf(added.body)
    const etag = added.headers.etag ?? ''
    const other = { ...added.body, body: { type: 'TextualBody', value: 'Panevėžys rather' } }
    problem(await put(path, other, { 'If-Match': '"9-x"' }), 412, 'precondition-failed')
    const changed = await put(path, other, { 'If-Match': etag })
    expect([changed.status, changed.body.body.value, changed.body.via]).toEqual([
      200,
      'Panevėžys rather',
      undefined,
    ])
    expect(changed.body).toMatchObject({
      id: added.body.id,
      created: added.body.created,
      modified: expect.any(String),
    })
    problem(await put(path, other, { 'If-Match': etag }), 412, 'precondition-failed')
    problem(await it.delete(path).set('If-Match', etag), 412, 'precondition-failed')
    const found = async (q: string) =>
      (await it.get('/search').query({ q, in: 'annotations' })).body.total.documents
    expect([await found('quartermaster'), await found('panevezys')]).toEqual([0, 1])
    expect((await it.delete(path).set('If-Match', changed.headers.etag ?? '')).status).toBe(204)
    problem(await it.get(path), 410, 'gone')
    problem(await it.delete(path), 410, 'gone')
    problem(await put(path, other), 410, 'gone')
    expect(await found('panevezys')).toBe(0)
    problem(await it.get('/annotations/a-none'), 404, 'not-found')
  })

  test('they go with their document and come back with it', async () => {
    const { id } = await it.add(['Šiauliai'])
    const path = pathOf((await post(aRemark(pageOf(id)))).body)
    await it.delete(`/documents/${id}`)
    problem(await it.get(path), 410, 'gone')
    problem(await it.get(`/documents/${id}/annotations/`), 410, 'gone')
    problem(await post(aRemark(pageOf(id))), 410, 'gone')
    await it.post(`/documents/${id}/restore`)
    expect((await it.get(path)).body.anchor.state).toBe('anchored')
  })

  test('search finds what they say, on their page', async () => {
    const { id } = await it.add(['Nothing', 'The town of Šiauliai.'])
    const body = {
      type: 'TextualBody',
      value: '<p>A <b>forgery</b> &amp; a bad one</p>',
      format: 'text/html',
    }
    const { body: said } = await post(aRemark(pageOf(id, 2), { body }))
    const { hits } = (await it.get('/search').query({ q: 'forgery bad', in: 'annotations' })).body
    expect(hits[0].document.id).toBe(id)
    expect(hits[0].pages).toMatchObject([{ number: 2, annotation: said.id.split('/').at(-1) }])
    expect(hits[0].pages[0].snippet).toContain('<mark>forgery</mark>')
    expect(hits[0].pages[0].snippet).not.toContain('<b>')
    expect((await it.get('/search').query({ q: 'forgery bad' })).body.total.documents).toBe(0)
  })
})
