import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper as as, type Served } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive()
})
afterAll(() => it.close())

async function added(description: object, files: Record<string, string | Buffer>) {
  const post = request(it.server).post('/api/v1/documents').set(as)
  post.field('description', JSON.stringify(description))
  for (const [name, bytes] of Object.entries(files)) post.attach('files', Buffer.from(bytes), name)
  const { body } = await post.expect(201)
  await it.idle()
  return body as { id: string; witnesses: { files: { name: string; state: string; error: string }[] }[] }
}
const read = (id: string) => request(it.server).get(`/api/v1/documents/${id}`)
const found = (query: object) => request(it.server).get('/api/v1/search').query(query)
const correct = (id: string, body: object) =>
  request(it.server).put(`/api/v1/documents/${id}/pages/1/text`).set(as).send(body)

describe('uploading', () => {
  test('sheets stay in the order in which they were sent', async () => {
    const sheets = Array.from({ length: 9 }, (_, at) => `sheet-${at + 1}.txt`)
    for (let round = 0; round < 2; round++) {
      const { witnesses } = await added(
        { title: 'volume' },
        Object.fromEntries(sheets.map((name) => [name, name])),
      )
      expect(witnesses[0]?.files.map(({ name }) => name)).toEqual(sheets)
    }
  })

  test.each(['fake.pdf', 'fake.png', 'fake.docx'])(
    '%s that is a text is kept and says so; others go on',
    async (name) => {
      const { id } = await added({ title: 'mixed' }, { [name]: 'only words', 'good.txt': 'good words' })
      const [fake, good] = (await read(id)).body.witnesses[0].files
      expect(fake).toMatchObject({
        state: 'failed',
        error: expect.stringContaining(`named .${name.split('.')[1]}`),
      })
      expect(good.state).toBe('done')
    },
  )
})

describe('correcting', () => {
  test('without any content nothing is emptied', async () => {
    const { id } = await added({ title: 'x' }, { 'a.txt': 'kept words' })
    const refused = await correct(id, {})
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0]).toMatchObject({
      path: 'content',
      message: expect.stringContaining('is required'),
    })
  })

  test('a short correction keeps the language, and starts from the newest text', async () => {
    const { id } = await added({ title: 'x', language: 'lt' }, { 'a.txt': 'Trumpas.' })
    const before = await request(it.server).get(`/api/v1/documents/${id}/pages/1`)
    const { body } = await correct(id, { layer: 'transcription', content: 'Taisyta.' })
    expect(body).toMatchObject({ language: 'lt', basedOn: before.body.text.revision })
  })

  test('an annotation whose passage is gone can still be reworded, and stays orphaned', async () => {
    const { id } = await added({ title: 'x' }, { 'a.txt': 'The stamp was read in Šiauliai.' })
    const target = {
      source: `http://archive.example/api/v1/documents/${id}/pages/1`,
      selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' },
    }
    const annotation = { type: 'Annotation', body: { type: 'TextualBody', value: 'where?' }, target }
    const made = await request(it.server).post('/annotations/').set(as).send(annotation).expect(201)
    await correct(id, { layer: 'transcription', content: 'The stamp was not read at all.' })
    const address = new URL(made.body.id).pathname
    const { body: now } = await request(it.server).get(address)
    expect(now.anchor.state).toBe('orphaned')
    const changed = await request(it.server)
      .put(address)
      .set(as)
      .send({ ...now, body: { type: 'TextualBody', value: 'there' } })
    expect(changed.status, changed.text).toBe(200)
    expect(changed.body).toMatchObject({ body: { value: 'there' }, anchor: { state: 'orphaned' } })
  })
})

