import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPlainDate } from '../../src/domain/import/plain-date.ts'
import { aServedArchive, keeper, type Served } from '../api/client.ts'
import { isLong } from '../support/long.ts'
import { ask } from './raw.ts'

/** Letters that make careless expressions try every way there is. */
const repeated = [
  ...[
    'a',
    ' ',
    '(',
    '"',
    '-',
    ',',
    ';',
    '.',
    '/',
    '\\',
    '[',
    '{',
    '~',
    '*',
    '0',
    '9',
    '%',
    '=',
    '<',
    '\t',
    'é',
    '\u0300',
    'ﷺ',
  ],
  ...[
    'a ',
    '1-',
    '"a" ',
    'a OR ',
    '-a ',
    'a.b',
    '0,0 ',
    '<a>',
    '&#',
    'M0 0',
    'aa-',
    '[1..',
    '?~',
    'ab(',
    'title:',
    'W/"',
    ';q=',
  ],
]
const ends = ['!', '', '\u0000x', ')"]}']

describe('input that is long and repeats itself', () => {
  let it: Served
  let port = 0
  let page = ''
  beforeAll(async () => {
    it = await aServedArchive()
    port = (it.server.address() as AddressInfo).port
    page = `/api/v1/documents/${(await it.add(['some words'])).id}/pages/1`
  })
  afterAll(() => it.close())

  /** The milliseconds of the processor that sending a request and answering it takes, of this whole process. */
  async function costOf(
    headers: Record<string, string>,
    target: string,
    body = '',
    method = body ? 'POST' : 'GET',
  ) {
    const before = process.cpuUsage()
    const bytes = Buffer.from(body)
    const length: Record<string, string> = body
      ? { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }
      : {}
    const all = { Host: 'archive.example', ...keeper, ...length, ...headers }
    const { status } = await ask(port, { method, target, headers: Object.entries(all), body: bytes })
    const { user, system } = process.cpuUsage(before)
    expect(status).toBeLessThan(500)
    return (user + system) / 1000
  }

  /** Each of the long texts of about so many letters. */
  const texts = (length: number) =>
    repeated
      .filter((_, at) => isLong || at % 4 === 1)
      .flatMap((bit) =>
        (isLong ? ends : ends.slice(0, 1)).map((end) =>
          `${bit.repeat(Math.ceil(length / bit.length))}${end}`.slice(0, length + end.length),
        ),
      )

  async function costs(of: Record<string, (text: string) => Promise<number>>, length: number) {
    const slow: string[] = []
    for (const [where, cost] of Object.entries(of))
      for (const text of texts(length)) {
        const ms = await cost(text)
        // What else the process does is counted, too: whatever is truly slow is so again.
        if (ms > most && (await cost(text)) > most && (await cost(text)) > most)
          slow.push(`${where}: ${Math.round(ms)} ms for ${text.slice(0, 12)}… ${text.slice(-5)}`)
      }
    expect(slow).toEqual([])
  }
  const most = 400

  test('is soon read or refused in queries and headers', async () => {
    const inQuery = (path: string) => (text: string) =>
      costOf({}, `${path}${encodeURIComponent(text).slice(0, 7_000).replace(/%.?$/, '')}`)
    const inHeader =
      (name: string, path = '/api/v1/documents') =>
      (text: string) =>
        costOf(
          {
            [name]: Buffer.from(text)
              .toString('latin1')
              .replace(/(?!\t)\p{Cc}/gu, ''),
          },
          path,
        )
    await costs(
      {
        'the query language': inQuery('/api/v1/search?q='),
        dates: inQuery('/api/v1/dates?text='),
        'a cursor': inQuery('/api/v1/documents?cursor='),
        suggest: inQuery('/api/v1/suggest?q='),
        oembed: inQuery('/oembed?url='),
        Accept: inHeader('Accept', page),
        Cookie: inHeader('Cookie'),
        'If-None-Match': inHeader('If-None-Match', page),
        Range: inHeader('Range', page),
        'Content-Type': inHeader('Content-Type'),
        Prefer: inHeader('Prefer', '/annotations/'),
        Authorization: inHeader('Authorization'),
        'X-Forwarded-For': inHeader('X-Forwarded-For'),
      },
      7_000,
    )
  }, 120_000)

  test('is soon read or refused in bodies, as long as they may be', async () => {
    const target = (selector: object) => ({ type: 'Annotation', target: { source: page, selector } })
    const sent = (path: string, body: (text: string) => unknown) => (text: string) =>
      costOf({}, path, JSON.stringify(body(text)))
    const claim = (property: string, value: (text: string) => object) =>
      sent(`${page.replace('/pages/1', '')}/claims`, (text) => ({ property, value: value(text) }))
    await costs(
      {
        'a quote': sent('/annotations/', (exact) => target({ type: 'TextQuoteSelector', exact })),
        'a picture': sent('/annotations/', (value) =>
          target({ type: 'SvgSelector', value: `<svg><path d="${value}"/></svg>` }),
        ),
        'a fragment': sent('/annotations/', (value) => target({ type: 'FragmentSelector', value })),
        HTML: sent('/annotations/', (value) => ({
          type: 'Annotation',
          target: page,
          body: { type: 'TextualBody', value, format: 'text/html' },
        })),
        EDTF: claim('date', (edtf) => ({ edtf })),
        'a language': claim('language', (text) => ({ text })),
        'an address': claim('title', (text) => ({ text })),
        names: sent('/agents', (name) => ({ kind: 'person', names: [name] })),
        works: sent('/sources', (title) => ({ type: 'book', title, DOI: title, URL: title, ISBN: title })),
        'a name to sign in with': sent('/session', (login) => ({ login, password: login })),
      },
      20_000,
    )
  }, 120_000)

  test('is soon read as a date of a table', () => {
    for (const text of texts(3_000)) {
      const before = process.cpuUsage()
      readPlainDate(text)
      expect(process.cpuUsage(before).user / 1000, text.slice(0, 12)).toBeLessThan(most)
    }
  })
})
