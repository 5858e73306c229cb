import { request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyQuery, anyText, smallQuery } from '../domain/search/queries.ts'
import { percentEncoded } from '../support/encode.ts'
import { isLong } from '../support/long.ts'
import { aServedArchive, type Served } from './client.ts'

const numRuns = isLong ? 20_000 : 200
const timeout = isLong ? 600_000 : undefined

describe('whatever is searched for', () => {
  let it: Served
  let document: string
  beforeAll(async () => {
    it = await aServedArchive()
    const pages = ['a b c abc', 'abcd B d-a Baltic States', 'Deportation to Šiauliai, ещё 12:30.']
    document = (await it.add(pages, { title: 'A Baltic paper', date: '1941-06', language: 'en' })).id
    await it.add(['b c a bca'], { title: 'Riga' })
  })
  afterAll(() => it.close())

  /** The status and the body of an answer; the path goes out as it is. */
  const get = async (path: string): Promise<{ status: number; body: string }> => {
    const { port } = it.server.address() as AddressInfo
    const asking = ask({ port, host: '127.0.0.1', path: `/api/v1${path}` })
    const reply = await new Promise<IncomingMessage>((resolve, reject) =>
      asking.once('response', resolve).once('error', reject).end(),
    )
    return { status: reply.statusCode ?? 0, body: await textOf(reply) }
  }
  /** The answer is results, or a problem that is the client's; a query that cannot be read has its column. */
  const expectAnswer = async (path: string): Promise<number> => {
    const { status, body } = await get(path)
    expect(status, body).toBeOneOf([200, 400])
    if (status === 200) return status
    const { type, errors } = JSON.parse(body)
    expect(type).toMatch(/^\/problems\/invalid-(query|input)$/)
    if (type === '/problems/invalid-query')
      expect(errors).toMatchObject([{ path: 'q', column: expect.any(Number) }])
    return status
  }

  test(
    'the answer is results or a problem that says what is wrong, never a failure',
    async () => {
      const statuses = new Set<number>()
      const anything = fc.oneof(anyQuery, smallQuery, anyText)
      const path = fc.constantFrom('/search', '/search', `/documents/${document}/search`, '/search.jsonl')
      const more = fc.constantFrom('', '&match=any', '&in=annotations', '&in=text', '&sort=date')
      await fc.assert(
        fc.asyncProperty(path, anything, more, async (path, q, more) => {
          const given = path.startsWith('/search') ? more : ''
          statuses.add(await expectAnswer(`${path}?q=${percentEncoded(q)}${given}`))
        }),
        { numRuns },
      )
      expect([...statuses].toSorted()).toEqual([200, 400])
    },
    timeout,
  )

  test('even if it is long, or no text at all', async () => {
    for (const q of ['a'.repeat(10_000), 'a-'.repeat(5_000), '('.repeat(9_999), '*'.repeat(10_000)])
      expect(await expectAnswer(`/search?q=${percentEncoded(q)}`), q.slice(0, 9)).toBe(400)
    expect(await expectAnswer(`/search?q=${'a'.repeat(10_001)}`)).toBe(400)
    expect((await get(`/search?q=${percentEncoded('📜'.repeat(10_000))}`)).status).toBe(431)
    expect(await expectAnswer(`/search?q=${'a'.repeat(1_000)}`)).toBe(200)
    for (const q of ['%', '%zz', '%00', '%00a', '%ff', '%C0%80', '%ED%A0%80', '%F5%80%80%80', '%E2%80%AE'])
      await expectAnswer(`/search?q=${q}`)
    for (const q of ['q[]=a', 'q', 'q=a&q=b', '__proto__=a', 'q=a&__proto__=b', 'q=a;b'])
      await expectAnswer(`/search?${q}`)
  })
})
