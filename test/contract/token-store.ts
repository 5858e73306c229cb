import { describe, expect, test } from 'vitest'
import { digestOfSecret } from '../../src/actions/secrets.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, hoursLater, now } from '../support/builders.ts'
import { anAccount } from './account-store.ts'
import type { Open } from './opened.ts'

/** What every store of tokens promises. */
export function tokenStoreContract(open: Open) {
  describe('tokens', () => {
    const aToken = (part: object = {}) => ({
      actor,
      at: now,
      id: newId('t'),
      name: 'scanner',
      role: 'annotator' as const,
      digest: digestOfSecret('one'),
      expiresAt: null,
      account: null,
      ...part,
    })

    test('let in until they are revoked, and stay listed', async () => {
      const { tokens, write } = await open()
      const command = aToken()
      const { id, digest } = command
      const added = await write.tokens.add(command)
      expect(await tokens.byDigest(digest, now)).toEqual({ ...added, groups: [], there: [] })
      expect(added).toEqual({
        id,
        name: 'scanner',
        role: 'annotator',
        createdAt: now,
        revokedAt: null,
        expiresAt: null,
        account: null,
      })
      expect(await tokens.byDigest(digestOfSecret('two'), now)).toBe(null)
      await write.tokens.revoke({ actor, at: now, id })
      expect(await tokens.byDigest(digest, now)).toBe(null)
      expect(await tokens.list()).toEqual([{ ...added, revokedAt: now }])
      for (const gone of [id, 't-none'])
        await expect(write.tokens.revoke({ actor, at: now, id: gone })).rejects.toMatchObject({
          fault: 'not-found',
        })
    })

    test('let in until their time is over', async () => {
      const { tokens, write } = await open()
      const command = aToken({ expiresAt: hoursLater(2) })
      await write.tokens.add(command)
      expect(await tokens.byDigest(command.digest, hoursLater(1))).toMatchObject({ id: command.id })
      expect(await tokens.byDigest(command.digest, hoursLater(2))).toBe(null)
    })

    test('of an account may do no more than it, nothing while it is disabled, and are revoked by nobody else', async () => {
      const { tokens, write } = await open()
      const account = await write.accounts.add(anAccount({ role: 'archivist' }))
      const command = aToken({ account: account.id, role: 'archivist' })
      const digest = command.digest
      await write.tokens.add(command)
      await write.tokens.add(aToken({ digest: digestOfSecret('two') }))
      expect(await tokens.list(account.id)).toMatchObject([{ id: command.id }])
      expect(await tokens.byDigest(digest, now)).toMatchObject({ role: 'archivist', account: account.id })
      await write.accounts.revise({ actor, at: now, id: account.id, role: 'reader' })
      expect(await tokens.byDigest(digest, now)).toMatchObject({ role: 'reader' })
      await write.accounts.revise({ actor, at: now, id: account.id, disabled: true })
      expect(await tokens.byDigest(digest, now)).toBe(null)
      const revoke = { actor, at: now, id: command.id }
      await expect(write.tokens.revoke({ ...revoke, account: 'n-another' })).rejects.toMatchObject({
        fault: 'not-found',
      })
      await write.tokens.revoke({ ...revoke, account: account.id })
    })
  })
}
