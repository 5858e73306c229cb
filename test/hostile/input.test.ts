import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, asText, keeper, problem, type Served, wrongPaths } from '../api/client.ts'
import { aPerson, by } from '../api/people.ts'
import { ask } from './raw.ts'

let it: Served
let port = 0
beforeAll(async () => {
  it = await aServedArchive()
  port = (it.server.address() as AddressInfo).port
})
afterAll(() => it.close())

const headed = (headers: Record<string, string>, target = '/api/v1/documents', method = 'GET', body = '') =>
  ask(port, {
    ...{ method, target, body: Buffer.from(body) },
    headers: Object.entries({ Host: 'archive.example', ...keeper, ...headers }),
  })

describe('names of files', () => {
  const names = [
    ...[
      '../../etc/passwd',
      '..\\..\\boot.ini',
      '/etc/passwd',
      'C:\\x.txt',
      '..',
      '.',
      '%2e%2e%2fx',
      'con.txt',
    ],
    ...['a\r\nSet-Cookie: stolen=1\r\n\r\n<script>', '"; filename="x.html', "x';alert(1)//", '\u202etxt.exe'],
    ...[
      '<img src=x onerror=y>.html',
      'š'.repeat(120),
      '-rf',
      '$(id).txt',
      '`id`.txt',
      'a;b|c&d.txt',
      '\ufeff.txt',
    ],
  ]

  test('lead nowhere: each is kept by its digest, told as a name, and is no part of a header', async () => {
    const parts = names.map((name, at) => {
      const quoted = name.replace(/["\r\n]/g, (letter) => encodeURIComponent(letter))
      return `--b\r\nContent-Disposition: form-data; name="files"; filename="${quoted}"\r\n\r\ntext ${at}\r\n`
    })
    const form = `--b\r\nContent-Disposition: form-data; name="description"\r\n\r\n{"title":"x"}\r\n${parts.join('')}--b--\r\n`
    const sent = {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': String(Buffer.byteLength(form)),
    }
    const added = await headed(sent, '/api/v1/documents', 'POST', form)
    expect(added.status, added.body.toString()).toBe(201)
    await it.idle()
    const { witnesses } = (await it.get(`/documents/${JSON.parse(added.body.toString()).id}`)).body
    expect(witnesses[0].files).toHaveLength(names.length)
    for (const { id } of witnesses[0].files) {
      const reply = await headed({}, `/api/v1/files/${id}/content?download=true`)
      expect(reply.body.toString()).toMatch(/^text \d+$/)
      expect(reply.headers).toMatchObject({
        'content-disposition': expect.stringMatching(
          /^attachment(; filename=("(?:[^"\\\r\n/]|\\["\\])*"|[^\s";/\\]+))?(; filename\*=UTF-8''[^\s";/\\]+)?$/,
        ),
        'content-security-policy': expect.stringContaining('sandbox'),
        'x-content-type-options': 'nosniff',
      })
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
    const kept =
      /^(catalogue\.sqlite|lock\.db|incoming$|originals(\/[0-9a-f]{2}(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?)?$)/
    const all = await readdir(it.home, { recursive: true })
    expect(all.filter((path) => !kept.test(path))).toEqual([])
    expect((await readdir(dirname(it.home))).filter((name) => /boot\.ini|passwd|^etc$/.test(name))).toEqual(
      [],
    )
  })

  test('HTML and SVG that was uploaded is saved and never shown, whatever it says it is', async () => {
    const script = '<script>alert(1)</script>'
    const files = {
      'a.html': script,
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
      'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
    }
    const added = await it.upload(
      { title: 'x' },
      Object.entries(files).map(([name, bytes]) => ({ name, bytes, type: 'image/png' })),
    )
    await it.idle()
    for (const { id } of added.body.witnesses[0].files) {
      const { headers } = await it.get(`/files/${id}/content`).buffer().parse(asText)
      expect([headers['content-disposition']?.split(';')[0], headers['x-content-type-options']]).toEqual([
        'attachment',
        'nosniff',
      ])
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox/)
    }
  })
})

describe('keys of prototypes', () => {
  test('are fields that are not known, in bodies, queries and forms, and change nothing', async () => {
    const bodies = [
      '{"__proto__": {"title": "x", "polluted": 1}}',
      '{"title": "x", "__proto__": {"polluted": 1}}',
      '{"constructor": {"prototype": {"polluted": 1}}}',
    ]
    for (const body of bodies) {
      const sent = await it.post('/documents').set('Content-Type', 'application/json').send(body)
      expect(wrongPaths(sent)).toEqual([body.includes('__proto__') ? '__proto__' : 'constructor'])
    }
    for (const query of [
      '__proto__[polluted]=1',
      'constructor[prototype][polluted]=1',
      '__proto__=1',
      'toString=1',
    ])
      problem(await it.get(`/documents?${query}`), 400, 'invalid-input')
    for (const name of [
      '__proto__',
      '__proto__[polluted]',
      'constructor[prototype][polluted]',
      'a[__proto__][polluted]',
    ])
      problem(
        await it.post('/documents').field('description', '{"title":"x"}').field(name, '1'),
        400,
        'invalid-input',
      )
    const note = '{"type": "Annotation", "target": "urn:x", "__proto__": {"polluted": 1}}'
    const { status } = await it.post('/annotations/').set('Content-Type', 'application/json').send(note)
    expect(status).toBeLessThan(500)
    expect('polluted' in {}).toBe(false)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('secrets', () => {
  test('of a session do nothing when anything is changed in them', async () => {
    const { as } = await aPerson(it, 'archivist', 'ona')
    const secret = as.Cookie.split('=')[1] ?? ''
    const isKnown = async (cookie: string) => (await it.get('/session', by(cookie))).body.signedIn as boolean
    expect(await isKnown(`fonds_session=${secret}`)).toBe(true)
    const flipped = `${secret.slice(0, -2)}${secret.at(-2) === 'A' ? 'B' : 'A'}${secret.at(-1)}`
    const swapped = secret.replace(/[a-zA-Z]/g, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    const changed = [
      secret.slice(0, -1),
      `${secret}A`,
      flipped,
      swapped,
      `${secret}%00`,
      `"${secret}"`,
      secret.split('').reverse().join(''),
    ]
    for (const one of changed) expect(await isKnown(`fonds_session=${one}`), one).toBe(false)
    expect(await isKnown(`fonds_session=; fonds_session=${secret}`)).toBe(false)
    for (const name of ['FONDS_SESSION', 'fonds_session ', '__Host-fonds_session', 'fonds_entry'])
      expect(await isKnown(`${name}=${secret}`.replace(' =', '=x; y=')), name).toBe(false)
    expect((await it.get('/documents', { Authorization: `Bearer ${secret}` })).status).toBe(401)
  })

  test('that never were, are revoked, expired or of a disabled account are answered alike', async () => {
    const { deps } = it.archive
    const make = async (more: object = {}) =>
      await addToken(deps, 'test', { name: 'x', role: 'reader', ...more })
    const revoked = await make()
    await deps.tokenWriter.revoke({ actor: 'test', at: deps.clock(), id: revoked.stored.id })
    const expired = await make({ expiresAt: '2020-01-01T00:00:00.000Z' })
    const person = await aPerson(it, 'reader', 'jonas')
    const ofDisabled = await make({ account: person.id })
    expect((await it.get('/documents', { Authorization: `Bearer ${ofDisabled.token}` })).status).toBe(200)
    expect((await it.patch(`/accounts/${person.id}`).send({ disabled: true })).status).toBe(200)
    const never = `fonds_${'A'.repeat(43)}`
    const answers = []
    for (const token of [
      never,
      revoked.token,
      expired.token,
      ofDisabled.token,
      'x',
      `${never}${'A'.repeat(5_000)}`,
    ]) {
      const { status, headers, body } = await headed({ Authorization: `Bearer ${token}` })
      const { date: _, 'x-request-id': id = '', ...kept } = headers
      answers.push({ status, kept, body: body.toString().replace(id, '') })
    }
    expect(answers[0]?.status).toBe(401)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('what is far too much', () => {
  test('is refused in a sentence', async () => {
    expect((await headed({ Accept: 'x'.repeat(20_000) })).status).toBe(431)
    expect((await headed({}, `/api/v1/documents?type=${'x'.repeat(20_000)}`)).status).toBe(431)
    problem(await it.post('/documents').send({ title: 'x'.repeat(1_100_000) }), 413, 'too-large')
    problem(await it.post('/documents').send({ subjects: Array(50_000).fill('x') }), 400, 'invalid-input')
    const deep = `{"title":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
    problem(
      await it.post('/documents').set('Content-Type', 'application/json').send(deep),
      400,
      'invalid-input',
    )
    const parts = (count: number, head: string) =>
      `${Array.from({ length: count }, () => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\nx\r\n`).join('')}--b--\r\n`
    const form = { 'Content-Type': 'multipart/form-data; boundary=b' }
    for (const body of [
      parts(60, 'name="x"'),
      parts(1_001, 'name="files"; filename="a.txt"'),
      parts(1, `name="${'n'.repeat(300)}"`),
    ])
      problem(await it.post('/documents').set(form).send(body), 400, 'invalid-input')
    expect((await it.get('/documents')).status).toBe(200)
    expect(await readdir(join(it.home, 'incoming'))).toEqual([])
  })
})
