import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { echoApp, posting } from './echo.ts'

const { app } = echoApp()
const post = posting(app)
const errorsOf = async (body: unknown, path?: string) => {
  const reply = await post(body, path)
  expect([reply.status, reply.body.type], reply.text).toEqual([400, '/problems/invalid-input'])
  return reply.body.errors
}
const unknown = 'is not known here; leave it out or check its spelling'

describe('params and query', () => {
  test('arrive with their types and defaults', async () => {
    const { body } = await post({}, '/echo/12?in=text&in=notes')
    expect(body).toMatchObject({ params: { number: 12 }, query: { limit: 20, in: ['text', 'notes'] } })
    expect((await post({}, '/echo/12?limit=7&in=text')).body.query).toEqual({ limit: 7, in: ['text'] })
  })

  test('wrong values are named by their parameter', async () => {
    expect(await errorsOf({}, '/echo/twelve')).toMatchObject([{ path: 'number' }])
    expect(await errorsOf({}, '/echo/1?limit=101')).toMatchObject([{ path: 'limit' }])
  })

  test('unknown parameters are refused, each by its name', async () => {
    expect(await errorsOf({}, '/echo/1?page=2&__proto__=x&limit=3')).toEqual([
      { path: 'page', message: unknown },
      { path: '__proto__', message: unknown },
    ])
  })

  test('a parameter given twice is refused unless it takes several', async () => {
    expect(await errorsOf({}, '/echo/1?limit=1&limit=2&other=1')).toEqual([
      { path: 'limit', message: 'is given 2 times; give it once' },
      { path: 'other', message: unknown },
    ])
  })
})

describe('the body', () => {
  test('arrives with its defaults', async () => {
    expect((await post({ title: 'Šiauliai' })).body.body).toEqual({ title: 'Šiauliai', names: [] })
  })

  test('unknown fields are refused at every depth, each by its path', async () => {
    const tree = { name: 'a', parts: [{ name: 'b', parts: [{ name: 'c', extra: 1 }] }] }
    const body = {
      titel: 'x',
      names: [{ text: 'a' }, { text: 'b', lang: 'lt' }],
      tree,
      notes: { a: { says: 'x', by: 'y' } },
    }
    const errors: { path: string; message: string }[] = await errorsOf(body)
    expect(errors.map(({ path }) => path).toSorted()).toEqual([
      'names.1.lang',
      'notes.a.by',
      'titel',
      'tree.parts.0.parts.0.extra',
    ])
    expect(errors.every(({ message }) => message === unknown)).toBe(true)
  })

  test('a shape that is declared open keeps what it is given', async () => {
    const csl = { type: 'book', publisher: 'x', issued: { 'date-parts': [[1941]] } }
    expect((await post({ csl })).body.body.csl).toEqual(csl)
  })

  test('of a union the alternative that was meant is spoken of', async () => {
    expect(await errorsOf({ value: { edtf: '1941', calendar: 'julian' } })).toEqual([
      { path: 'value.calendar', message: unknown },
    ])
    expect(await errorsOf({ value: { none: false } })).toMatchObject([{ path: 'value.none' }])
    expect(await errorsOf({ period: { is: 'to' } })).toEqual([{ path: 'period.to', message: 'is required' }])
    expect(await errorsOf({ period: { is: 'never' } })).toMatchObject([{ path: 'period.is' }])
  })

  test('an impossible value says what is possible', async () => {
    const [error] = await errorsOf({ kind: 'decree' })
    expect(error).toMatchObject({ path: 'kind', message: expect.stringMatching(/order.*letter/) })
  })

  test('all that is wrong is said at once, and again in the detail', async () => {
    const { body } = await post({ title: 3, kind: 4, extra: 5 })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['title', 'kind', 'extra'])
    expect(body.detail).toMatch(/title: .*kind: .*extra: /)
  })

  test('no body, an array and null are each told apart from a body', async () => {
    for (const body of ['', '[]', 'null', '"x"'])
      expect(await errorsOf(body), body).toMatchObject([{ path: 'body' }])
    const reply = await request(app).post('/api/v1/echo/1')
    expect(reply.body.errors).toEqual([{ path: 'body', message: 'is required' }])
  })

  test('a route that takes none accepts nothing and an empty object, and names what else comes', async () => {
    expect((await request(app).post('/api/v1/bare')).status).toBe(200)
    expect((await post({}, '/bare')).status).toBe(200)
    expect(await errorsOf({ force: true }, '/bare')).toEqual([{ path: 'force', message: unknown }])
  })

  test('keys that are special to the language are fields like any other', async () => {
    expect(await errorsOf('{"__proto__": {"isAdmin": true}}')).toEqual([
      { path: '__proto__', message: unknown },
    ])
    expect(await errorsOf('{"constructor": {"prototype": 1}}')).toEqual([
      { path: 'constructor', message: unknown },
    ])
    expect((await post('{"csl": {"type": "book", "__proto__": {"isAdmin": true}}}')).body.body.csl).toEqual({
      type: 'book',
    })
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })
})

describe('idempotency keys', () => {
  test('are handed on, null without one, and 400 if no token', async () => {
    const withKey = (key: string) => request(app).post('/api/v1/echo/1').set('Idempotency-Key', key).send({})
    expect((await withKey('a-1')).body.idempotencyKey).toBe('a-1')
    expect((await post({})).body.idempotencyKey).toBeNull()
    expect((await withKey('two words')).body.errors).toMatchObject([{ path: 'Idempotency-Key' }])
    expect((await withKey('x'.repeat(256))).status).toBe(400)
  })
})
