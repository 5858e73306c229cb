import { describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { digestOfToken, signIn } from '../../src/actions/sign-in.ts'
import { newId } from '../../src/tools/ids.ts'
import { openSqlite } from '../sqlite/open.ts'
import { now } from '../support/builders.ts'

const adminToken = 'an-administrator-token-for-tests-0123456789'

describe('signing in', () => {
  const tokens = { byDigest: async () => null, list: async () => [] }
  const deps = { tokens, adminDigest: digestOfToken(adminToken), anonymous: 'none' } as const

  test('without credentials makes a stranger, or a reader where the archive is open', async () => {
    expect(await signIn(deps, undefined)).toEqual({ id: 'anonymous', role: 'stranger' })
    expect(await signIn({ ...deps, anonymous: 'reader' }, undefined)).toEqual({
      id: 'anonymous',
      role: 'reader',
    })
  })

  test('with the token of the environment makes the administrator', async () => {
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
    const opened = openSqlite()
    const make = { tokenWriter: opened.write.tokens, newId, clock: () => now }
    const { token, stored } = await addToken(make, 'fonds', 'reading room', 'reader')
    const enter = () => signIn({ ...deps, tokens: opened.tokens }, `Bearer ${token}`)
    expect(await enter()).toEqual({ id: stored.id, role: 'reader' })
    await opened.write.tokens.revoke({ actor: 'fonds', at: now, id: stored.id })
    expect(await enter()).toBe('bad-token')
  })

  test('leaves no token in the archive, only its digest', async () => {
    const { write, db } = openSqlite()
    const { token } = await addToken(
      { tokenWriter: write.tokens, newId, clock: () => now },
      'fonds',
      'x',
      'reader',
    )
    const everything = db.serialize()
    expect(everything.includes(token)).toBe(false)
    expect(everything.includes(Buffer.from(digestOfToken(token)))).toBe(true)
    expect(token).toMatch(/^fonds_[\w-]{43}$/)
  })
})
