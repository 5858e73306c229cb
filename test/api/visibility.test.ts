import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

type Visibility = 'public' | 'members' | 'restricted' | 'embargoed'
type Paper = { id: string; job: { id: string }; witnesses: { id: string; files: { id: string }[] }[] }
type Known = Paper & { annotation: string; claim: string; mark: string }

describe('what may not be seen', () => {
  let it: Served
  let member: Record<string, string>
  const papers = new Map<Visibility, Known>()
  const text = 'One secret word: zibintas.'

  beforeAll(async () => {
    it = await aServedArchive()
    const made = await addToken(it.archive.deps, 'test', { name: 'a member', role: 'reader' })
    member = { Authorization: `Bearer ${made.token}` }
    // Hidden first, so that the public one is the duplicate.
    for (const visibility of ['restricted', 'embargoed', 'members', 'public'] as const) {
      const marks = {
        type: `${visibility} type`,
        creator: `${visibility} person`,
        date: '1941',
        subjects: [visibility],
      }
      const embargoUntil = visibility === 'embargoed' ? '2131-01-01' : null
      const paper: Paper = await it.add([text], {
        title: `${visibility} paper`,
        visibility,
        embargoUntil,
        ...marks,
      })
      const said = await it.post(`/documents/${paper.id}/annotations/`).send({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        body: { type: 'TextualBody', value: `remark on ${visibility} zibintas` },
        target: {
          source: `/api/v1/documents/${paper.id}/pages/1`,
          selector: { type: 'TextQuoteSelector', exact: 'zibintas' },
        },
      })
      expect(said.status, said.text).toBe(201)
      const claim = await it
        .post(`/documents/${paper.id}/claims`)
        .send({ property: 'incipit', value: { text: `${visibility} opening words` } })
      const mark = await it
        .post(`/witnesses/${paper.witnesses[0]?.id}/marks`)
        .send({ kind: 'secrecy', reading: `${visibility} stamp` })
      expect([claim.status, mark.status]).toEqual([201, 201])
      const known = { claim: `/claims/${claim.body.id}`, mark: `/marks/${mark.body.id}` }
      papers.set(visibility, {
        ...paper,
        ...known,
        annotation: `/annotations/${said.body.id.split('/').at(-1)}`,
      })
    }
  })
  afterAll(() => it.close())

  const paper = (visibility: Visibility) => {
    const found = papers.get(visibility)
    if (!found) throw new Error(`No ${visibility} paper.`)
    return found
  }
  const addresses = ({ id, job, witnesses, annotation, claim, mark }: Known) => [
    `/documents/${id}`,
    `/documents/${id}?asOf=2999-01-01T00:00:00Z`,
    `/documents/${id}/pages`,
    `/documents/${id}/pages/1`,
    `/documents/${id}/pages/1/text/revisions`,
    `/documents/${id}/text`,
    `/documents/${id}/text?layer=transcription`,
    `/documents/${id}/search?q=zibintas`,
    `/documents/${id}/annotations/`,
    `/files/${witnesses[0]?.files[0]?.id}`,
    `/files/${witnesses[0]?.files[0]?.id}/content`,
    `/jobs/${job.id}`,
    `/jobs/${job.id}/events`,
    annotation,
    `/documents/${id}/claims`,
    `/documents/${id}/claims?property=incipit`,
    `/documents/${id}/witnesses`,
    `/documents/${id}/history`,
    `/witnesses/${witnesses[0]?.id}`,
    `/witnesses/${witnesses[0]?.id}/claims`,
    `/witnesses/${witnesses[0]?.id}/marks`,
    claim,
    mark,
  ]
  const visible: [string, () => Record<string, string>, Visibility[]][] = [
    ['an administrator', () => keeper, ['public', 'members', 'restricted', 'embargoed']],
    ['a member', () => member, ['public', 'members']],
    ['an anonymous reader', () => nobody, ['public']],
  ]

  test.each(visible)('%s reads all of what they may see, and nothing else is there', async (_, as, seen) => {
    for (const [visibility, its] of papers) {
      for (const address of addresses(its)) {
        const reply = await it.get(address, as())
        if (seen.includes(visibility)) {
          expect(reply.status, address).toBe(200)
          continue
        }
        const unknown = await it.get(address.replaceAll(/(?<=\/)[acdfjmw][0-9a-f]{32}/g, 'x-none'), as())
        problem(reply, 404, 'not-found')
        expect(reply.body.detail, address).toBe(unknown.body.detail)
        expect((await it.head(address, as())).status).toBe(404)
        expect((await it.get(address, as()).set('If-None-Match', '*')).status).toBe(404)
      }
    }
  })

  test.each(visible)('%s finds, counts and lists only that', async (_, as, seen) => {
    const sorted = seen.toSorted()
    const list = (await it.get('/documents', as())).body.items
    expect(list.map(({ visibility }: { visibility: string }) => visibility).toSorted()).toEqual(sorted)
    for (const scope of ['text', 'annotations', 'text,description,annotations']) {
      const { body } = await it.get('/search', as()).query({ q: 'zibintas', in: scope })
      expect([body.total.documents, body.total.pages, body.hits.length]).toEqual(Array(3).fill(seen.length))
      const values = (facet: string) =>
        body.facets[facet].map(({ value }: { value: string }) => value).toSorted()
      expect(values('subject')).toEqual(sorted)
      expect(values('type')).toEqual(sorted.map((visibility) => `${visibility} type`))
      expect(values('creator')).toEqual(sorted.map((visibility) => `${visibility} person`))
      expect(body.facets.decade).toEqual([{ value: '1940s', count: seen.length }])
      expect(body.histogram).toEqual([{ year: 1941, count: seen.length }])
    }
    const described = await it.get('/search', as()).query({ q: 'paper', in: 'description' })
    expect(described.body.total.documents).toBe(seen.length)
    const filtered = await it.get('/search', as()).query({ q: 'type:"restricted type"' })
    expect(filtered.body.total.documents).toBe(seen.includes('restricted') ? 1 : 0)
    const container = (await it.get('/annotations/', as())).body
    expect([container.total, container.first.items.length]).toEqual([seen.length, seen.length])
  })

  test('where else the same bytes lie is told to archivists only', async () => {
    const path = `/documents/${paper('public').id}`
    const duplicate = async (as: Record<string, string>) =>
      (await it.get(path, as)).body.witnesses[0].files[0].duplicateOf
    expect(await duplicate(keeper)).toBe(paper('restricted').witnesses[0]?.files[0]?.id)
    expect([await duplicate(member), await duplicate(nobody)]).toEqual([null, null])
    const file = `/files/${paper('public').witnesses[0]?.files[0]?.id}`
    expect((await it.get(file, nobody)).body.duplicateOf).toBe(null)
    const listed = (await it.get('/documents', nobody)).body.items
    expect(JSON.stringify(listed)).not.toContain(paper('restricted').witnesses[0]?.files[0]?.id)
  })

  test('a member changes nothing: 403; who has no token is told to sign in: 401', async () => {
    const { id, job, annotation, claim, mark, witnesses } = paper('public')
    const changes: [string, 'post' | 'patch' | 'put' | 'delete'][] = [
      ['/documents', 'post'],
      [`/documents/${id}`, 'patch'],
      [`/documents/${id}`, 'delete'],
      [`/documents/${id}/restore`, 'post'],
      [`/documents/${id}/files`, 'post'],
      [`/documents/${id}/pages/1/text`, 'put'],
      [`/documents/${id}/annotations/`, 'post'],
      [`/documents/${id}/claims`, 'post'],
      [`/documents/${id}/witnesses`, 'post'],
      [`/witnesses/${witnesses[0]?.id}`, 'patch'],
      [`/witnesses/${witnesses[0]?.id}/claims`, 'post'],
      [`/witnesses/${witnesses[0]?.id}/marks`, 'post'],
      [`${claim}/revisions`, 'post'],
      [mark, 'patch'],
      [mark, 'delete'],
      ['/claims', 'post'],
      ['/agents', 'post'],
      ['/places', 'post'],
      ['/happenings', 'post'],
      ['/sources', 'post'],
      ['/collections', 'post'],
      [`/jobs/${job.id}/cancel`, 'post'],
      [`/jobs/${job.id}/retry`, 'post'],
      ['/annotations/', 'post'],
      [annotation, 'put'],
      [annotation, 'delete'],
    ]
    for (const [path, method] of changes) {
      problem(await it[method](path, member).send({ title: 'Mine' }), 403, 'forbidden')
      const reply = await it[method](path, nobody).send({ title: 'Mine' })
      problem(reply, 401, 'unauthenticated')
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer/)
    }
    expect((await it.get(`/documents/${id}`)).body.title).toBe('public paper')
  })

  test('who may annotate but not see does not learn what is there', async () => {
    const { token } = await addToken(it.archive.deps, 'test', { name: 'an annotator', role: 'annotator' })
    const as = { Authorization: `Bearer ${token}` }
    const { id, annotation } = paper('restricted')
    const on = (document: string) => ({ type: 'Annotation', target: `/api/v1/documents/${document}/pages/1` })
    const hidden = await it.post('/annotations/', as).send(on(id))
    const none = await it.post('/annotations/', as).send(on('d-none'))
    expect([hidden.status, hidden.body.detail]).toEqual([none.status, none.body.detail])
    problem(hidden, 404, 'not-found')
    const page = (await it.get(`/documents/${id}/pages/1`)).body.id
    const onPage = (target: string) => it.post('/annotations/', as).send({ type: 'Annotation', target })
    const [secret, absent] = [await onPage(`/api/v1/pages/${page}`), await onPage('/api/v1/pages/p-none')]
    expect(problem(secret, 400, 'invalid-input').detail).toBe(problem(absent, 400, 'invalid-input').detail)
    problem(await it.put(annotation, as).send(on(id)), 404, 'not-found')
    problem(await it.delete(annotation, as), 404, 'not-found')
    const theirs = await it.post('/annotations/', as).send(on(paper('public').id))
    expect(theirs.status).toBe(201)
    problem(await it.delete(paper('public').annotation, as), 403, 'forbidden')
    expect((await it.delete(`/annotations/${theirs.body.id.split('/').at(-1)}`, as)).status).toBe(204)
  })

  test('a change of who may see holds at once, for everything', async () => {
    const { id } = paper('members')
    const found = async () => (await it.get('/search', nobody).query({ q: 'zibintas' })).body.total.documents
    expect(await found()).toBe(1)
    await it.patch(`/documents/${id}`).send({ visibility: 'public' })
    expect(await found()).toBe(2)
    for (const address of addresses(paper('members')))
      expect((await it.get(address, nobody)).status, address).toBe(200)
    await it.patch(`/documents/${id}`).send({ visibility: 'restricted' })
    expect(await found()).toBe(1)
    for (const address of addresses(paper('members')))
      expect((await it.get(address, member)).status, address).toBe(404)
    await it.patch(`/documents/${id}`).send({ visibility: 'members' })
  })

  test('strangers see nothing where reading is not open', async () => {
    const closed = await aServedArchive({ FONDS_ANONYMOUS: 'none' })
    const { id } = await closed.add([], { title: 'Public' })
    for (const address of [
      `/documents/${id}`,
      '/documents',
      '/search?q=public',
      '/annotations/',
      '/files/f/content',
      `/documents/${id}/claims`,
      `/documents/${id}/history`,
      '/claims/c0',
      '/agents',
      '/sources',
      '/collections',
      '/vocabulary',
    ]) {
      problem(await closed.get(address, nobody), 401, 'unauthenticated')
      problem(await closed.get(address, { Authorization: 'Bearer wrong' }), 401, 'unauthenticated')
      expect((await closed.head(address, nobody)).status).toBe(401)
    }
    for (const address of ['/health/live', '/health/ready', '/openapi.json', '/docs', '/'])
      expect((await closed.get(address, nobody)).status, address).toBe(200)
    await closed.close()
  })
})
