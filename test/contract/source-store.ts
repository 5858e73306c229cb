import { describe, expect, test } from 'vitest'
import { newId } from '../../src/tools/ids.ts'
import { aClaim, actor, aDocument, hoursLater, keeper, member, now, stranger } from '../support/builders.ts'
import { all, type Open } from './opened.ts'

const work = (title: string) => ({
  csl: { type: 'book', title, author: [{ family: 'Štromas', given: 'Aleksandras' }] },
})
const command = (id = newId('s')) => ({ actor, at: now, id })

/** What every store of sources promises. */
export function sourceStoreContract(open: Open) {
  describe('sources', () => {
    test('are kept as given, found by title and names, and changed only by who saw them as they are', async () => {
      const { sources, write } = await open()
      const added = await write.sources.add({ ...command(), work: work('Totalitarianism') })
      expect(await sources.find(keeper, added.id)).toEqual(added)
      expect(added).toMatchObject({ version: 1, work: { ...work('Totalitarianism'), document: null } })
      const find = async (q: string) => (await sources.list(keeper, q, all)).items.map(({ id }) => id)
      expect(await find('TOTAL')).toEqual([added.id])
      expect(await find('stromas')).toEqual([added.id])
      expect(await find('Parrish')).toEqual([])
      const revise = { ...command(added.id), at: hoursLater(1), ...work('Prospects'), expectedVersion: 1 }
      expect(await write.sources.revise(revise)).toMatchObject({ version: 2, updatedAt: hoursLater(1) })
      await expect(write.sources.revise(revise)).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect([await find('total'), await find('prospects')]).toEqual([[], [added.id]])
      const none = write.sources.revise({ ...command('s-none'), ...work('None') })
      await expect(none).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('that are documents go by their titles, and are seen by who may see the documents', async () => {
      const { sources, write } = await open()
      const paper = async (visibility: 'public' | 'members' | 'restricted') => {
        const description = { title: `A ${visibility} report` }
        const { id } = await write.documents.add(aDocument({ visibility, description }))
        return write.sources.add({ ...command(), work: { document: id } })
      }
      const made = [await paper('public'), await paper('members'), await paper('restricted')]
      expect(made[0]).toMatchObject({ work: { csl: null, title: 'A public report' } })
      for (const [audience, seen] of [
        [keeper, 3],
        [member, 2],
        [stranger, 1],
      ] as const) {
        expect((await sources.list(audience, 'report', all)).items).toHaveLength(seen)
        for (const [at, source] of made.entries())
          expect(await sources.find(audience, source.id)).toEqual(at < seen ? source : null)
      }
      const refused = write.sources.add({ ...command(), work: { document: 'd-none' } })
      await expect(refused).rejects.toMatchObject({ errors: [expect.objectContaining({ path: 'document' })] })
      const fixed = write.sources.revise({ ...command(made[0]?.id ?? ''), ...work('Other') })
      await expect(fixed).rejects.toMatchObject({ fault: 'conflict' })
    })

    test('tell which claims rest on them, newest first, to who may see what those are about', async () => {
      const { claims, sources, write } = await open()
      const { id: source } = await write.sources.add({ ...command(), work: work('Cited') })
      const cite = async (document: string, citing = source) => {
        const citation = {
          source: citing,
          locator: 'p. 292',
          quote: 'as it says',
          stance: 'reports',
        } as const
        const claim = aClaim({ document, property: 'subject', value: { text: 'x' }, sources: [citation] })
        return (await write.claims.add({ actor, at: now, claim })).id
      }
      const open1 = (await write.documents.add(aDocument())).id
      const hidden = (await write.documents.add(aDocument({ visibility: 'restricted' }))).id
      const said = [await cite(open1), await cite(hidden), await cite(open1)]
      const ids = async (audience: typeof keeper, limit = 100) =>
        (await claims.restingOn(audience, source, { limit, cursor: null })).items.map(({ id }) => id)
      expect(await ids(keeper)).toEqual(said.toReversed())
      expect(await ids(stranger)).toEqual([said[2], said[0]])
      expect(await ids(stranger, 1)).toEqual([said[2]])
      const secret = await write.sources.add({ ...command(), work: { document: hidden } })
      const resting = await cite(open1, secret.id)
      expect((await claims.find(keeper, resting))?.sources).toHaveLength(1)
      expect((await claims.find(stranger, resting))?.sources).toEqual([])
      expect((await sources.list(stranger, null, all)).items.map(({ id }) => id)).toEqual([source])
    })
  })
}
