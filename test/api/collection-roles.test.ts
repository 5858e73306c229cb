import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'
import { aPerson } from './people.ts'

describe('an annotator in a collection', () => {
  let it: Served
  const ids = { fonds: '', series: '', inside: '', outside: '', group: '' }
  beforeAll(async () => {
    it = await aServedArchive()
    const unit = async (body: object) =>
      (await it.post('/collections').send({ level: 'fonds', ...body })).body.id
    ids.fonds = await unit({ title: 'Fonds' })
    ids.series = await unit({ title: 'Series', parent: ids.fonds })
    ids.inside = (await it.add(['Herrings inside.'], { title: 'Inside', collection: ids.series })).id
    ids.outside = (await it.add(['Herrings outside.'], { title: 'Outside' })).id
    ids.group = (await it.post('/groups').send({ name: 'Volunteers' })).body.id
  })
  afterAll(() => it.close())

  const note = (about: string | null) => ({
    type: 'Annotation',
    target: about === null ? 'urn:elsewhere' : `/api/v1/documents/${about}/pages/1`,
    bodyValue: 'A remark',
  })
  const annotate = (about: string | null, as: Record<string, string>) =>
    it.post('/annotations/', as).send(note(about))
  const give = (holder: string) =>
    it.put(`/collections/${ids.fonds}/roles/${holder}`).send({ role: 'annotator' })

  test('annotates what lies in it and within it, and nothing else', async () => {
    const { id, as } = await aPerson(it, 'reader', 'ona')
    problem(await annotate(ids.inside, as), 403, 'forbidden')
    expect((await give(id)).status).toBe(204)
    const made = await annotate(ids.inside, as)
    expect(made.status, made.text).toBe(201)
    expect((await it.post(`/documents/${ids.inside}/annotations/`, as).send(note(ids.inside))).status).toBe(
      201,
    )
    for (const about of [ids.outside, null])
      expect(problem(await annotate(about, as), 403, 'forbidden').detail).toContain('some collections')
    const own = `/annotations/${String(made.body.id).split('/').at(-1)}`
    expect((await it.put(own, as).send({ ...note(ids.inside), bodyValue: 'Another' })).status).toBe(200)
    problem(await it.put(own, as).send(note(ids.outside)), 403, 'forbidden')
    const others = String((await annotate(ids.inside, keeper)).body.id)
      .split('/')
      .at(-1)
    problem(await it.delete(`/annotations/${others}`, as), 403, 'forbidden')
    const imported = await it
      .post('/api/v1/annotations/import', as)
      .send([note(ids.inside), note(ids.outside)])
    expect(imported.body.items.map((one: { outcome: string }) => one.outcome)).toEqual(['added', 'refused'])
    expect((await it.get(`/documents/${ids.inside}`, as)).body.mayAnnotate).toBe(true)
    for (const [document, who] of [
      [ids.outside, as],
      [ids.inside, nobody],
      [ids.inside, keeper],
    ] as const)
      expect((await it.get(`/documents/${document}`, who)).body).not.toHaveProperty('mayAnnotate')
    problem(await it.patch(`/documents/${ids.inside}`, as).send({ title: 'x' }), 403, 'forbidden')
    await it.patch(`/documents/${ids.inside}`).send({ collection: null })
    problem(await annotate(ids.inside, as), 403, 'forbidden')
    await it.patch(`/documents/${ids.inside}`).send({ collection: ids.series })
    expect((await it.delete(`/collections/${ids.fonds}/roles/${id}`)).status).toBe(204)
    problem(await it.delete(own, as), 403, 'forbidden')
  })

  test('may be all of a group, and is told to administrators alone', async () => {
    const { id, as } = await aPerson(it, 'reader', 'petras')
    expect((await give(ids.group)).status).toBe(204)
    problem(await annotate(ids.inside, as), 403, 'forbidden')
    await it.put(`/groups/${ids.group}/members/${id}`)
    expect((await annotate(ids.inside, as)).status).toBe(201)
    const listed = () => it.get(`/collections/${ids.fonds}/roles`)
    expect((await listed()).body.items).toMatchObject([
      { holder: { kind: 'group', id: ids.group, name: 'Volunteers' }, role: 'annotator' },
    ])
    problem(await it.get(`/collections/${ids.fonds}/roles`, as), 403, 'forbidden')
    problem(
      await it.put(`/collections/${ids.fonds}/roles/${id}`, as).send({ role: 'annotator' }),
      403,
      'forbidden',
    )
    problem(await give('n-none'), 404, 'not-found')
    problem(await it.put(`/collections/k-none/roles/${id}`).send({ role: 'annotator' }), 404, 'not-found')
    problem(
      await it.put(`/collections/${ids.fonds}/roles/${id}`).send({ role: 'administrator' }),
      400,
      'invalid-input',
    )
    await it.delete(`/groups/${ids.group}/members/${id}`)
    problem(await annotate(ids.inside, as), 403, 'forbidden')
    expect((await it.delete(`/groups/${ids.group}`)).status).toBe(204)
    expect((await listed()).body.items).toEqual([])
  })

  test('sees no more for it: what is hidden is not there', async () => {
    const { id, as } = await aPerson(it, 'reader', 'jonas')
    await give(id)
    const hidden = (
      await it.add(['Hidden.'], { title: 'x', collection: ids.series, visibility: 'restricted' })
    ).id
    problem(await annotate(hidden, as), 404, 'not-found')
    const token = await it.post('/tokens', as).send({ name: 'mine', role: 'reader' })
    expect(token.status, token.text).toBe(201)
    problem(await annotate(ids.inside, { Authorization: `Bearer ${token.body.token}` }), 403, 'forbidden')
  })
})
