import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

describe('recognition that is off', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_OCR: 'off' })
  })
  afterAll(() => it.close())

  test('is said to be, to archivists only', async () => {
    expect((await it.get('/recognition')).body).toEqual({ engine: null, languages: [], places: 0 })
    problem(await it.get('/recognition', nobody), 401, 'unauthenticated')
    expect((await it.get('/recognition/doubtful')).body).toEqual({ items: [], next: null })
    problem(await it.get('/recognition/doubtful?below=200'), 400, 'invalid-input')
  })

  test('cannot be asked for, nor of texts that were typed', async () => {
    const { id, witnesses } = await it.add(['typed'])
    const [file] = witnesses[0].files
    problem(await it.post(`/files/${file.id}/recognition`).send({}), 409, 'conflict')
    problem(await it.post(`/documents/${id}/pages/1/recognition`).send({}), 409, 'conflict')
    problem(await it.post(`/documents/${id}/pages/9/recognition`).send({}), 404, 'not-found')
    problem(await it.post('/files/f-none/recognition').send({}), 404, 'not-found')
    problem(
      await it.post(`/files/${file.id}/recognition`).send({ languages: ['Klingon!'] }),
      400,
      'invalid-input',
    )
  })
})
