import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOpenIdProvider, clientSecret, type TestProvider } from '../support/openid-provider.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'
import { aPerson, by, goodPassword } from './people.ts'

/** A port that nobody listens on: the provider wants to know before where the archive will be. */
async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Cookies by their names, kept as a browser keeps them. */
function aBrowser(kept: Record<string, string> = {}) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (address: string) => {
    const { host } = new URL(address)
    const jar = jars.get(host) ?? new Map(Object.entries(kept))
    jars.set(host, jar)
    return jar
  }
  async function ask(address: string, options: RequestInit = {}) {
    const jar = jarOf(address)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(address, {
      redirect: 'manual',
      ...options,
      headers: { ...options.headers, ...(cookie && { Cookie: cookie }) },
    })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  /** Goes where it is sent until it is sent nowhere, or to a page. */
  async function follow(address: string, until: RegExp): Promise<string> {
    for (let at = address, n = 0; n < 12; n++) {
      if (until.test(at)) return at
      const reply = await ask(at)
      const next = reply.headers.get('location')
      if (next === null) throw new Error(`${at}: ${reply.status} ${await reply.text()}`)
      at = new URL(next, at).href
    }
    throw new Error('It went round and round.')
  }
  return { ask, follow, cookiesAt: (address: string) => Object.fromEntries(jarOf(address)) }
}

