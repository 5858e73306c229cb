import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { percentEncoded } from '../support/encode.ts'
import type { Furniture } from './furnished.ts'
import { oddHeaders } from './odd-headers.ts'
import { anyOddText, anyOddValue, oddJson } from './odd-values.ts'
import type { Raw } from './raw.ts'
import { type Known, type Schema, spoilt, valuesOf } from './schema-values.ts'

type Asked = { in: string; name: string; required?: boolean; schema: Schema }

export type Operation = {
  operationId: string
  method: string
  path: string
  parameters?: Asked[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, object>
}

/** The operations that a description of an API tells. */
export const operationsOf = (document: { paths: Record<string, Record<string, object>> }): Operation[] =>
  Object.entries(document.paths).flatMap(([path, ways]) =>
    Object.entries(ways).map(
      ([method, told]) => ({ ...told, method: method.toUpperCase(), path }) as Operation,
    ),
  )

const anyHeaders: fc.Arbitrary<[string, string][]> = fc
  .array(
    fc
      .constantFrom(...Object.keys(oddHeaders))
      .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(oddHeaders[name] ?? [])))),
    { maxLength: 3 },
  )
  .map((all) => [...new Map(all)])

/** What tus asks for, whole. */
const piece: [string, string][] = [
  ['Tus-Resumable', '1.0.0'],
  ['Upload-Offset', '0'],
  ['Upload-Length', '9'],
]

/** Any request to an operation: for the most part such as it takes, with something wrong in it. */
export function anyRequest(
  operation: Operation,
  schemas: Known['schemas'],
  furniture: Furniture,
  credentials: readonly [string, string][][],
): fc.Arbitrary<Raw> {
  const ids = Object.values(furniture)
  const known = { schemas, ids }
  const target = anyTarget(operation, known, furniture)
  const body =
    operation.requestBody || operation.method !== 'GET' ? anyBody(operation, known) : fc.constant(none)
  const extra = fc.oneof({ weight: 2, arbitrary: fc.constant<[string, string][]>([]) }, anyHeaders)
  const tus = fc.constantFrom(operation.path.includes('/tus') ? piece : [], [])
  const head = fc.constantFrom(
    ...(operation.method === 'GET' ? ['GET', 'GET', 'GET', 'HEAD'] : [operation.method]),
  )
  return fc
    .record({ method: head, from: fc.ipV4(), target, body, extra, tus, as: fc.constantFrom(...credentials) })
    .map(({ method, from, target, body, extra, tus, as }) => ({
      method,
      target,
      body: body.bytes,
      headers: [
        ...new Map([
          ['Host', 'archive.example'],
          ['X-Forwarded-For', from],
          ...as,
          ...body.headers,
          ...tus,
          ...extra,
        ]),
      ],
    }))
}

const ofPictures = [
  'full',
  'max',
  '0',
  'default.jpg',
  'square',
  '100,',
  'pct:10,10,20,20',
  'default.png',
  '90',
]

function anyTarget(
  { path, parameters = [] }: Operation,
  known: Known,
  furniture: Furniture,
): fc.Arbitrary<string> {
  const segments = path.split('/').map((segment, at, all) => {
    const [, name] = /^\{(\w+)\}$/.exec(segment) ?? []
    if (name === undefined) return fc.constant(segment)
    const right =
      furniture[name] ?? furniture[all[at - 1] ?? ''] ?? furniture[`${all[at - 1]?.slice(0, -1)}Id`]
    const number = parameters.find((parameter) => parameter.name === name)?.schema.type === 'integer'
    const good = right ? [right] : number ? ['1', '2'] : [...ofPictures, 'transcription', 'not-found', '1']
    return fc
      .oneof(
        { weight: 8, arbitrary: fc.constantFrom(...good) },
        fc.constantFrom('none', ...known.ids),
        anyOddText,
      )
      .map((text) => percentEncoded(text))
  })
  const asked = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) =>
      fc.oneof(
        fc.constant(''),
        fc
          .oneof({ weight: 3, arbitrary: valuesOf(known, schema, name) }, anyOddText)
          .map((value) => `${name}=${percentEncoded(written(value))}`),
      ),
    )
  const stray = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    fc.constantFrom(
      '__proto__=1',
      'constructor[prototype][x]=1',
      'q',
      'q=a&q=b',
      '%',
      '%ff=1',
      'limit=1&limit=2',
      '&&=&',
      'a'.repeat(9_000),
    ),
  )
  return fc.tuple(fc.tuple(...segments), fc.tuple(...asked), stray).map(([parts, pairs, other]) => {
    const query = [...pairs, other].filter((pair) => pair !== '').join('&')
    return `${parts.join('/')}${query === '' ? '' : `?${query}`}`
  })
}

