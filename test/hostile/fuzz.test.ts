import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, type Served } from '../api/client.ts'
import { aPerson } from '../api/people.ts'
import { isLong } from '../support/long.ts'
import { anyRequest, type Operation, operationsOf } from './any-request.ts'
import { furnish, furnishNames, furnishWork } from './furnished.ts'
import { type Answered, ask, type Raw } from './raw.ts'
import type { Known } from './schema-values.ts'

const seed = Number(process.env.FONDS_TEST_SEED ?? (isLong ? Date.now() % 2 ** 31 : 1941))
const rounds = isLong ? 52 : 1
const each = isLong ? 1_000 : 300

describe('whatever is sent to the operations of the API, as whoever', () => {
  let it: Served
  let port = 0
  let operations: Operation[] = []
  let schemas: Known['schemas'] = {}
  const failures = vi.fn()
  beforeAll(async () => {
    it = await aServedArchive()
    port = (it.server.address() as AddressInfo).port
    vi.spyOn(it.archive.deps.log, 'error').mockImplementation(failures)
    const document = (await it.get('/openapi.json')).body
    schemas = document.components.schemas
    // Loading the samples takes longer than all the rest.
    operations = operationsOf(document).filter(({ operationId }) => operationId !== 'loadSamples')
    expect(operations.length).toBeGreaterThan(200)
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => it.close())

  /** The headers of everybody who may ask, and of some who may not. */
  async function everybody(login: string): Promise<[string, string][][]> {
    const tokens = await Promise.all(
      (['reader', 'annotator', 'archivist', 'administrator'] as const).map(async (role) => {
        const { token } = await addToken(it.archive.deps, 'test', { name: role, role })
        return [['Authorization', `Bearer ${token}`]] as [string, string][]
      }),
    )
    const person = await aPerson(it, 'archivist', login)
    const cookie: [string, string][] = Object.entries(person.as)
    // Most by those who may do most: what is refused at the door tells little.
    return [
      ...tokens,
      ...tokens.slice(2),
      ...tokens.slice(3),
      cookie,
      [],
      [['Authorization', 'Bearer wrong']],
    ]
  }

  test(
    'it is done, or refused in a sentence, and never fails',
    async () => {
      const wrong = new Map<string, string>()
      const told = { requests: 0, slowest: 0, slow: '', statuses: new Map<number, number>() }
      // First of all: who sends many wrong secrets may not join.
      const people = []
      for (let round = 0; round < rounds; round++)
        people.push({
          everyone: await everybody(`person${round}`),
          member: await aPerson(it, 'reader', `member${round}`),
        })
      const delay = monitorEventLoopDelay()
      delay.enable()
      for (const [round, { everyone, member }] of people.entries()) {
        const say = (field: string) => `${field} ${round}`
        const furniture = {
          ...(await furnish(it, say, await furnishNames(it, say))),
          ...(await furnishWork(it, say)),
          accountId: member.id,
        }
        const any = fc
          .constantFrom(...operations)
          .chain((operation) =>
            anyRequest(operation, schemas, furniture, everyone).map((raw) => ({ operation, raw })),
          )
        for (const { operation, raw } of fc.sample(any, { numRuns: each, seed: seed + round })) {
          const before = failures.mock.calls.length
          const answered = (answer: Answered) => {
            told.statuses.set(answer.status, (told.statuses.get(answer.status) ?? 0) + 1)
            if (answer.ms > told.slowest)
              Object.assign(told, { slowest: answer.ms, slow: `${raw.method} ${raw.target.slice(0, 200)}` })
            return faultOf(operation, raw, answer)
          }
          const found = await ask(port, raw).then(answered).catch(String)
          told.requests += 1
          const logged = failures.mock.calls.slice(before).map(([{ err }]) => err?.stack ?? String(err))
          const fault = found ?? (logged.length > 0 ? 'It logged a failure.' : null)
          if (fault !== null) wrong.set(`${operation.operationId}: ${fault}`, shown(raw, [fault, ...logged]))
        }
        if (isLong) console.info(`round ${round}: ${told.requests} requests`, ...wrong.values())
      }
      delay.disable()
      if (isLong) console.info(`seed ${seed}`, told, `longest pause of the event loop ${delay.max / 1e6} ms`)
      expect([...wrong.values()], `seed ${seed}`).toEqual([])
      expect(told.statuses.get(200)).toBeGreaterThan(told.requests / 20)
      expect(delay.max / 1e6).toBeLessThan(3_000)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect('polluted' in {}).toBe(false)
      expect((await it.get('/documents', keeper)).status).toBe(200)
    },
    isLong ? 3_600_000 : undefined,
  )
})

/** What is wrong with an answer; null where nothing is. */
function faultOf({ responses }: Operation, raw: Raw, { status, headers, body }: Answered): string | null {
  if (status === 503) return headers['retry-after'] ? null : 'It is busy, and does not say until when.'
  if (status >= 500) return `It answers ${status}.`
  // Without an id it is the address of the list.
  const isList = /\/(\?|$)/.test(raw.target)
  if (!(status in responses) && !anywhere.has(status) && !isList)
    return `It answers ${status}, which it does not tell of.`
  if (raw.method === 'HEAD') return null
  const type = headers['content-type'] ?? ''
  if (status >= 400) {
    if (type !== 'application/problem+json; charset=utf-8') return `It answers ${status} as ${type}.`
    const problem = JSON.parse(body.toString())
    const whole = problem.status === status && /^\/problems\/[\w-]+$/.test(problem.type)
    return whole && problem.detail.trim().length > 8 ? null : `It answers ${status} without a sentence.`
  }
  if (status < 300 && /[/+]json(;|$)/.test(type)) JSON.parse(body.toString())
  return null
}

/** What the frame answers, whatever the operation is: 403 to pages of another origin that come with a cookie. */
const anywhere = new Set([400, 401, 403, 404, 405, 413, 415, 417, 429, 431])

const shown = ({ method, target, headers, body }: Raw, also: readonly string[]) =>
  `${method} ${target.slice(0, 300)}\n${headers.map(([name, value]) => `${name}: ${value.slice(0, 80)}`).join('\n')}\n${body.subarray(0, 600)}\n${also.join('\n')}`
