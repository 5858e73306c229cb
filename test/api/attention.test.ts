import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

const ld = { ...keeper, 'Content-Type': 'application/ld+json' }

describe('what needs attention', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const counts = async () => (await it.get('/attention')).body
  const nothing = {
    doubtfulPages: 0,
    disputedDocuments: 0,
    unreadableDocuments: 0,
    failedJobs: 0,
    damagedOriginals: 0,
    suggestions: 0,
  }

  test('is told to archivists, and is nothing at first', async () => {
    problem(await it.get('/attention', nobody), 401, 'unauthenticated')
    problem(await it.get('/attention/annotations', nobody), 401, 'unauthenticated')
    expect(await counts()).toEqual(nothing)
  })

  test('counts documents of whose claims the best disagree, and lists them', async () => {
    const { id } = await it.add([], { title: 'Of two kinds' })
    await it.add([], { title: 'Of one kind', type: 'letter' })
    for (const genre of ['letter', 'report'])
      await it.post(`/documents/${id}/claims`).send({ property: 'genre', value: { text: genre } })
    const clashing = await it.add([], { title: 'Of two times' })
    for (const edtf of ['1880/..', '[..1870]']) {
      const source = (await it.post('/sources').send({ type: 'book', title: edtf })).body.id
      const terminus = { property: 'terminus', value: { edtf, kind: 'paper' }, sources: [{ source }] }
      await it.post(`/documents/${clashing.id}/claims`).send(terminus).expect(201)
    }
    expect((await it.get(`/documents/${clashing.id}`)).body.date.status).toBe('conflicting')
    expect(await counts()).toEqual({ ...nothing, disputedDocuments: 2 })
    const listed = async (query: string, as = keeper as Record<string, string>) =>
      (await it.get(`/documents?disputed=true${query}`, as)).body
    const first = await listed('&limit=1')
    const second = await listed(`&limit=1&cursor=${first.next}`)
    expect([first, second].map(({ items }) => items.map((one: { id: string }) => one.id))).toEqual([
      [clashing.id],
      [id],
    ])
    expect(second.next).toBe(null)
    expect((await listed('&type=order')).items).toEqual([])
    await it.patch(`/documents/${id}`).send({ visibility: 'restricted' })
    expect((await listed('', nobody)).items).toHaveLength(1)
    expect(wrongPaths(await it.get('/documents?disputed=perhaps'))).toEqual(['disputed'])
    await it.delete(`/documents/${id}`)
    await it.delete(`/documents/${clashing.id}`)
    expect(await counts()).toEqual(nothing)
  })

  test('counts what could not be read and what was suggested, until it is settled', async () => {
    const broken = await it.upload({ title: 'Broken' }, [
      { name: 'broken.pdf', bytes: '%PDF-1.4 and no more' },
    ])
    const bytes = 'The river froze early that year, and the post came by sledge.'
    for (const title of ['One letter', 'The same letter'])
      await it.upload({ title }, [{ name: 'a.txt', bytes }])
    await it.idle()
    const { suggestions, ...others } = await counts()
    expect(others).toEqual({ ...others, unreadableDocuments: 1, failedJobs: 0, disputedDocuments: 0 })
    expect(suggestions).toBeGreaterThan(0)
    const { items } = (await it.get('/suggestions?state=open')).body
    expect(items).toHaveLength(suggestions)
    for (const one of items) await it.post(`/suggestions/${one.id}/dismiss`).expect(200)
    expect((await counts()).suggestions).toBe(0)
    const { items: unread } = (await it.get('/documents?fileState=failed')).body
    expect(unread.map((one: { id: string }) => one.id)).toEqual([broken.body.id])
  })

  test('lists the annotations that lost their place when the text changed, and no others', async () => {
    const { id } = await it.add(['Received at the mill on Monday.\nSigned by the miller.'], {
      title: 'Receipt',
    })
    const source = `http://127.0.0.1/api/v1/documents/${id}/pages/1`
    const annotate = async (exact: string) => {
      const body = {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'Look.' },
        target: {
          source: source.replace('http://127.0.0.1', ''),
          selector: { type: 'TextQuoteSelector', exact },
        },
      }
      const added = await it.post(`/documents/${id}/annotations/`, ld).send(JSON.stringify(body))
      expect(added.status, added.text).toBe(201)
    }
    await annotate('on Monday')
    await annotate('the miller')
    expect((await it.get('/attention/annotations')).body).toEqual({ items: [], next: null })
    const content = 'Received at the mill.\nSigned by the miller.'
    await it.put(`/documents/${id}/pages/1/text`).send({ layer: 'transcription', content }).expect(200)
    const { items, next } = (await it.get('/attention/annotations')).body
    expect(next).toBe(null)
    expect(items).toMatchObject([
      { state: 'orphaned', document: id, title: 'Receipt', number: 1, quote: 'on Monday' },
    ])
    const first = (await it.get('/attention/annotations?limit=1')).body
    expect(first.items).toEqual([])
    expect((await it.get(`/attention/annotations?limit=1&cursor=${first.next}`)).body.items).toHaveLength(1)
  })
})
