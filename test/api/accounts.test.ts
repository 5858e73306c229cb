import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'
import { aPerson, by, cookieIn, goodPassword } from './people.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: 'https://fonds.example' })
})
afterAll(() => it.close())

const own = (as: Record<string, string>) => ({ ...as, Origin: 'https://fonds.example' })
const signIn = (login: string, password: string) => it.post('/session', nobody).send({ login, password })

describe('an invitation', () => {
  test('is an address that lets somebody in once, as what they were invited to be', async () => {
    const invited = await it
      .post('/invitations')
      .send({ role: 'archivist', login: 'Ona', name: 'Ona Onaitė' })
    expect(invited.status).toBe(201)
    expect(invited.body).toMatchObject({ purpose: 'invitation', role: 'archivist', login: 'ona' })
    const [, secret = ''] = /^https:\/\/fonds\.example\/join#([\w-]{43})$/.exec(invited.body.address) ?? []
    const listed = await it.get('/invitations')
    expect(listed.body.items).toMatchObject([{ id: invited.body.id }])
    expect(listed.text).not.toContain(secret)
    const held = await it.post('/invitations/read', nobody).send({ secret })
    expect([held.status, held.body]).toMatchObject([
      200,
      { login: 'ona', name: 'Ona Onaitė', role: 'archivist' },
    ])

    const accept = { secret, login: 'ONA', name: 'Ona Onaitė', password: goodPassword }
    const joined = await it.post('/invitations/accept', nobody).send(accept)
    expect(joined.status).toBe(201)
    expect(joined.body).toMatchObject({ login: 'ona', name: 'Ona Onaitė', role: 'archivist', signedIn: true })
    expect(joined.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^fonds_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
      ),
    ])
    expect((await it.get('/session', by(cookieIn(joined)))).body).toEqual(joined.body)
    problem(
      await it.post('/invitations/accept', nobody).send({ ...accept, login: 'other' }),
      404,
      'not-found',
    )
    problem(await it.post('/invitations/read', nobody).send({ secret }), 404, 'not-found')
  })

  test('that could not be used for want of a better name or password still stands', async () => {
    await aPerson(it, 'reader', 'taken')
    const { body } = await it.post('/invitations').send({ role: 'reader' })
    const secret = new URL(body.address).hash.slice(1)
    const accept = (login: string, password: string) =>
      it.post('/invitations/accept', nobody).send({ secret, login, password })
    problem(await accept('taken', goodPassword), 409, 'conflict')
    expect(wrongPaths(await accept('new', 'short'))).toEqual(['password'])
    expect(wrongPaths(await accept('two words', goodPassword))).toEqual(['login'])
    expect((await accept('new', goodPassword)).body).toMatchObject({ name: 'new', role: 'reader' })
  })

  test('is withdrawn, and made for nobody who is there', async () => {
    await aPerson(it, 'reader', 'here')
    problem(await it.post('/invitations').send({ role: 'reader', login: 'HERE' }), 409, 'conflict')
    const { body } = await it.post('/invitations').send({ role: 'reader' })
    expect((await it.delete(`/invitations/${body.id}`)).status).toBe(204)
    problem(await it.delete(`/invitations/${body.id}`), 404, 'not-found')
    const secret = new URL(body.address).hash.slice(1)
    problem(await it.post('/invitations/read', nobody).send({ secret }), 404, 'not-found')
  })

  test('is for administrators to make', async () => {
    const { as } = await aPerson(it, 'archivist', 'archivist')
    problem(await it.post('/invitations', own(as)).send({ role: 'administrator' }), 403, 'forbidden')
    expect(wrongPaths(await it.post('/invitations').send({ role: 'stranger' }))).toEqual(['role'])
  })
})