describe('searching', () => {
  test('any form of a word finds the others, in the language of the page', async () => {
    await added(
      { title: 'Forms' },
      {
        'lt.txt': 'Apie trėmimus iš Lietuvos ir jų vykdymo tvarką buvo rašoma daugelyje slaptų dokumentų.',
        'ru.txt': 'О порядке проведения операции по выселению было написано во многих секретных документах.',
        'en.txt': 'The families were deported to settlements, and their houses were given to other people.',
      },
    )
    for (const q of ['trėmimas', 'tremimo', 'выселение', 'секретный', 'settlement family']) {
      const { body } = await found({ q, type: undefined })
      expect(body.total.pages, q).toBeGreaterThan(0)
    }
    const { body } = await found({ q: 'trėmimas' })
    expect(body.hits[0].pages[0].snippet).toContain('<mark>trėmimus</mark>')
    expect((await found({ q: '"trėmimas"' })).body.total.pages).toBe(0)
    expect((await found({ q: '=trėmimas' })).body.total.pages).toBe(0)
  })

  test('alternatives are said to be alternatives', async () => {
    const { body } = await found({ q: 'gulag žirafa', match: 'any' })
    expect(body.query.understood).toBe('gulag OR žirafa')
  })

  test('the same results have the same tag, however long they took', async () => {
    const first = await found({ q: 'words' })
    const again = await found({ q: 'words' }).set('If-None-Match', String(first.headers.etag))
    expect(again.status).toBe(304)
  })

  test('bounds that are exchanged are refused', async () => {
    expect((await found({ q: 'words', dateFrom: '1945', dateTo: '1940' })).body.errors[0].path).toBe('dateTo')
  })

  test('an address that is not percent-encoded gets a problem that says so', async () => {
    const socket = connect((it.server.address() as AddressInfo).port, '127.0.0.1')
    socket.end('GET /api/v1/search?q=Šiauliai HTTP/1.1\r\nHost: localhost\r\n\r\n')
    let answer = ''
    for await (const chunk of socket) answer += chunk
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('application/problem+json')
    expect(answer).toContain('percent-encoded')
  })
})

describe('keeping', () => {
  const list = (query: object, headers = {}) =>
    request(it.server).get('/api/v1/documents').set(headers).query(query)

  test('documents with files that could not be read are listed apart', async () => {
    const { id } = await added({ title: 'broken' }, { 'broken.pdf': 'no PDF' })
    const { body } = await list({ fileState: 'failed', limit: 100 })
    const states = body.items.map((item: { witnesses: { files: { state: string }[] }[] }) =>
      item.witnesses.flatMap(({ files }) => files.map(({ state }) => state)),
    )
    expect(body.items[0].id).toBe(id)
    expect(states.every((some: string[]) => some.includes('failed'))).toBe(true)
  })

  test('deleted documents can be found again by those who keep the archive, and by nobody else', async () => {
    const { id } = await added({ title: 'gone' }, {})
    await request(it.server).delete(`/api/v1/documents/${id}`).set(as).expect(204)
    const { body } = await list({ deleted: 'true' }, as)
    expect(body.items).toMatchObject([{ id, title: 'gone', deletedAt: expect.any(String) }])
    expect((await list({ deleted: 'true' })).status).toBe(401)
    expect((await list({ limit: 100 })).body.items.map((item: { id: string }) => item.id)).not.toContain(id)
  })

  test('the original of a text names its encoding, unless it was another', async () => {
    const { witnesses } = await added(
      { title: 'encodings' },
      {
        'a.txt': 'Šiauliai',
        'b.txt': Buffer.from([0xcf, 0xf0, 0xe8, 0xea, 0xe0, 0xe7, 0x20, 0xcd, 0xca, 0xc2, 0xc4]),
      },
    )
    const kinds = witnesses[0]?.files.map(async (file) => {
      const { headers } = await request(it.server).get(
        `/api/v1/files/${(file as { id?: string }).id}/content`,
      )
      return headers['content-type']
    })
    expect(await Promise.all(kinds ?? [])).toEqual(['text/plain; charset=utf-8', 'text/plain'])
  })
})
