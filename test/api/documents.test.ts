import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminToken, aTestArchive, type TestArchive } from '../support/archive.ts'

describe('documents', () => {
  let it: TestArchive
  beforeAll(async () => {
    it = await aTestArchive({ FONDS_ANONYMOUS: 'reader' })
  })
  afterAll(() => it.close())
  const as = { Authorization: `Bearer ${adminToken}` }

  test('a text that was uploaded with a description is found, read and given back byte for byte', async () => {
    const bytes = Buffer.from('Trėmimas iš Šiaulių.\fAntras puslapis apie geležinkelį.')
    const added = await request(it.server)
      .post('/api/v1/documents')
      .set(as)
      .field('description', JSON.stringify({ title: 'Šiauliai', date: '1941-06', language: 'lt' }))
      .attach('files', bytes, 'Šiauliai.txt')
    expect(added.status, added.text).toBe(201)
    expect(added.body.witnesses[0].files[0]).toMatchObject({ name: 'Šiauliai.txt', bytes: bytes.length })
    await it.idle()
    const read = await request(it.server).get(`/api/v1/documents/${added.body.id}`)
    expect(read.body).toMatchObject({
      pageCount: 2,
      date: { earliest: '1941-06-01', latest: '1941-06-30', status: 'stated' },
    })
    const found = await request(it.server).get('/api/v1/search').query({ q: 'gelezinkeli' })
    expect(found.body.hits[0].pages[0]).toMatchObject({
      number: 2,
      snippet: 'Antras puslapis apie <mark>geležinkelį</mark>.',
    })
    const file = read.body.witnesses[0].files[0]
    const content = await request(it.server)
      .get(`/api/v1/files/${file.id}/content`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
      })
    expect(content.body.equals(bytes)).toBe(true)
  })
})