describe('signing in with a name and a password', () => {
  test('lets in, whichever letters the name is typed in', async () => {
    const { id } = await aPerson(it, 'annotator', 'jonas')
    const reply = await signIn(' JONAS ', goodPassword)
    expect([reply.status, reply.body]).toMatchObject([
      200,
      { id, role: 'annotator', name: 'The jonas', login: 'jonas' },
    ])
  })

  test('does not tell whether the name or the password was wrong', async () => {
    await aPerson(it, 'reader', 'known')
    const told = []
    for (const [login, password] of [
      ['known', 'wrong password'],
      ['unknown', goodPassword],
      ['not a name', goodPassword],
      ['', ''],
    ]) {
      const reply = await signIn(login ?? '', password ?? '')
      expect(reply.headers['set-cookie']).toBeUndefined()
      told.push(problem(reply, 401, 'unauthenticated').detail)
    }
    expect(new Set(told).size).toBe(1)
  })

  test('is not for whoever is disabled, whose sessions end and whose tokens do nothing until they are enabled', async () => {
    const { id, as } = await aPerson(it, 'reader', 'leaving')
    const { token } = (await it.post('/tokens', own(as)).send({ name: 'script' })).body
    const bearer = { Authorization: `Bearer ${token}` }
    expect((await it.get('/session', bearer)).body).toMatchObject({ id, role: 'reader' })
    expect((await it.patch(`/accounts/${id}`).send({ disabled: true })).body.disabledAt).toMatch(/^2/)
    problem(await signIn('leaving', goodPassword), 401, 'unauthenticated')
    expect((await it.get('/session', as)).body.signedIn).toBe(false)
    problem(await it.get('/session', bearer), 401, 'unauthenticated')
    await it.patch(`/accounts/${id}`).send({ disabled: false })
    expect((await signIn('leaving', goodPassword)).status).toBe(200)
    expect((await it.get('/session', bearer)).status).toBe(200)
  })
})

describe('a password', () => {
  test('is changed by whoever knows it, which ends their other sessions', async () => {
    const { as } = await aPerson(it, 'reader', 'careful')
    const other = by(cookieIn(await signIn('careful', goodPassword)))
    const change = (current: string, password: string) =>
      it.put('/session/password', own(as)).send({ current, password })
    problem(await change('wrong password', 'another good one'), 403, 'forbidden')
    expect(wrongPaths(await change(goodPassword, 'careful'))).toEqual(['password'])
    expect((await change(goodPassword, 'another good one')).status).toBe(204)
    expect((await it.get('/session', as)).body.signedIn).toBe(true)
    expect((await it.get('/session', other)).body.signedIn).toBe(false)
    problem(await signIn('careful', goodPassword), 401, 'unauthenticated')
    expect((await signIn('careful', 'another good one')).status).toBe(200)
  })

  test('that was forgotten is chosen anew by a link, which ends all sessions and works once', async () => {
    const { id, as } = await aPerson(it, 'archivist', 'forgetful')
    const made = await it.post(`/accounts/${id}/password`)
    expect([made.status, made.body]).toMatchObject([
      201,
      { purpose: 'password', account: id, login: 'forgetful' },
    ])
    const secret = new URL(made.body.address).hash.slice(1)
    problem(
      await it.post('/invitations/accept', nobody).send({ secret, login: 'second', password: goodPassword }),
      409,
      'conflict',
    )
    const reset = () => it.put('/invitations/password', nobody).send({ secret, password: 'a third good one' })
    const reply = await reset()
    expect([reply.status, reply.body]).toMatchObject([200, { id, role: 'archivist' }])
    expect((await it.get('/session', as)).body.signedIn).toBe(false)
    problem(await reset(), 404, 'not-found')
    expect((await signIn('forgetful', 'a third good one')).status).toBe(200)
    problem(await it.post('/accounts/n-none/password'), 404, 'not-found')
  })

  test('belongs to accounts: a token has none', async () => {
    problem(
      await it.put('/session/password').send({ current: 'x', password: goodPassword }),
      403,
      'forbidden',
    )
    problem(
      await it.put('/session/password', nobody).send({ current: 'x', password: 'y' }),
      401,
      'unauthenticated',
    )
  })
})

