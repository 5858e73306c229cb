import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaks } from './canary.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'
import { aPerson } from './people.ts'

type Headers = Record<string, string>
type Sharing = { visibility?: string; group?: string }

describe('an annotation that is not for all', () => {
  let it: Served
  let document: string
  let page: string
  let group: string
  let others: string
  const as: Record<string, Headers> = { nobody, keeper }
  beforeAll(async () => {
    it = await aServedArchive()
    for (const name of ['writer', 'member', 'outsider']) as[name] = (await aPerson(it, 'annotator', name)).as
    const people = (await it.get('/accounts')).body.items as { id: string; login: string }[]
    const made = async (name: string) => (await it.post('/groups').send({ name })).body.id as string
    group = await made('The heirs')
    others = await made('Others')
    for (const [of, login] of [
      [group, 'writer'],
      [group, 'member'],
      [others, 'outsider'],
    ]) {
      const { id } = people.find((one) => one.login === login) ?? { id: '' }
      expect((await it.put(`/groups/${of}/members/${id}`)).status).toBe(204)
    }
    document = (await it.add(['A station of the line.'])).id
    page = (await it.get(`/documents/${document}/pages`)).body.items[0].id
  })
  afterAll(() => it.close())

  const source = () => `/api/v1/documents/${document}/pages/1`
  async function write(value: string, archive?: Sharing, target = source(), who = 'writer') {
    const selector = { type: 'TextQuoteSelector', exact: 'station' }
    const about = target.startsWith('/api') ? { source: target, selector } : target
    const body = [
      { type: 'TextualBody', value },
      { type: 'TextualBody', purpose: 'tagging', value: 'kanarien' },
    ]
    const sent = {
      type: 'Annotation',
      motivation: 'questioning',
      body,
      target: about,
      ...(archive && { archive }),
    }
    const reply = await it.post('/annotations/', as[who]).send(sent)
    expect(reply.status, reply.text).toBe(201)
    const path = new URL(reply.body.id).pathname
    return { path, id: path.slice('/annotations/'.length), body: reply.body, etag: reply.headers.etag ?? '' }
  }
  const seers = async (path: string) => {
    const statuses = Object.entries(as).map(async ([name, headers]) => [
      name,
      (await it.get(path, headers)).status,
    ])
    return (await Promise.all(statuses)).flatMap(([name, status]) => (status === 200 ? [name] : []))
  }
  /** All that tells somebody of annotations without saying what they say. */
  async function told(who: Headers) {
    const get = async (path: string) => (await it.get(path, who)).body
    const counts = await get(`/documents/${document}/annotations/counts`)
    const container = await get(`/documents/${document}/annotations/`)
    const all = await get('/annotations/')
    const history = await get(`/documents/${document}/history`)
    const activities = (await get('/iiif/discovery/activities/page')).orderedItems
    const canvas = (await get(`/iiif/3/${document}/canvas/${page}`)).annotations
    const found = (await get(`/search?q=note:kanarien`)).total
    const tag = await get(`/documents/${document}/annotations/?tag=kanarien`)
    return {
      ...{ counts, history, activities, canvas, found, tag: tag.total },
      containers: [container.total, container.modified, all.total, all.modified],
    }
  }

  test.each([
    ['a group', () => ({ visibility: 'group', group }), ['keeper', 'member', 'writer']],
    ['who wrote it', () => ({ visibility: 'private' }), ['keeper', 'writer']],
  ])('but for %s is told to nobody else, wherever one asks', async (_, sharing, circle) => {
    const before = await told(as.outsider ?? {})
    const { path, id, body, etag } = await write('A canary in the station', sharing())
    expect(body.archive).toMatchObject(sharing())
    expect((await seers(path)).toSorted()).toEqual(circle)
    expect(await told(as.outsider ?? {})).toEqual(before)
    const paper = { id: document, witness: '', file: '', page, annotation: id, mark: '', box: [] }
    expect(await leaks(it, paper, as.outsider ?? {})).toEqual([])
    expect((await leaks(it, paper, as.writer ?? {})).length).toBeGreaterThan(8)
    for (const name of circle) {
      const seen = await told(as[name] ?? {})
      expect([seen.tag, seen.found.documents, seen.counts.total]).toEqual([1, 1, 1])
      expect(seen.canvas).toHaveLength(2)
    }
    // What the index knows of it survives what is done to its document.
    for (const visibility of ['members', 'public'])
      expect((await it.patch(`/documents/${document}`).send({ visibility })).status).toBe(200)
    expect((await told(as.outsider ?? {})).found.documents).toBe(0)
    // Written back by a program that leaves out what it does not know, it is for whom it was.
    const { archive: _archive, anchor: _anchor, ...plain } = body
    const put = (sent: object, who = 'writer') => it.put(path, as[who]).send({ ...plain, ...sent })
    expect((await put({ bodyValue: undefined }).set('If-Match', etag)).body.archive).toMatchObject(sharing())
    expect((await seers(path)).toSorted()).toEqual(circle)
    problem(await put({ archive: { visibility: 'public' } }, 'outsider'), 404, 'not-found')
    expect((await put({ archive: { visibility: 'public' } })).body.archive.visibility).toBe('public')
    expect(await seers(path)).toHaveLength(5)
    expect((await told(nobody)).found.documents).toBe(1)
    expect((await it.delete(path, as.writer)).status).toBe(204)
  })

  test('can be for a group that one is in, which then cannot be removed, and for no other', async () => {
    const refused = async (archive: object) =>
      wrongPaths(
        await it.post('/annotations/', as.writer).send({ type: 'Annotation', target: 'urn:x', archive }),
      )
    expect(await refused({ visibility: 'group', group: others })).toEqual(['archive.group'])
    expect(await refused({ visibility: 'group' })).toEqual(['archive.group'])
    expect(await refused({ visibility: 'private', group })).toEqual(['archive.group'])
    expect(await refused({ visibility: 'secret' })).toEqual(['archive.visibility'])
    const { path } = await write('For others', { visibility: 'group', group: others }, source(), 'keeper')
    expect((await seers(path)).toSorted()).toEqual(['keeper', 'outsider'])
    problem(await it.delete(`/groups/${others}`), 409, 'conflict')
    expect((await it.delete(path)).status).toBe(204)
  })

  test('is known by its address elsewhere to who sees it alone, and stays what it is when it is brought', async () => {
    const via = 'https://elsewhere.example/1'
    const target = source()
    const file = {
      id: via,
      type: 'Annotation',
      bodyValue: 'A canary',
      target,
      archive: { visibility: 'private' },
    }
    const bring = async (who: string) =>
      (await it.post('/api/v1/annotations/import', as[who]).send([file])).body.items[0]
    const [mine, again, theirs] = [await bring('writer'), await bring('writer'), await bring('member')]
    expect([mine.outcome, again.outcome, again.id, theirs.outcome]).toEqual([
      'added',
      'known',
      mine.id,
      'added',
    ])
    const pathOf = (one: { id: string }) => new URL(one.id).pathname
    expect((await seers(pathOf(mine))).toSorted()).toEqual(['keeper', 'writer'])
    expect((await seers(pathOf(theirs))).toSorted()).toEqual(['keeper', 'member'])
    for (const one of [mine, theirs]) await it.delete(pathOf(one))
  })

  test('takes its answers with it, as one that is hidden does, but for who wrote them', async () => {
    const about = await write('Which canary?')
    const answer = await write('That canary.', undefined, about.path, 'member')
    const further = await write('No, this canary.', undefined, answer.path, 'outsider')
    const own = await write('For me', { visibility: 'private' }, about.path, 'outsider')
    expect(await seers(further.path)).toHaveLength(5)
    const hide = (verb: string) =>
      it.post(`/api/v1/annotations/${about.id}/${verb}`).send({ because: 'Names a victim' })
    expect((await hide('hide')).status).toBe(200)
    expect((await seers(answer.path)).toSorted()).toEqual(['keeper', 'member', 'writer'])
    expect((await seers(further.path)).toSorted()).toEqual(['keeper', 'outsider', 'writer'])
    const unseen = await told(nobody)
    expect([unseen.counts.total, unseen.tag, unseen.found.documents]).toEqual([0, 0, 0])
    // What is said meanwhile is no wider, nor is what comes back wider than it was.
    const later = await write('Indeed, a canary', undefined, answer.path, 'keeper')
    expect((await seers(later.path)).toSorted()).toEqual(['keeper', 'writer'])
    expect((await it.post(`/api/v1/annotations/${about.id}/show`)).status).toBe(200)
    expect(await seers(later.path)).toHaveLength(5)
    expect((await seers(own.path)).toSorted()).toEqual(['keeper', 'outsider'])
    const { archive: _, ...plain } = about.body
    await it.put(about.path, as.writer).send({ ...plain, archive: { visibility: 'group', group } })
    expect((await seers(answer.path)).toSorted()).toEqual(['keeper', 'member', 'writer'])
    for (const { path } of [own, later, further, answer, about]) await it.delete(path)
  })

  test('answers nothing where that would lead back to itself', async () => {
    const first = await write('One')
    const second = await write('Two', undefined, first.path)
    const { archive: _, anchor: __, ...plain } = first.body
    const turned = await it.put(first.path, as.writer).send({ ...plain, target: second.path })
    expect(turned.status, turned.text).toBe(200)
    expect((await it.post(`/api/v1/annotations/${first.id}/hide`).send({ because: 'x' })).status).toBe(200)
    expect((await it.post(`/api/v1/annotations/${first.id}/show`)).status).toBe(200)
    expect(await seers(second.path)).toHaveLength(5)
    for (const { path } of [first, second]) await it.delete(path)
  })
})
