import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served, wrongPaths } from './client.ts'
import { aPerson } from './people.ts'

describe('groups', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  const aGroup = async (name: string) => (await it.post('/groups').send({ name })).body.id as string
  const join = (group: string, account: string) => it.put(`/groups/${group}/members/${account}`)

  test('are made, renamed, listed for archivists and removed', async () => {
    const made = await it.post('/groups').send({ name: 'The estate' })
    expect([made.status, made.body]).toMatchObject([201, { name: 'The estate', members: [] }])
    const { id } = made.body
    const { id: account, as } = await aPerson(it, 'reader', 'heir')
    expect((await join(id, account)).status).toBe(204)
    const read = await it.get(`/groups/${id}`)
    expect(read.body.members).toEqual([{ id: account, name: 'The heir', login: 'heir' }])
    const etag = String(read.headers.etag)
    const renamed = await it.patch(`/groups/${id}`).set('If-Match', etag).send({ name: 'The heirs' })
    expect([renamed.status, renamed.body.name]).toEqual([200, 'The heirs'])
    problem(
      await it.patch(`/groups/${id}`).set('If-Match', etag).send({ name: 'x' }),
      412,
      'precondition-failed',
    )
    problem(await it.post('/groups').send({ name: 'The heirs' }), 409, 'conflict')
    expect((await it.get('/groups')).body.items).toMatchObject([{ id, name: 'The heirs', members: 1 }])
    problem(await it.get('/groups', as), 403, 'forbidden')
    expect((await it.delete(`/groups/${id}/members/${account}`)).status).toBe(204)
    expect((await it.delete(`/groups/${id}`)).status).toBe(204)
    problem(await it.get(`/groups/${id}`), 404, 'not-found')
    problem(await join(id, account), 404, 'not-found')
  })

  test('see what is restricted to them, as if it were not there for all others, and at once no more when they leave', async () => {
    const group = await aGroup('Those who may')
    const inside = await aPerson(it, 'reader', 'inside')
    const outside = await aPerson(it, 'reader', 'outside')
    await join(group, inside.id)
    const description = {
      title: 'Canary letters',
      type: 'canary',
      subjects: ['canaries'],
      creator: 'Canary Bird',
    }
    const { id } = await it.add(['The canary sings.'], { ...description, visibility: 'restricted', group })
    const annotation = { type: 'Annotation', target: id, bodyValue: 'A canary note' }
    await it.post(`/documents/${id}/annotations/`).send(annotation)
    const paths = [
      '/search?q=canary',
      '/documents?type=canary',
      '/suggest?q=cana',
      '/search.jsonl?q=canary',
      '/search?q=note:canary',
      '/search?q=*',
    ]
    const seesIt = async (as: Record<string, string>) => {
      const lists = await Promise.all(paths.map(async (path) => (await it.get(path, as)).text))
      return {
        document: (await it.get(`/documents/${id}`, as)).status,
        text: (await it.get(`/documents/${id}/pages/1`, as)).status,
        annotations: (await it.get(`/documents/${id}/annotations/`, as)).status,
        manifest: (await it.get(`/iiif/3/${id}/manifest`, as)).status,
        found: (await it.get('/search?q=canary', as)).body.total.documents,
        facets: (await it.get('/search?q=canary', as)).body.facets.type,
        told: lists.some((text) => /canary letters|the canary|canary bird/i.test(text)),
      }
    }
    const all = {
      document: 200,
      text: 200,
      annotations: 200,
      manifest: 200,
      found: 1,
      facets: [{ value: 'canary', count: 1 }],
      told: true,
    }
    const none = {
      document: 404,
      text: 404,
      annotations: 404,
      manifest: 404,
      found: 0,
      facets: [],
      told: false,
    }
    expect(await seesIt(inside.as)).toEqual(all)
    expect(await seesIt(outside.as)).toEqual(none)
    expect(await seesIt(nobody)).toEqual(none)
    const own = { ...inside.as, Origin: new URL((await it.get('/session', nobody)).request.url).origin }
    const { token } = (await it.post('/tokens', own).send({ name: 'a script' })).body
    expect(await seesIt({ Authorization: `Bearer ${token}` })).toEqual(all)

    await it.delete(`/groups/${group}/members/${inside.id}`)
    expect(await seesIt(inside.as)).toEqual(none)
    await join(group, inside.id)
    const other = await aGroup('Others')
    expect((await it.patch(`/documents/${id}`).send({ group: other })).body).toMatchObject({
      visibility: 'restricted',
      group: other,
    })
    expect(await seesIt(inside.as)).toEqual(none)
    await join(other, outside.id)
    expect(await seesIt(outside.as)).toEqual(all)
    problem(await it.delete(`/groups/${other}`), 409, 'conflict')
    expect((await it.patch(`/documents/${id}`).send({ visibility: 'members' })).body).toMatchObject({
      group: null,
    })
    expect(await seesIt(inside.as)).toEqual(all)
  })

  test('belong to what is restricted, and have to be there', async () => {
    const group = await aGroup('Nobody')
    const add = (wish: object) => it.post('/documents').send({ title: 'x', ...wish })
    expect(wrongPaths(await add({ group }))).toEqual(['group'])
    expect(wrongPaths(await add({ visibility: 'restricted', group: 'g-none' }))).toEqual(['group'])
    const { body } = await add({ visibility: 'restricted' })
    expect(body).toMatchObject({ visibility: 'restricted', group: null })
    expect(wrongPaths(await it.patch(`/documents/${body.id}`).send({ visibility: 'public', group }))).toEqual(
      ['group'],
    )
    expect((await it.patch(`/documents/${body.id}`).send({ group })).body.group).toBe(group)
    expect((await it.patch(`/documents/${body.id}`).send({ group: null })).body.group).toBe(null)
  })
})
