import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('pages and their texts', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const read = async (id: string, number = 1, query: object = {}) =>
    (await it.get(`/documents/${id}/pages/${number}`).query(query)).body
  const correct = (id: string, body: object, headers = {}) =>
    it.put(`/documents/${id}/pages/1/text`).set(headers).send(body)

  test('pages are listed in the shape of the contract, slice by slice', async () => {
    const { id, witnesses } = await it.add(['one', 'two', 'three'])
    const first = await it.get(`/documents/${id}/pages`).query({ limit: 2 })
    const page = {
      ...{
        label: null,
        width: null,
        height: null,
        recognition: null,
        fault: null,
        remark: null,
        confidence: null,
      },
      layers: ['transcription'],
      id: expect.any(String),
    }
    expect(first.body.items).toEqual([
      { ...page, number: 1 },
      { ...page, number: 2 },
    ])
    const rest = await it
      .get(`/documents/${id}/pages`)
      .query({ cursor: first.body.next, witness: witnesses[0].id })
    expect(rest.body).toEqual({ items: [{ ...page, number: 3 }], next: null })
    problem(await it.get(`/documents/${id}/pages?witness=w-none`), 404, 'not-found')
  })

  test('pages are listed from a number on, and found by their label', async () => {
    const { id, witnesses } = await it.add(['one', 'two', 'three'])
    const { items } = (await it.get(`/documents/${id}/pages`)).body
    const label = { op: 'label', pages: [items[2].id], labels: ['12R'] }
    const done = await it.post(`/witnesses/${witnesses[0].id}/page-changes`).send({ operations: [label] })
    expect(done.status, done.text).toBe(200)
    const numbers = async (query: object) =>
      (await it.get(`/documents/${id}/pages`).query(query)).body.items.map(
        (page: { number: number }) => page.number,
      )
    expect(await numbers({ from: 2 })).toEqual([2, 3])
    expect(await numbers({ from: 2, limit: 1 })).toEqual([2])
    expect(await numbers({ from: 4 })).toEqual([])
    expect(await numbers({ label: '12r' })).toEqual([3])
    expect(await numbers({ label: '12v' })).toEqual([])
  })

  test('a page has its text with layer, revision, language and code points as they are', async () => {
    const { id } = await it.add(['Trėmimas 📜 ночью'], { language: 'lt' })
    const { text, ...page } = await read(id)
    expect(page).toMatchObject({ number: 1, layers: ['transcription'] })
    expect(text).toEqual({
      revision: expect.any(String),
      layer: 'transcription',
      language: 'lt',
      content: 'Trėmimas 📜 ночью',
    })
  })

  test('what is not there is 404, what cannot be is 400', async () => {
    const { id } = await it.add(['one'])
    const other = await it.add(['two'])
    const { text } = await read(other.id)
    for (const path of [
      '/pages/2',
      '/pages/999999999',
      `/pages/1?revision=${text.revision}`,
      '/pages/1?revision=v',
    ])
      problem(await it.get(`/documents/${id}${path}`), 404, 'not-found')
    problem(await it.get('/documents/d-none/pages/1'), 404, 'not-found')
    for (const path of ['/pages/0', '/pages/-1', '/pages/1.5', '/pages/one'])
      expect(wrongPaths(await it.get(`/documents/${id}${path}`))).toEqual(['number'])
    expect(wrongPaths(await it.get(`/documents/${id}/pages/1?layer=handwriting`))).toEqual(['layer'])
    expect((await read(id, 1, { layer: 'ocr' })).text).toBe(null)
  })

  test('a correction is a new revision; the old ones stay readable', async () => {
    const { id } = await it.add(['Oid text'], { language: 'en' })
    const old = (await read(id)).text
    const correction = { layer: 'transcription', language: 'en', content: 'Old text', basedOn: old.revision }
    const reply = await correct(id, correction)
    expect(reply.status, reply.text).toBe(200)
    expect(reply.body).toMatchObject({
      basedOn: old.revision,
      content: 'Old text',
      tool: null,
      layer: 'transcription',
    })
    const now = (await read(id)).text
    expect(now).toMatchObject({ revision: reply.body.revision, content: 'Old text' })
    expect((await read(id, 1, { revision: old.revision })).text).toEqual(old)
    const { items } = (await it.get(`/documents/${id}/pages/1/text/revisions`)).body
    expect(items.map((revision: object) => Object.keys(revision).toSorted())).toEqual(
      Array(2).fill(['basedOn', 'by', 'createdAt', 'id', 'language', 'layer', 'tool']),
    )
    expect(items.map(({ id, basedOn }: { id: string; basedOn: string }) => [id, basedOn])).toEqual([
      [old.revision, null],
      [now.revision, old.revision],
    ])
    const late = await correct(id, { ...correction, content: 'Mine' })
    expect(problem(late, 409, 'conflict').detail).toContain(now.revision)
    expect((await read(id)).text).toEqual(now)
    const found = async (q: string) => (await it.get('/search').query({ q })).body.total.documents
    expect([await found('oid'), await found('"old text"')]).toEqual([0, 1])
  })

  test('a correction needs to say nothing but the text; wrong things are named', async () => {
    const { id } = await it.add(['x'])
    expect((await correct(id, { content: 'y' })).body).toMatchObject({
      layer: 'transcription',
      language: null,
    })
    expect((await read(id)).text.content).toBe('y')
    expect(wrongPaths(await correct(id, { layer: 'x', content: 7, note: 'z' })).toSorted()).toEqual([
      ...['content', 'layer', 'note'],
    ])
    expect(wrongPaths(await correct(id, { content: 'z', basedOn: 'v-none' }))).toEqual(['basedOn'])
    problem(await correct('d-none', { content: 'z' }), 404, 'not-found')
    expect((await correct(id, { content: 'a\u0000b\r\nc' })).body.content).toBe('ab\nc')
  })

  test('each layer has its own text; a transcription is shown before what machines read', async () => {
    const { id } = await it.add(['transcribed'])
    for (const [layer, content] of [
      ['ocr', 'rnachine'],
      ['embedded', 'embedded'],
      ['translation:en', 'translated'],
    ])
      expect((await correct(id, { layer, content })).status).toBe(200)
    const page = await read(id)
    expect(page.layers.toSorted()).toEqual(['embedded', 'ocr', 'transcription', 'translation:en'])
    expect(page.text.content).toBe('transcribed')
    expect((await read(id, 1, { layer: 'translation:en' })).text.content).toBe('translated')
    const whole = await it.get(`/documents/${id}/text?layer=ocr`)
    expect(whole.text).toBe('rnachine')
  })

  test('the whole text is plain text with form feeds between the pages', async () => {
    const { id } = await it.add(['Pirmas', '', 'Третья'])
    const reply = await it.get(`/documents/${id}/text`)
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(reply.text).toBe('Pirmas\f\fТретья')
    const none = await it.add([])
    expect((await it.get(`/documents/${none.id}/text`)).text).toBe('')
    problem(await it.get('/documents/d-none/text'), 404, 'not-found')
  })

  test('a long document comes whole', async () => {
    const pages = Array.from({ length: 250 }, (_, n) => `Page ${n + 1}`)
    const { id, pageCount } = await it.add(pages)
    expect(pageCount).toBe(250)
    expect((await it.get(`/documents/${id}/text`, nobody)).text).toBe(pages.join('\f'))
    const numbers: number[] = []
    for (let cursor = ''; ; ) {
      const { items, next } = (await it.get(`/documents/${id}/pages`).query({ limit: 100, cursor })).body
      numbers.push(...items.map(({ number }: { number: number }) => number))
      if (next === null) break
      cursor = next
    }
    expect(numbers).toEqual(pages.map((_, n) => n + 1))
  })

  test('readers change nothing', async () => {
    const { id } = await it.add(['x'])
    problem(
      await it.put(`/documents/${id}/pages/1/text`, nobody).send({ content: 'y' }),
      401,
      'unauthenticated',
    )
    expect((await read(id)).text.content).toBe('x')
  })
})
