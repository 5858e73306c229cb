import { describe, expect, test } from 'vitest'
import { digestOfSecret } from '../../src/actions/secrets.ts'
import type { Account } from '../../src/domain/people/account.ts'
import type { EntryLink } from '../../src/domain/people/entry-link.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, hoursLater, now } from '../support/builders.ts'
import { all, type Open } from './opened.ts'

export const anAccount = (part: Partial<Pick<Account, 'login' | 'name' | 'role' | 'identity'>> = {}) => ({
  actor,
  at: now,
  id: newId('n'),
  login: 'jonas',
  name: 'Jonas',
  role: 'reader' as const,
  password: '$argon2id$…',
  identity: null,
  link: null as string | null,
  ...part,
})

const aLink = (secret: string, part: Partial<EntryLink> = {}) => ({
  actor,
  at: now,
  digest: digestOfSecret(secret),
  link: {
    id: newId('l'),
    purpose: 'invitation',
    account: null,
    login: null,
    name: null,
    role: 'annotator',
    madeBy: actor,
    createdAt: now,
    expiresAt: hoursLater(24),
    ...part,
  } satisfies EntryLink,
})

/** What every store of accounts promises. */
export function accountStoreContract(open: Open) {
  describe('accounts', () => {
    test('are found by id, by the name to sign in with and by who they are elsewhere', async () => {
      const { accounts, write } = await open()
      const identity = { issuer: 'https://id.example', subject: '7' }
      const added = await write.accounts.add(anAccount({ identity }))
      expect(added).toMatchObject({
        login: 'jonas',
        role: 'reader',
        hasPassword: true,
        disabledAt: null,
        version: 1,
      })
      expect(added).not.toHaveProperty('password')
      expect(await accounts.find(added.id)).toEqual(added)
      expect(await accounts.byLogin('jonas')).toEqual({ ...added, password: '$argon2id$…' })
      expect(await accounts.byIdentity(identity)).toEqual(added)
      expect(await accounts.byIdentity({ ...identity, subject: '8' })).toBe(null)
      expect(await accounts.nameOf(added.id)).toBe('Jonas')
      expect(await accounts.nameOf('n-none')).toBe(null)
    })

    test('are listed page by page, each once', async () => {
      const { accounts, write } = await open()
      for (const login of ['a1', 'b2', 'c3']) await write.accounts.add(anAccount({ login }))
      const first = await accounts.list({ limit: 2, cursor: null })
      const rest = await accounts.list({ limit: 2, cursor: first.next })
      expect([...first.items, ...rest.items].map(({ login }) => login)).toEqual(['a1', 'b2', 'c3'])
      expect(rest.next).toBe(null)
    })

    test('do not share a name to sign in with, nor who they are elsewhere', async () => {
      const { write } = await open()
      const identity = { issuer: 'https://id.example', subject: '7' }
      await write.accounts.add(anAccount({ identity }))
      for (const part of [{}, { login: 'other', identity }])
        await expect(write.accounts.add(anAccount(part))).rejects.toMatchObject({ fault: 'conflict' })
    })

    test('are let in from elsewhere, each from another place', async () => {
      const { accounts, write } = await open()
      const [one, other] = [
        await write.accounts.add(anAccount()),
        await write.accounts.add(anAccount({ login: 'ona' })),
      ]
      const identity = { issuer: 'https://id.example', subject: '7' }
      const set = (id: string) => write.accounts.setIdentity({ actor, at: now, id, identity })
      expect(await set(one.id)).toMatchObject({ id: one.id, identity })
      expect(await set(one.id)).toMatchObject({ identity })
      expect(await accounts.byIdentity(identity)).toMatchObject({ id: one.id })
      await expect(set(other.id)).rejects.toMatchObject({ fault: 'conflict' })
    })

    test('are revised, and the last administrator stays one', async () => {
      const { accounts, write } = await open()
      const one = await write.accounts.add(anAccount({ role: 'administrator' }))
      const revise = (change: object) => write.accounts.revise({ actor, at: now, id: one.id, ...change })
      for (const change of [{ role: 'archivist' as const }, { disabled: true }])
        await expect(revise(change)).rejects.toMatchObject({ fault: 'conflict' })
      expect(await revise({ name: 'J. J.', expectedVersion: 1 })).toMatchObject({ name: 'J. J.', version: 2 })
      await expect(revise({ name: 'x', expectedVersion: 1 })).rejects.toMatchObject({
        fault: 'precondition-failed',
      })
      await write.accounts.add(anAccount({ login: 'ona', role: 'administrator' }))
      expect(await revise({ disabled: true })).toMatchObject({ disabledAt: now })
      expect(await revise({ disabled: false, role: 'reader' })).toMatchObject({
        disabledAt: null,
        role: 'reader',
      })
      expect((await accounts.list(all)).items.map(({ role }) => role)).toEqual(['reader', 'administrator'])
      await expect(write.accounts.revise({ actor, at: now, id: 'n-none' })).rejects.toMatchObject({
        fault: 'not-found',
      })
    })
  })

  describe('links that let somebody in', () => {
    test('stand until they are used, withdrawn or too old, and let in once', async () => {
      const { accounts, write } = await open()
      expect(await accounts.isBegun()).toBe(false)
      const made = await write.accounts.addLink(aLink('one'))
      const gone = await write.accounts.addLink(aLink('two'))
      expect(await accounts.isBegun()).toBe(true)
      expect(await accounts.linkOf(digestOfSecret('one'), now)).toEqual(made)
      expect(await accounts.linkOf(digestOfSecret('one'), hoursLater(24))).toBe(null)
      await write.accounts.withdrawLink({ actor, at: now, id: gone.id })
      expect(await accounts.links(now)).toEqual([made])
      await write.accounts.add({ ...anAccount(), link: made.id })
      expect(await accounts.linkOf(digestOfSecret('one'), now)).toBe(null)
      for (const used of [made.id, gone.id, 'l-none'])
        await expect(
          write.accounts.add({ ...anAccount({ login: 'ona' }), link: used }),
        ).rejects.toMatchObject({
          fault: 'not-found',
        })
      await expect(write.accounts.withdrawLink({ actor, at: now, id: gone.id })).rejects.toMatchObject({
        fault: 'not-found',
      })
    })

    test('are not used up by whoever could not join', async () => {
      const { accounts, write } = await open()
      await write.accounts.add(anAccount())
      const { id: link } = await write.accounts.addLink(aLink('one'))
      await expect(write.accounts.add({ ...anAccount(), link })).rejects.toMatchObject({ fault: 'conflict' })
      expect(await accounts.linkOf(digestOfSecret('one'), now)).not.toBe(null)
    })

    test('for another password set it and end all sessions but one; a newer one takes the place of the older', async () => {
      const { accounts, sessions, write } = await open()
      const { id } = await write.accounts.add(anAccount())
      const password = { purpose: 'password', account: id } as const
      await write.accounts.addLink(aLink('old', password))
      const { id: link } = await write.accounts.addLink(aLink('new', password))
      expect(await accounts.linkOf(digestOfSecret('old'), now)).toBe(null)
      const begin = (secret: string) => ({
        actor,
        at: now,
        id: newId('q'),
        digest: digestOfSecret(secret),
        holder: { kind: 'account', id } as const,
        agent: null,
        expiresAt: hoursLater(24),
      })
      const kept = begin('kept')
      await write.sessions.begin(kept)
      await write.sessions.begin(begin('ended'))
      const change = { actor, at: now, id, password: '$argon2id$new', link, keep: kept.id }
      await write.accounts.setPassword(change)
      expect((await accounts.byLogin('jonas'))?.password).toBe('$argon2id$new')
      expect(await sessions.byDigest(digestOfSecret('ended'), now)).toBe(null)
      expect(await sessions.byDigest(digestOfSecret('kept'), now)).toMatchObject({ id: kept.id })
      await expect(write.accounts.setPassword(change)).rejects.toMatchObject({ fault: 'not-found' })
    })
  })
}
