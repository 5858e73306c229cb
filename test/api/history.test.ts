import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

type Event = { verb: string; before: unknown; after: { value?: { text: string } } | null }

describe('history', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  test('every change of a description is told, with what was before and after', async () => {
    const { id, witnesses } = await it.add([], { title: 'First title' })
    await it.patch(`/documents/${id}`).send({ title: 'Second title' })
    const said = await it
      .post(`/documents/${id}/claims`)
      .send({ property: 'genre', value: { text: 'order' } })
    await it.post(`/claims/${said.body.id}/revisions`).send({ value: { text: 'draft' } })
    await it.patch(`/witnesses/${witnesses[0].id}`).send({ kind: 'typescript' })
    const { body } = await it.get(`/documents/${id}/history`)
    expect(body.items.map(({ verb }: Event) => verb)).toEqual([
      'revise-witness',
      'revise-claim',
      'claim',
      'revise',
      'add',
    ])
    expect(body.items[0]).toMatchObject({ before: { kind: null }, after: { kind: 'typescript' } })
    expect(body.items[1]).toMatchObject({
      before: { value: { text: 'order' } },
      after: { value: { text: 'draft' } },
    })
    expect(body.items[3]).toMatchObject({
      before: { description: { title: 'First title' } },
      after: { description: { title: 'Second title' } },
    })
    expect(body.items[4].at).toMatch(/Z$/)
    const first = (await it.get(`/documents/${id}/history?limit=3`)).body
    const rest = (await it.get(`/documents/${id}/history?limit=3&cursor=${first.next}`)).body
    expect([...first.items, ...rest.items]).toEqual(body.items)
  })

  test('readers are told what happened, and read claims; what is hidden stays hidden', async () => {
    const { id } = await it.add([], { title: 'Secret at first', visibility: 'restricted' })
    problem(await it.get(`/documents/${id}/history`, nobody), 404, 'not-found')
    await it.patch(`/documents/${id}`).send({ title: 'Open', visibility: 'public' })
    await it.post(`/documents/${id}/claims`).send({ property: 'genre', value: { text: 'order' } })
    const reply = await it.get(`/documents/${id}/history`, nobody)
    expect(reply.body.items.map(({ verb, after }: Event) => [verb, after?.value?.text])).toEqual([
      ['claim', 'order'],
      ['revise', undefined],
      ['add', undefined],
    ])
    expect(reply.text).not.toContain('Secret at first')
    await it.delete(`/documents/${id}`)
    problem(await it.get(`/documents/${id}/history`), 410, 'gone')
  })
})