type Body = { bytes: Buffer; headers: [string, string][] }

const none: Body = { bytes: Buffer.alloc(0), headers: [] }

const sized = (type: string, bytes: Buffer): Body => ({
  bytes,
  headers: [
    ...(type ? [['Content-Type', type] as [string, string]] : []),
    ['Content-Length', String(bytes.length)],
  ],
})

function anyBody({ requestBody, path }: Operation, known: Known): fc.Arbitrary<Body> {
  const kinds = Object.entries(requestBody?.content ?? {})
  const ways = kinds.map(([type, { schema }]) => {
    if (type.startsWith('multipart/')) return anyForm(known, schema)
    const whole = valuesOf(known, schema)
    const json = fc.oneof(
      { weight: 3, arbitrary: whole },
      { weight: 3, arbitrary: spoilt(whole) },
      anyOddValue,
    )
    const text = fc.oneof(
      { weight: 7, arbitrary: json.map((value) => JSON.stringify(value) ?? '') },
      fc.constantFrom(...oddJson),
    )
    return fc.tuple(text, fc.nat(30)).map(([written, way]) => encoded(type, Buffer.from(written), way))
  })
  if (path.includes('/tus'))
    ways.push(fc.constant(sized('application/offset+octet-stream', Buffer.from('some text'))))
  return ways.length > 0
    ? fc.oneof({ weight: 9, arbitrary: fc.oneof(...ways) }, fc.constant(none))
    : fc.oneof(
        { weight: 5, arbitrary: fc.constant(none) },
        fc.constant(sized('application/json', Buffer.from('{"a":1}'))),
      )
}

/** Now and then not as it should be written: packed, cut short, in pieces, with bytes that are no UTF-8. */
function encoded(type: string, bytes: Buffer, way: number): Body {
  if (way === 0) return sized(type, gzipSync(bytes))
  if (way === 1)
    return {
      ...sized(type, bytes),
      headers: [
        ['Content-Type', type],
        ['Content-Length', String(bytes.length >> 1)],
      ],
    }
  if (way === 2)
    return sized(
      type,
      Buffer.concat([bytes.subarray(0, 5), Buffer.from([0xc0, 0xaf, 0xff]), bytes.subarray(5)]),
    )
  if (way > 4) return sized(type, bytes)
  const size = way === 3 ? bytes.length.toString(16) : 'zz'
  const chunked = Buffer.concat([Buffer.from(`${size}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')])
  return {
    bytes: chunked,
    headers: [
      ['Content-Type', type],
      ['Transfer-Encoding', 'chunked'],
    ],
  }
}

function anyForm(known: Known, schema: Schema): fc.Arbitrary<Body> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => {
    const content =
      name === 'files' ? anyOddText : fc.oneof(valuesOf(known, of), spoilt(valuesOf(known, of))).map(written)
    return fc.record({ name: fc.constant(name), content, file: fc.constant(name === 'files') })
  })
  const stray = fc.record({ name: anyOddText, content: anyOddText, file: fc.boolean() })
  const name = fc.oneof(fc.constantFrom('a.txt', 'a.html', 'a.csv', 'a.pdf', 'a.xml'), anyOddText)
  const parts = fc.array(fc.oneof({ weight: 8, arbitrary: fc.oneof(...fields) }, stray), { maxLength: 4 })
  return fc.tuple(parts, name, fc.nat(20)).map(([parts, name, way]) => {
    const text = parts.map(({ name: field, content, file }) => {
      const named = file ? `; filename="${inHeader(name)}"` : ''
      return `--b\r\nContent-Disposition: form-data; name="${inHeader(field)}"${named}\r\n\r\n${content}\r\n`
    })
    return sized(
      `multipart/form-data; boundary=${way === 0 ? 'other' : 'b'}`,
      Buffer.from(`${text.join('')}${way === 1 ? '' : '--b--\r\n'}`),
    )
  })
}

const written = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const inHeader = (text: string) => text.replace(/["\r\n]/g, (letter) => percentEncoded(letter))