describe('sessions', () => {
  test('are listed for whose they are, and ended one by one or all others', async () => {
    const { as } = await aPerson(it, 'reader', 'travelling')
    const elsewhere = async () =>
      by(
        cookieIn(
          await it
            .post('/session', { 'User-Agent': 'elsewhere' })
            .send({ login: 'travelling', password: goodPassword }),
        ),
      )
    const [second, third] = [await elsewhere(), await elsewhere()]
    const { items } = (await it.get('/sessions', as)).body
    expect(items.map((item: { current: boolean }) => item.current)).toEqual([false, false, true])
    expect(items[0]).toMatchObject({ agent: 'elsewhere' })
    expect((await it.delete(`/sessions/${items[0].id}`, own(as))).status).toBe(204)
    problem(await it.delete(`/sessions/${items[0].id}`, own(as)), 404, 'not-found')
    const { as: stranger } = await aPerson(it, 'reader', 'someone-else')
    problem(await it.delete(`/sessions/${items[1].id}`, own(stranger)), 404, 'not-found')
    expect((await it.get('/session', third)).body.signedIn).toBe(false)
    problem(await it.delete('/sessions/', own(as)), 404, 'not-found')
    expect((await it.delete('/sessions', own(as))).body).toEqual({ ended: 1 })
    expect((await it.get('/session', second)).body.signedIn).toBe(false)
    expect((await it.get('/session', as)).body.signedIn).toBe(true)
    problem(await it.get('/sessions', nobody), 401, 'unauthenticated')
  })
})

describe('accounts', () => {
  test('are listed, read and revised by administrators, and the last administrator stays', async () => {
    const { id, as } = await aPerson(it, 'administrator', 'chief')
    const read = await it.get(`/accounts/${id}`)
    expect(read.body).toMatchObject({
      login: 'chief',
      role: 'administrator',
      hasPassword: true,
      identity: null,
    })
    expect(JSON.stringify(read.body)).not.toContain('argon2')
    problem(await it.patch(`/accounts/${id}`).send({ role: 'reader' }), 409, 'conflict')
    const stale = { ...keeper, 'If-Match': '"0-x"' }
    problem(await it.patch(`/accounts/${id}`, stale).send({ name: 'x' }), 412, 'precondition-failed')
    const etag = String(read.headers.etag)
    const renamed = await it
      .patch(`/accounts/${id}`, { ...own(as), 'If-Match': etag })
      .send({ name: 'C. C.' })
    expect([renamed.status, renamed.body.name]).toEqual([200, 'C. C.'])
    expect((await it.get('/accounts?limit=100')).body.items).toContainEqual(renamed.body)
    problem(await it.get('/accounts', nobody), 401, 'unauthenticated')
    problem(await it.get('/accounts/n-none'), 404, 'not-found')
  })

  test('are called by their names where they did something', async () => {
    const { id } = await aPerson(it, 'archivist', 'signing')
    expect((await it.get(`/people/${id}`, nobody)).body).toEqual({ id, name: 'The signing' })
    problem(await it.get('/people/n-none', nobody), 404, 'not-found')
  })
})

describe('tokens', () => {
  test('of an account stand for it, do no more than they were made for, and are revoked', async () => {
    const { id, as } = await aPerson(it, 'archivist', 'programmer')
    const make = (wish: object) => it.post('/tokens', own(as)).send(wish)
    const made = await make({ name: 'a script', role: 'annotator', expiresAt: '2999-01-01T00:00:00Z' })
    expect([made.status, made.body]).toMatchObject([
      201,
      { name: 'a script', role: 'annotator', account: id },
    ])
    const bearer = { Authorization: `Bearer ${made.body.token}` }
    expect((await it.get('/session', bearer)).body).toMatchObject({
      id,
      role: 'annotator',
      login: 'programmer',
    })
    problem(await it.post('/documents', bearer).send({ title: 'x' }), 403, 'forbidden')
    const listed = (await it.get('/tokens', own(as))).body.items
    expect(listed).toMatchObject([{ id: made.body.id, name: 'a script' }])
    expect(JSON.stringify(listed)).not.toContain(made.body.token)
    expect((await it.get('/tokens')).body.items).toContainEqual(listed[0])
    problem(await make({ name: 'more', role: 'administrator' }), 403, 'forbidden')
    expect(wrongPaths(await make({ name: 'past', expiresAt: '2020-01-01T00:00:00Z' }))).toEqual(['expiresAt'])
    problem(await it.post('/tokens', bearer).send({ name: 'child' }), 403, 'forbidden')
    const { as: another } = await aPerson(it, 'archivist', 'another-one')
    problem(await it.delete(`/tokens/${made.body.id}`, own(another)), 404, 'not-found')
    expect((await it.delete(`/tokens/${made.body.id}`, own(as))).status).toBe(204)
    problem(await it.get('/session', bearer), 401, 'unauthenticated')
    problem(await it.post('/tokens', nobody).send({ name: 'x' }), 401, 'unauthenticated')
  })
})
