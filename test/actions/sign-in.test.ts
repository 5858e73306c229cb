import { describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { digestOfSecret } from '../../src/actions/secrets.ts'
import { beginByPassword, beginByToken } from '../../src/actions/session.ts'
import { signIn, signInByCookie } from '../../src/actions/sign-in.ts'
import { newId } from '../../src/tools/ids.ts'
import { argonPasswords } from '../../src/tools/passwords.ts'
import { openSqlite } from '../sqlite/open.ts'
import { hoursLater, now } from '../support/builders.ts'

const adminToken = 'an-administrator-token-for-tests-0123456789'

function anArchive(part: object = {}) {
  const { write, ...opened } = openSqlite()
  return {
    ...opened,
    tokenWriter: write.tokens,
    sessionWriter: write.sessions,
    accountWriter: write.accounts,
    passwords: argonPasswords(),
    provider: null,
    newId,
    clock: () => now,
    adminDigest: digestOfSecret(adminToken) as Uint8Array | null,
    anonymous: 'none' as 'none' | 'reader',
    ...part,
  }
}

describe('signing in', () => {
  test('without credentials makes a stranger, or a reader where the archive is open', async () => {
    expect(await signIn(anArchive(), undefined)).toEqual({ id: 'anonymous', role: 'stranger' })
    expect(await signIn(anArchive({ anonymous: 'reader' }), undefined)).toEqual({
      id: 'anonymous',
      role: 'reader',
    })
  })

  test('with the token of the environment makes the administrator', async () => {
    const deps = anArchive()
    expect(await signIn(deps, `Bearer ${adminToken}`)).toEqual({ id: 'administrator', role: 'administrator' })
    for (const wrong of [
      adminToken,
      `Bearer ${adminToken}x`,
      `Bearer ${adminToken.toUpperCase()}`,
      'Bearer ',
      '',
    ])
      expect(await signIn(deps, wrong), wrong).toBe('bad-token')
    expect(await signIn({ ...deps, adminDigest: null }, `Bearer ${adminToken}`)).toBe('bad-token')
  })

  test('with a token of the archive makes who it was made for, until it is revoked', async () => {
    const deps = anArchive()
    const { token, stored } = await addToken(deps, 'fonds', { name: 'reading room', role: 'reader' })
    const enter = () => signIn(deps, `Bearer ${token}`)
    expect(await enter()).toEqual({ id: stored.id, role: 'reader' })
    await deps.tokenWriter.revoke({ actor: 'fonds', at: now, id: stored.id })
    expect(await enter()).toBe('bad-token')
  })

  test('leaves no token and no secret of a session in the archive, only their digests', async () => {
    const deps = anArchive()
    const { token } = await addToken(deps, 'fonds', { name: 'x', role: 'reader' })
    const { secret } = await beginByToken(deps, token, { agent: null, address: null, former: null })
    const everything = deps.db.serialize()
    for (const text of [token, secret]) {
      expect(everything.includes(text)).toBe(false)
      expect(everything.includes(Buffer.from(digestOfSecret(text)))).toBe(true)
    }
    expect(token).toMatch(/^fonds_[\w-]{43}$/)
    expect(secret).toMatch(/^[\w-]{43}$/)
  })
})

describe('a name and a password', () => {
  test('that are refused are noted with the account, and nobody waits for that', async () => {
    const deps = anArchive()
    const account = await deps.accountWriter.add({
      ...{ actor: 'x', at: now, id: newId('n'), login: 'ona', name: 'Ona', role: 'reader' },
      ...{ password: await deps.passwords.hash('correct horse'), identity: null, link: null },
    })
    const slow = { ...deps.accountWriter, noteRefusal: () => new Promise<void>(() => {}) }
    const browser = { agent: null, address: '192.0.2.1', former: null }
    const wrong = { login: 'ona', password: 'wrong' }
    await expect(beginByPassword({ ...deps, accountWriter: slow }, wrong, browser)).rejects.toMatchObject({
      fault: 'unauthenticated',
    })
    await expect(beginByPassword(deps, wrong, browser)).rejects.toMatchObject({ fault: 'unauthenticated' })
    const refused = deps.db.prepare(
      "select e.subject, p.payload from event e join event_payload p on p.event = e.seq where verb = 'refuse-sign-in'",
    )
    expect(refused.all()).toEqual([{ subject: account.id, payload: expect.stringContaining('192.0.2.1') }])
    expect(JSON.stringify(refused.all())).not.toContain('wrong')
  })
})

describe('a session', () => {
  const browser = { agent: 'a browser', address: null, former: null }

  test('begun with the token of the environment ends when another one is there', async () => {
    const deps = anArchive()
    const { secret } = await beginByToken(deps, adminToken, browser)
    expect(await signInByCookie(deps, secret)).toMatchObject({ id: 'administrator', role: 'administrator' })
    for (const adminDigest of [digestOfSecret('another token for the administrator'), null])
      expect(await signInByCookie({ ...deps, adminDigest }, secret)).toEqual({
        id: 'anonymous',
        role: 'stranger',
      })
  })

  test('lasts as long as it is used, and not for a month without', async () => {
    const deps = anArchive()
    const { secret } = await beginByToken(deps, adminToken, browser)
    const entered = async (hours: number) =>
      (await signInByCookie({ ...deps, clock: () => hoursLater(hours) }, secret)).role
    for (const days of [20, 40, 60]) expect(await entered(24 * days), `${days}`).toBe('administrator')
    expect(await entered(24 * 91)).toBe('stranger')
  })

  test('stands again when a clock that leapt ahead is put right, but not one that was begun meanwhile', async () => {
    let days = 0
    const clock = () => hoursLater(24 * days)
    const deps = anArchive({ clock })
    const { secret } = await beginByToken(deps, adminToken, browser)
    const expiresAt = hoursLater(24 * 90)
    const { token } = await addToken(deps, 'fonds', { name: 'a program', role: 'reader', expiresAt })
    const entered = async () => [
      (await signInByCookie(deps, secret)).role,
      (await signIn(deps, `Bearer ${token}`)) !== 'bad-token',
    ]
    expect(await entered()).toEqual(['administrator', true])
    days = 365
    expect(await entered()).toEqual(['stranger', false])
    const ahead = (await beginByToken(deps, adminToken, browser)).secret
    expect((await signInByCookie(deps, ahead)).role).toBe('administrator')
    days = 1
    expect(await entered()).toEqual(['administrator', true])
    expect((await signInByCookie(deps, ahead)).role).toBe('stranger')
    days = -365
    expect(await signIn(deps, `Bearer ${token}`)).toMatchObject({ role: 'reader' })
  })

  test('ends the one that the same browser had, so that a secret planted there is of no use', async () => {
    const deps = anArchive()
    const former = (await beginByToken(deps, adminToken, browser)).secret
    const next = (await beginByToken(deps, adminToken, { ...browser, former })).secret
    expect((await signInByCookie(deps, former)).role).toBe('stranger')
    expect((await signInByCookie(deps, next)).role).toBe('administrator')
  })
})
