import { describe, expect, test } from 'vitest'
import type { PutCollection } from '../../src/ports/collections.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, keeper, now } from '../support/builders.ts'
import { all, type Open } from './opened.ts'

const aCollection = (part: Partial<PutCollection> = {}): PutCollection => ({
  ...{ actor, at: now, id: newId('k'), parent: null, level: 'fonds', referenceCode: null, title: 'A fonds' },
  elements: {},
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
      expect(await collections.find(file.id)).toEqual(file)
      expect(file).toMatchObject({ parent: series.id, elements: { extent: '12 leaves' }, version: 1 })
      expect(file.path.map(({ title }) => title)).toEqual(['Šiauliai', 'Orders'])
      const ids = async (parent?: string | null) =>
        (await collections.list(parent, all)).items.map(({ id }) => id)
      expect(await ids(fonds.id)).toEqual([series.id])
      expect(await ids(null)).toEqual([fonds.id])
      expect(await ids()).toEqual([fonds.id, series.id, file.id])
      expect(await ids('k-none')).toEqual([])
      const units = (await collections.list(undefined, all)).items.map((unit) => unit.units)
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
      expect((await collections.find(innermost.id))?.path.map(({ title }) => title)).toEqual([
        'Renamed',
        'A fonds',
      ])
      const none = write.collections.revise(aCollection({ id: 'k-none' }))
      await expect(none).rejects.toMatchObject({ fault: 'not-found' })
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
