import { describe, expect, test } from 'vitest'
import { noMark } from '../../src/domain/witness/mark.ts'
import type { Listing } from '../../src/ports/command.ts'
import type { Changed } from '../../src/ports/history.ts'
import { newId } from '../../src/tools/ids.ts'
import { aClaim, actor, aDocument, hoursLater, keeper, now, stranger } from '../support/builders.ts'
import { all, type Open } from './opened.ts'

/** What every store promises of the history of documents. */
export function historyContract(open: Open) {
  describe('the history of a document', () => {
    test('tells who did what to it, its witnesses, claims and marks, before and after, newest first', async () => {
      const { history, write } = await open()
      const { id: document, witnesses } = await write.documents.add(aDocument())
      await write.documents.add(aDocument())
      const first = aClaim({ document, property: 'genre', value: { text: 'order' } })
      await write.claims.add({ actor, at: now, claim: first })
      const second = aClaim({ document, property: 'genre', value: { text: 'draft' }, revisionOf: first.id })
      await write.claims.revise({ actor: 'another', at: hoursLater(1), claim: second })
      const witness = witnesses[0]?.id ?? ''
      const mark = { actor, at: now, id: newId('m'), witness }
      const added = await write.witnesses.addMark({ ...mark, content: { ...noMark, reading: 'Seen' } })
      const changed = await write.witnesses.changeMark({ ...mark, content: noMark })
      await write.witnesses.removeMark(mark)
      const { items } = await history.ofDocument(keeper, document, all)
      expect(items.map(({ verb, by }) => [verb, by])).toEqual([
        ['remove-mark', actor],
        ['change-mark', actor],
        ['add-mark', actor],
        ['revise-claim', 'another'],
        ['claim', actor],
        ['add', actor],
      ])
      expect(items.map(({ before, after }) => [before, after]).slice(0, 5)).toEqual([
        [changed, null],
        [added, changed],
        [null, added],
        [first, second],
        [null, first],
      ])
      expect(items[3]).toMatchObject({ at: hoursLater(1), subject: { type: 'document', id: document } })
      const page = await history.ofDocument(keeper, document, { limit: 4, cursor: null })
      const rest = await history.ofDocument(keeper, document, { limit: 4, cursor: page.next })
      expect([...page.items, ...rest.items]).toEqual(items)
      expect(rest.next).toBe(null)
    })

    test('is read by others without what names something that they may not see', async () => {
      const { history, write } = await open()
      const { id: document } = await write.documents.add(aDocument({ visibility: 'restricted' }))
      const { id: hidden } = await write.documents.add(aDocument({ visibility: 'restricted' }))
      const { id: secret } = await write.sources.add({
        actor,
        at: now,
        id: newId('s'),
        work: { document: hidden },
      })
      await write.documents.revise({ actor, at: now, id: document, claims: [], visibility: 'public' })
      const citation = { source: secret, locator: null, quote: 'a secret', stance: 'states' } as const
      for (const claim of [
        aClaim({ document, property: 'genre', value: { text: 'order' } }),
        aClaim({ document, property: 'mentions', value: { document: hidden } }),
        aClaim({ document, property: 'genre', value: { text: 'order' }, sources: [citation] }),
      ])
        await write.claims.add({ actor, at: now, claim })
      const { items } = await history.ofDocument(stranger, document, all)
      expect(items.map(({ verb, after }) => [verb, after !== null])).toEqual([
        ['claim', false],
        ['claim', false],
        ['claim', true],
        ['revise', false],
        ['add', false],
      ])
      expect(
        (await history.ofDocument(keeper, document, all)).items.every(({ after }) => after !== null),
      ).toBe(true)
    })

    test('names each document once, with the last that was done to it, as far as one may see it', async () => {
      const { history, write } = await open()
      const add = async (visibility: 'public' | 'restricted' = 'public') =>
        (await write.documents.add(aDocument({ visibility }))).id
      const [first, second, third, hidden] = [await add(), await add(), await add(), await add('restricted')]
      const claim = aClaim({ document: first, property: 'genre', value: { text: 'order' } })
      await write.claims.add({ actor, at: hoursLater(1), claim })
      await write.documents.remove({ actor, at: hoursLater(2), id: second })
      const { items } = await history.changed(stranger, all)
      expect(items).toEqual([
        { document: second, at: hoursLater(2), kind: 'deleted' },
        { document: first, at: hoursLater(1), kind: 'changed' },
        { document: third, at: now, kind: 'added' },
      ])
      expect((await history.changed(keeper, all)).items.map(({ document }) => document)).toContain(hidden)

      // What is read in parts is read as a whole, though something moves up meanwhile.
      const page = await history.changed(stranger, { limit: 1, cursor: null })
      await write.documents.restore({ actor, at: hoursLater(3), id: second })
      const rest = await history.changed(stranger, { limit: 5, cursor: page.next })
      expect([...page.items, ...rest.items].map(({ document }) => document)).toEqual([second, first, third])
    })

    test('names what opens by itself with the time at which it does, until something is done to it', async () => {
      const { history, write } = await open()
      const add = async (embargoUntil: string | null) => {
        const visibility = embargoUntil === null ? ('public' as const) : ('embargoed' as const)
        return (await write.documents.add(aDocument({ visibility, embargoUntil }))).id
      }
      const [plain, one, other, later] = [
        await add(null),
        await add('2099-01-02'),
        await add('2099-01-02'),
        await add('2099-02-01'),
      ]
      const seen = async (today: string) =>
        (await history.changed({ ...stranger, today }, all)).items.map(({ document, kind, at }) => [
          ...[document, kind, at.slice(0, 10)],
        ])
      const added = [plain, 'added', now.slice(0, 10)]
      expect(await seen('2099-01-01')).toEqual([added])
      const opened = [other, one].map((id) => [id, 'opened', '2099-01-02'])
      expect(await seen('2099-01-02')).toEqual([...opened, added])
      expect(await seen('2099-02-01')).toEqual([[later, 'opened', '2099-02-01'], ...opened, added])
      expect((await history.changed({ ...keeper, today: '2099-02-01' }, all)).items).toMatchObject(
        [later, other, one, plain].map((document) => ({ document, kind: 'added' })),
      )

      const onlooker = { ...stranger, today: '2099-02-01' }
      const read: string[] = []
      let cursor: string | null = null
      do {
        const page: Listing<Changed> = await history.changed(onlooker, { limit: 1, cursor })
        read.push(...page.items.map(({ document }) => document))
        cursor = page.next
      } while (cursor !== null)
      expect(read).toEqual([later, other, one, plain])

      const claim = aClaim({ document: one, property: 'genre', value: { text: 'order' } })
      await write.claims.add({ actor, at: '2099-01-03T08:00:00.000Z', claim })
      expect((await seen('2099-02-01')).slice(0, 3)).toEqual([
        [later, 'opened', '2099-02-01'],
        [one, 'changed', '2099-01-03'],
        opened[0],
      ])
    })
  })
}
