import { describe, expect, test } from 'vitest'
import { everybody, type Onlooker, sees } from '../../src/domain/audience.ts'
import type { Collection } from '../../src/domain/collection/collection.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import type { PutCollection } from '../../src/ports/collections.ts'
import { newId } from '../../src/tools/ids.ts'
import { aClaim, actor, aDocument, hoursLater, keeper, member, now, stranger } from '../support/builders.ts'
import { all, type Open } from './opened.ts'

const aCollection = (part: Partial<PutCollection> = {}): PutCollection => ({
  ...{ actor, at: now, id: newId('k'), parent: null, level: 'fonds', referenceCode: null, title: 'A fonds' },
  elements: {},
  ...{ visibility: 'public', embargoUntil: null, group: null },
  ...part,
})

/** What every store of collections promises. */
export function collectionStoreContract(open: Open) {
  describe('collections', () => {
    test('are a tree: each knows the way to it, and what lies directly within it', async () => {
      const { collections, write } = await open()
      const fonds = await write.collections.add(aCollection({ referenceCode: 'K-1', title: 'Šiauliai' }))
      const series = await write.collections.add(
        aCollection({ parent: fonds.id, level: 'series', title: 'Orders' }),
      )
      const file = await write.collections.add(
        aCollection({
          parent: series.id,
          level: 'file',
          referenceCode: '10',
          elements: { extent: '12 leaves' },
        }),
      )
      expect(await collections.find(everybody, file.id)).toEqual(file)
      expect(file).toMatchObject({ parent: series.id, elements: { extent: '12 leaves' }, version: 1 })
      expect(file.path.map(({ title }) => title)).toEqual(['Šiauliai', 'Orders'])
      const ids = async (parent?: string | null) =>
        (await collections.list(everybody, parent, all)).items.map(({ id }) => id)
      expect(await ids(fonds.id)).toEqual([series.id])
      expect(await ids(null)).toEqual([fonds.id])
      expect(await ids()).toEqual([fonds.id, series.id, file.id])
      expect(await ids('k-none')).toEqual([])
      const units = (await collections.list(everybody, undefined, all)).items.map((unit) => unit.units)
      expect(units).toEqual([1, 1, 0])
    })

    test('lie within what is there, never within themselves, and change for who saw them as they are', async () => {
      const { collections, write } = await open()
      const outer = await write.collections.add(aCollection())
      const inner = await write.collections.add(aCollection({ parent: outer.id }))
      const innermost = await write.collections.add(aCollection({ parent: inner.id }))
      for (const parent of ['k-none', outer.id, innermost.id]) {
        const moved = write.collections.revise(aCollection({ id: outer.id, parent }))
        await expect(moved).rejects.toMatchObject({ errors: [expect.objectContaining({ path: 'parent' })] })
      }
      const rename = aCollection({ id: outer.id, title: 'Renamed', expectedVersion: 1 })
      expect(await write.collections.revise(rename)).toMatchObject({ title: 'Renamed', version: 2 })
      await expect(write.collections.revise(rename)).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect((await collections.find(everybody, innermost.id))?.path.map(({ title }) => title)).toEqual([
        'Renamed',
        'A fonds',
      ])
      const none = write.collections.revise(aCollection({ id: 'k-none' }))
      await expect(none).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('let no more people see them, and what lies in them, than each of them says', async () => {
      const { collections, documents, claims, search, write } = await open()
      const revise = (unit: Collection, part: Partial<PutCollection>) =>
        write.collections.revise({ ...aCollection(), ...unit, ...part, actor, at: hoursLater(1) })
      const [outer, other] = [
        await write.collections.add(aCollection()),
        await write.collections.add(aCollection()),
      ]
      const inner = await write.collections.add(aCollection({ parent: outer.id, visibility: 'members' }))
      const shown = { title: 'Herrings', collection: inner.id }
      const { id, witnesses } = await write.documents.add(aDocument({ description: shown }))
      const request = {
        query: parseQuery('herrings'),
        filter: {},
        limit: 5,
        cursor: null,
        in: ['description'],
      }
      const seen = async (audience: Onlooker) => {
        const guard = await documents.guard(id)
        const told = [
          guard !== null && sees(audience, guard.audience),
          (await documents.list(audience, {}, all)).items.length > 0,
          (await documents.inCollection(audience, inner.id, all)).items.length > 0,
          (await search.find(request as never, audience)).total.documents > 0,
          (await collections.find(audience, inner.id)) !== null,
          (await collections.list(audience, outer.id, all)).items.length > 0,
          ((await collections.list(audience, null, all)).items.find((one) => one.id === outer.id)?.units ??
            0) > 0,
        ]
        expect(new Set(told).size, told.join()).toBe(1)
        return told[0]
      }
      const whoSees = async () => [await seen(stranger), await seen(member), await seen(keeper)]
      expect(await whoSees()).toEqual([false, true, true])
      expect((await documents.find(id))?.narrowedBy).toEqual([inner.id])
      await revise(inner, { visibility: 'public' })
      expect(await whoSees()).toEqual([true, true, true])
      expect((await documents.find(id))?.narrowedBy).toEqual([])
      const closed = await revise(outer, { visibility: 'embargoed', embargoUntil: '2026-03-02' })
      expect(await whoSees()).toEqual([false, false, true])
      const tomorrow = { ...stranger, today: '2026-03-02' }
      expect([await seen(tomorrow), (await collections.find(tomorrow, outer.id)) !== null]).toEqual([
        true,
        true,
      ])
      await revise(closed, { visibility: 'restricted', embargoUntil: null })
      const left = await collections.find(keeper, inner.id)
      if (left) await revise(left, { parent: null })
      expect((await documents.list(stranger, {}, all)).items.length).toBe(1)
      const place = (collection: string, more: object = {}) =>
        aClaim({
          ...{ property: 'collection', value: { collection }, recordedAt: hoursLater(2), ...more },
          subject: { type: 'witness', id: witnesses[0]?.id ?? '' },
        })
      const second = place(outer.id)
      await write.claims.add({ actor, at: hoursLater(2), claim: second })
      expect((await documents.list(stranger, {}, all)).items).toEqual([])
      const moved = place(other.id, { recordedAt: hoursLater(3), revisionOf: second.id })
      await write.claims.revise({ actor, at: hoursLater(3), claim: moved })
      expect((await documents.list(stranger, {}, all)).items.length).toBe(1)
      expect(await claims.find(stranger, second.id)).toBe(null)
      expect(await claims.find(keeper, second.id)).not.toBe(null)
    })

    test('hold documents by their ids; a document in none that is there is refused', async () => {
      const { documents, write } = await open()
      const { id: collection } = await write.collections.add(aCollection())
      const { id } = await write.documents.add(aDocument({ description: { collection } }))
      expect((await documents.list(keeper, { collection }, all)).items.map((one) => one.id)).toEqual([id])
      const lost = write.documents.add(aDocument({ description: { collection: 'k-none' } }))
      await expect(lost).rejects.toMatchObject({ errors: [expect.objectContaining({ path: 'collection' })] })
    })
  })
}