describe('signing in by an OpenID provider', () => {
  let provider: TestProvider
  let it: Served
  let origin = ''
  beforeAll(async () => {
    const port = await aFreePort()
    origin = `http://127.0.0.1:${port}`
    provider = await anOpenIdProvider(() => [`${origin}/api/v1/session/openid/callback`])
    it = await aServedArchive(
      {
        FONDS_OIDC_ISSUER: provider.issuer,
        FONDS_OIDC_CLIENT_ID: 'fonds',
        FONDS_OIDC_CLIENT_SECRET: clientSecret,
        FONDS_OIDC_NAME: 'The university',
      },
      port,
    )
  })
  afterAll(async () => {
    await it.close()
    await provider.close()
  })

  const claims = (sub: string, part: object = {}) => ({
    sub,
    name: `The ${sub}`,
    email: `${sub}@example.org`,
    email_verified: true,
    ...part,
  })

  async function enter(wish: object, browser = aBrowser()) {
    const begun = await browser.ask(`${origin}/api/v1/session/openid`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify(wish),
    })
    const { address } = (await begun.json()) as { address: string }
    const arrived = await browser.follow(address, /^http:\/\/127\.0\.0\.1:\d+\/(?!api|auth|interaction)/)
    const session = (await (await browser.ask(`${origin}/api/v1/session`)).json()) as { id: string }
    return { arrived: arrived.replace(origin, ''), session, browser }
  }

  const invite = async (wish: object) => {
    const { body } = await it.post('/invitations').send({ role: 'archivist', ...wish })
    return new URL(body.address).hash.slice(1)
  }

  test('is offered by name', async () => {
    expect((await it.get('/session', nobody)).body.provider).toBe('The university')
  })

  test('makes an account of whoever holds an invitation, who is then known, by name and where they came from', async () => {
    const secret = await invite({})
    provider.enter(claims('ona'))
    const first = await enter({ secret, next: '/documents' })
    expect(first).toMatchObject({
      arrived: '/documents',
      session: { name: 'The ona', login: 'ona@example.org', role: 'archivist', signedIn: true },
    })
    expect((await it.get(`/accounts/${first.session.id}`)).body).toMatchObject({
      hasPassword: false,
      identity: { issuer: provider.issuer, subject: 'ona' },
    })
    const again = await enter({})
    expect(again).toMatchObject({ arrived: '/', session: { id: first.session.id } })
    expect(again.browser.cookiesAt(origin)).not.toHaveProperty('fonds_entry')
    problem(
      await it.post('/session', nobody).send({ login: 'ona@example.org', password: '' }),
      401,
      'unauthenticated',
    )
  })

  test('finds the invitation that waits for a verified address, and for no other', async () => {
    await invite({ login: 'jonas@example.org', role: 'annotator' })
    provider.enter(claims('jonas', { email_verified: false }))
    expect(await enter({})).toMatchObject({
      arrived: '/sign-in?trouble=forbidden',
      session: { signedIn: false },
    })
    provider.enter(claims('jonas'))
    expect((await enter({})).session).toMatchObject({ role: 'annotator', login: 'jonas@example.org' })
  })

  test('refuses whoever was not invited, and whoever is disabled', async () => {
    provider.enter(claims('stranger'))
    expect(await enter({})).toMatchObject({
      arrived: '/sign-in?trouble=forbidden',
      session: { signedIn: false },
    })
    const secret = await invite({})
    provider.enter(claims('leaving'))
    const { session } = await enter({ secret })
    await it.patch(`/accounts/${session.id}`).send({ disabled: true })
    expect(await enter({})).toMatchObject({
      arrived: '/sign-in?trouble=forbidden',
      session: { signedIn: false },
    })
  })

  test('takes nobody for another who has the same name here, but lets them join the two', async () => {
    const { id, as } = await aPerson(it, 'reader', 'greta@example.org')
    provider.enter(claims('greta'))
    expect((await enter({ secret: await invite({}) })).session.id).not.toBe(id)
    provider.enter(claims('greta-2', { email: 'greta@example.org' }))
    const cookie = as.Cookie.replace('fonds_session=', '')
    expect((await enter({}, aBrowser({ fonds_session: cookie }))).session).toMatchObject({
      id,
      login: 'greta@example.org',
    })
    expect((await enter({})).session).toMatchObject({ id })
    const byPassword = await it
      .post('/session', nobody)
      .send({ login: 'greta@example.org', password: goodPassword })
    expect(byPassword.body).toMatchObject({ id })
  })

  test('does not let in by an answer that this browser did not ask for, nor by one that was used', async () => {
    provider.enter(claims('ona'))
    const victim = aBrowser()
    const begun = await it.post('/session/openid', by('x=1')).send({})
    expect(begun.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^fonds_entry=[\w-]+; Path=\/api\/v1\/session\/openid; Max-Age=600; HttpOnly; SameSite=Lax$/,
      ),
    ])
    const attacker = aBrowser()
    const callback = await attacker.follow(begun.body.address, /\/callback\?/)
    const [, state = ''] = /fonds_entry=([^;]+)/.exec(String(begun.headers['set-cookie'])) ?? []
    const land = async (cookie: string) =>
      (await victim.ask(callback, { headers: cookie === '' ? {} : { Cookie: cookie } })).headers.get(
        'location',
      )
    expect(await land('')).toBe(`${origin}/sign-in?trouble=unauthenticated`)
    const own = aBrowser({ fonds_entry: state })
    expect((await own.ask(callback)).headers.get('location')).toBe(`${origin}/`)
    expect((await aBrowser({ fonds_entry: state }).ask(callback)).headers.get('location')).toMatch(/trouble/)
    const refused = await it.get('/session/openid/callback?error=access_denied', nobody)
    expect(refused.headers.location).toMatch(/\/sign-in\?trouble=unauthenticated$/)
  })

  test('leads to pages of this archive only, and is told where there is no provider', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])
      problem(await it.post('/session/openid', nobody).send({ next }), 400, 'invalid-input')
    const plain = await aServedArchive()
    problem(await plain.post('/session/openid', nobody).send({}), 404, 'not-found')
    await plain.close()
    const lost = await aServedArchive({ FONDS_OIDC_ISSUER: 'http://127.0.0.1:9', FONDS_OIDC_CLIENT_ID: 'x' })
    problem(await lost.post('/session/openid', nobody).send({}), 502, 'unreached')
    await lost.close()
  })
})
