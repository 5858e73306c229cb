import { describe, expect, test } from 'vitest'
import { digestOfSecret } from '../../src/actions/secrets.ts'
import type { Holder } from '../../src/ports/sessions.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, hoursLater, now } from '../support/builders.ts'
import { anAccount } from './account-store.ts'
import type { Open } from './opened.ts'

const digest = digestOfSecret('one')

const aSession = (holder: Holder, part: object = {}) => ({
  actor,
  at: now,
  id: newId('q'),
  digest,
  holder,
  agent: 'a browser',
  expiresAt: hoursLater(24),
  ...part,
})

/** What every store of sessions promises. */
export function sessionStoreContract(open: Open) {
  describe('sessions', () => {
    test('let in who began them, as what they are now, until they end', async () => {
      const { sessions, write } = await open()
      const account = await write.accounts.add(anAccount({ role: 'archivist' }))
      const holder = { kind: 'account', id: account.id } as const
      const begun = aSession(holder)
      await write.sessions.begin(begun)
      expect(await sessions.byDigest(digest, now)).toEqual({
        id: begun.id,
        actor: account.id,
        role: 'archivist',
        groups: [],
        there: [],
        holder,
        createdAt: now,
        seenAt: now,
      })
      expect(await sessions.byDigest(digest, hoursLater(24))).toBe(null)
      await write.sessions.touch({ id: begun.id, at: hoursLater(2), expiresAt: hoursLater(48) })
      expect(await sessions.byDigest(digest, hoursLater(24))).toMatchObject({ seenAt: hoursLater(2) })
      await write.accounts.revise({ actor, at: now, id: account.id, role: 'reader' })
      expect(await sessions.byDigest(digest, now)).toMatchObject({ role: 'reader' })
      await write.accounts.revise({ actor, at: now, id: account.id, disabled: true })
      expect(await sessions.byDigest(digest, now)).toBe(null)
      await write.accounts.revise({ actor, at: now, id: account.id, disabled: false })
      expect(await sessions.byDigest(digest, now)).toBe(null)
    })

    test('of a token end with it, and belong to its account', async () => {
      const { sessions, write } = await open()
      const account = await write.accounts.add(anAccount({ role: 'archivist' }))
      const token = { id: newId('t'), name: 'x', role: 'reader', digest: digestOfSecret('token') } as const
      await write.tokens.add({ actor, at: now, ...token, account: account.id, expiresAt: hoursLater(2) })
      const begun = aSession({ kind: 'token', id: token.id })
      await write.sessions.begin(begun)
      expect(await sessions.byDigest(digest, now)).toMatchObject({ actor: account.id, role: 'reader' })
      expect(await sessions.of(account.id, now)).toMatchObject([{ id: begun.id }])
      expect(await sessions.byDigest(digest, hoursLater(2))).toBe(null)
      await write.tokens.revoke({ actor, at: now, id: token.id })
      expect(await sessions.byDigest(digest, now)).toBe(null)
    })

    test('of the administrator tell by which token they were begun', async () => {
      const { sessions, write } = await open()
      const proof = digestOfSecret('of the environment')
      await write.sessions.begin(aSession({ kind: 'administrator', id: 'administrator', proof }))
      expect(await sessions.byDigest(digest, now)).toMatchObject({
        actor: 'administrator',
        role: 'administrator',
        holder: { kind: 'administrator', proof: Buffer.from(proof) },
      })
    })

    test('are ended one by one or all but one, and only by whose they are', async () => {
      const { sessions, write } = await open()
      const { id } = await write.accounts.add(anAccount())
      const holder = { kind: 'account', id } as const
      const begun = ['one', 'two', 'three'].map((secret) =>
        aSession(holder, { digest: digestOfSecret(secret) }),
      )
      for (const session of begun) await write.sessions.begin(session)
      const [one, two, three] = begun.map((session) => session.id)
      const end = (session: string | undefined, whose: string) =>
        write.sessions.end({ actor, at: now, id: session ?? '', holder: whose })
      await expect(end(one, 'n-another')).rejects.toMatchObject({ fault: 'not-found' })
      await end(one, id)
      await expect(end(one, id)).rejects.toMatchObject({ fault: 'not-found' })
      expect((await sessions.of(id, now)).map((session) => session.id)).toEqual([three, two])
      expect(await write.sessions.endOthers({ actor, at: now, holder: id, keep: two ?? null })).toBe(1)
      expect((await sessions.of(id, now)).map((session) => session.id)).toEqual([two])
    })
  })
}
