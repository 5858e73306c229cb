import { describe, expect, test } from 'vitest'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, now } from '../support/builders.ts'
import { anAccount } from './account-store.ts'
import type { Open } from './opened.ts'

/** What every store of groups promises. */
export function groupStoreContract(open: Open) {
  describe('groups', () => {
    const aGroup = (name = 'Readers of the estate') => ({ actor, at: now, id: newId('g'), name })

    test('are listed by name with how many are in them, and told with who that is', async () => {
      const { groups, write } = await open()
      const [two, one] = [await write.groups.add(aGroup('Two')), await write.groups.add(aGroup('One'))]
      const { id: account } = await write.accounts.add(anAccount())
      const member = { actor, at: now, id: one.id, account }
      for (let twice = 0; twice < 2; twice++) await write.groups.setMember({ ...member, isIn: true })
      expect(await groups.list()).toEqual([
        { ...one, members: 1 },
        { ...two, members: 0 },
      ])
      expect(await groups.find(one.id)).toEqual({
        ...one,
        members: [{ id: account, name: 'Jonas', login: 'jonas' }],
      })
      for (let twice = 0; twice < 2; twice++) await write.groups.setMember({ ...member, isIn: false })
      expect((await groups.find(one.id))?.members).toEqual([])
      expect(await groups.find('g-none')).toBe(null)
      for (const wrong of [{ id: 'g-none' }, { account: 'n-none' }])
        await expect(write.groups.setMember({ ...member, ...wrong, isIn: true })).rejects.toMatchObject({
          fault: 'not-found',
        })
    })

    test('have names of their own, and are renamed from the state that was seen', async () => {
      const { groups, write } = await open()
      const one = await write.groups.add(aGroup('One'))
      await write.groups.add(aGroup('Two'))
      await expect(write.groups.add(aGroup('One'))).rejects.toMatchObject({ fault: 'conflict' })
      const rename = (name: string, expectedVersion = 1) =>
        write.groups.rename({ actor, at: now, id: one.id, name, expectedVersion })
      await expect(rename('Two')).rejects.toMatchObject({ fault: 'conflict' })
      expect(await rename('Uno')).toMatchObject({ name: 'Uno', version: 2 })
      await expect(rename('Eins')).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect((await groups.list()).map(({ name }) => name)).toEqual(['Two', 'Uno'])
    })

    test('stay while documents are for them', async () => {
      const { groups, write, documents } = await open()
      const { id: group } = await write.groups.add(aGroup())
      const paper = await write.documents.add({ ...aDocument(), visibility: 'restricted', group })
      expect(await documents.guard(paper.id)).toMatchObject({ audience: `restricted:${group}` })
      const remove = () => write.groups.remove({ actor, at: now, id: group })
      await expect(remove()).rejects.toMatchObject({ fault: 'conflict' })
      await write.documents.revise({
        actor,
        at: now,
        id: paper.id,
        claims: [],
        visibility: 'public',
        group: null,
      })
      await remove()
      expect(await groups.list()).toEqual([])
      await expect(remove()).rejects.toMatchObject({ fault: 'not-found' })
      await expect(
        write.documents.add({ ...aDocument(), visibility: 'restricted', group }),
      ).rejects.toMatchObject({ fault: 'invalid-input' })
    })
  })
}
