import { describe, expect, test } from 'vitest'
import { digestOfToken } from '../../src/actions/sign-in.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, now } from '../support/builders.ts'
import type { Open } from './opened.ts'

/** What every store of tokens promises. */
export function tokenStoreContract(open: Open) {
  describe('tokens', () => {
    test('let in until they are revoked, and stay listed', async () => {
      const { tokens, write } = await open()
      const [digest, other] = [digestOfToken('one'), digestOfToken('two')]
      const id = newId('t')
      const added = await write.tokens.add({ actor, at: now, id, name: 'scanner', role: 'annotator', digest })
      expect(await tokens.byDigest(digest)).toEqual(added)
      expect(added).toEqual({ id, name: 'scanner', role: 'annotator', createdAt: now, revokedAt: null })
      expect(await tokens.byDigest(other)).toBe(null)
      await write.tokens.revoke({ actor, at: now, id })
      expect(await tokens.byDigest(digest)).toBe(null)
      expect(await tokens.list()).toEqual([{ ...added, revokedAt: now }])
      for (const gone of [id, 't-none'])
        await expect(write.tokens.revoke({ actor, at: now, id: gone })).rejects.toMatchObject({
          fault: 'not-found',
        })
    })
  })
}
