import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyArchive } from '../../src/actions/verify-archive.ts'
import { openVerifier } from '../../src/app-keeping.ts'
import { readConfig } from '../../src/config.ts'
import { aServedArchive, keeper, nobody, type Served } from './client.ts'

type Note = { kind: string; says: string; see: string | null }
type Hit = { document: { id: string; title: string }; notes: Note[] }

describe('what is wrongly said of a document', () => {
  let it: Served
  let order: { id: string }
  let paper: { id: string }
  const hits = async (q: string, as: Record<string, string> = nobody): Promise<Hit[]> => {
    const reply = await it.get('/search', as).query({ q, match: 'all' })
    expect(reply.status, reply.text).toBe(200)
    return reply.body.hits
  }
  const titles = async (q: string) => (await hits(q)).map(({ document }) => document.title)
  const claim = async (document: string, body: object) => {
    const reply = await it.post(`/documents/${document}/claims`).send(body)
    expect(reply.status, reply.text).toBe(201)
  }

  beforeAll(async () => {
    it = await aServedArchive()
    order = await it.add(['Operative accounting.'], {
      title: 'Order of the commissariat',
      identifiers: [{ scheme: 'number', value: '001223' }],
    })
    paper = await it.add(['On the procedure; some call it 001223, 001223 and again 001223.'], {
      title: 'Serov Instructions',
    })
    const witness = await it.post(`/documents/${paper.id}/witnesses`).send({
      label: 'Third Interim Report',
      headingAsPrinted: { text: 'Order № 001223', status: 'misleading', names: order.id },
    })
    expect(witness.status, witness.text).toBe(201)
    const wrong = { property: 'title', rank: 'deprecated', reasons: ['conflation'] }
    await claim(order.id, { ...wrong, value: { text: 'On the banishment of elements' } })
    await claim(order.id, { ...wrong, reasons: ['superseded'], value: { text: 'A slip of the pen' } })
  })
  afterAll(() => it.close())

  test('is found after what truly bears the number, and told why and what to see', async () => {
    const found = await hits('001223')
    expect(found.map(({ document }) => document.title)).toEqual([
      'Order of the commissariat',
      'Serov Instructions',
    ])
    expect(found[0]?.notes).toEqual([])
    expect(found[1]?.notes).toEqual([
      {
        kind: 'misattributed',
        says: 'Printed under a heading that names another document: “Order № 001223”.',
        see: order.id,
      },
    ])
  })

  test('is told of a deprecated title with its reason, and of one that was only written better not at all', async () => {
    const [hit] = await hits('banishment')
    expect(hit).toMatchObject({
      document: { id: order.id },
      notes: [
        {
          kind: 'deprecated',
          says: 'A title that sources give it, but that is not its own: “On the banishment of elements” (conflation).',
          see: null,
        },
      ],
    })
    expect(await titles('slip pen')).toEqual([])
    expect(await titles('title:banishment')).toEqual([])
    expect(await titles('claim:banishment')).toEqual(['Order of the commissariat'])
  })

  test('is told only where that is what was found', async () => {
    const [hit] = await hits('procedure')
    expect(hit).toMatchObject({ document: { id: paper.id }, notes: [] })
  })

  test('leads nobody to a document that they may not see', async () => {
    await it.patch(`/documents/${order.id}`).send({ visibility: 'restricted' })
    const [hit] = await hits('printed heading OR 001223')
    expect(hit).toMatchObject({ document: { id: paper.id }, notes: [{ kind: 'misattributed', see: null }] })
    const seen = await hits('001223', keeper)
    expect(seen.find(({ document }) => document.id === paper.id)?.notes[0]?.see).toBe(order.id)
    await it.patch(`/documents/${order.id}`).send({ visibility: 'public' })
  })

  test('goes when it is said no more', async () => {
    const { items } = (await it.get(`/documents/${order.id}/claims`).query({ property: 'title' })).body
    const wrong = items.find(({ value }: { value: { text: string } }) => /banishment/.test(value.text))
    const revised = await it.post(`/claims/${wrong.id}/revisions`).send({ polarity: 'denied' })
    expect(revised.status, revised.text).toBe(201)
    expect(await titles('banishment')).toEqual([])
  })

  test('is no fault of the index', async () => {
    const { deps, close } = openVerifier(readConfig({ FONDS_HOME: it.home }))
    const found = []
    for await (const step of verifyArchive(deps)) if (step.kind === 'finding') found.push(step.finding)
    close()
    expect(found).toEqual([])
  })
})

describe('who made a document, for whom, where, and what it bears', () => {
  test('is found in the fields of a query', async () => {
    const it = await aServedArchive()
    const { id } = await it.add(['A text.'], { title: 'Letter' })
    const agent = (await it.post('/agents').send({ kind: 'person', names: ['Ivan Serov', 'Иван Серов'] }))
      .body
    const place = (await it.post('/places').send({ names: ['Šiauliai', 'Schaulen'] })).body
    for (const body of [
      { property: 'signatory', value: { agent: agent.id } },
      { property: 'addressee', value: { text: 'Merkulov' } },
      { property: 'place', value: { place: place.id } },
    ])
      expect((await it.post(`/documents/${id}/claims`).send(body)).status).toBe(201)
    const [{ id: witness }] = (await it.get(`/documents/${id}/witnesses`)).body.items
    const mark = { kind: 'receipt', reading: 'Received June 7', asRead: 'XXXX-06-07' }
    expect((await it.post(`/witnesses/${witness}/marks`).send(mark)).status).toBe(201)
    const found = async (q: string) =>
      (await it.get('/search', nobody).query({ q, match: 'all' })).body.total.documents
    for (const q of [
      'by:serov',
      'by:Серов',
      'to:merkulov',
      'place:schaulen',
      'mark:received',
      'serov merkulov',
    ])
      expect([q, await found(q)]).toEqual([q, 1])
    for (const q of ['to:serov', 'by:merkulov', 'mark:serov', 'place:riga'])
      expect([q, await found(q)]).toEqual([q, 0])
    await it.close()
  })
})
