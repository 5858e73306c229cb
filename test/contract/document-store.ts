import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { claimOf } from '../../src/domain/claim.ts'
import {
  claimsOfChange,
  type DescriptionInput,
  describe as describing,
} from '../../src/domain/description.ts'
import { newId } from '../../src/tools/ids.ts'
import {
  aClaim,
  actor,
  aDocument,
  aFile,
  hoursLater,
  keeper,
  member,
  now,
  stranger,
} from '../support/builders.ts'
import { all, type Open, type Opened } from './opened.ts'

const titles = async ({ documents }: Opened, audience = keeper) =>
  (await documents.list(audience, {}, all)).items.map(({ description }) => description.title)

/** What every store of documents promises. */
export function documentStoreContract(open: Open) {
  describe('documents', () => {
    test('a document stands with its description, files and jobs at once', async () => {
      const { documents, jobs, write } = await open()
      const files = [aFile({ name: 'first.txt' }), aFile({ name: 'Инструкция.txt' })]
      const command = aDocument({
        files,
        description: { title: 'Orders', date: '1941-06', subjects: ['b', 'a'] },
      })
      const added = await write.documents.add(command)
      expect(await documents.find(command.id)).toEqual(added)
      expect(added).toMatchObject({
        version: 1,
        pageCount: 0,
        job: command.job,
        deletedAt: null,
        createdAt: now,
      })
      expect(added.description).toMatchObject({ title: 'Orders', subjects: ['b', 'a'] })
      const june = { edtf: '1941-06', earliest: '1941-06-01', latest: '1941-06-30', status: 'stated' }
      expect(added.description.date).toEqual(june)
      expect(added.witnesses[0]?.files.map(({ name, state }) => [name, state])).toEqual([
        ['first.txt', 'queued'],
        ['Инструкция.txt', 'queued'],
      ])
      expect(await jobs.find(command.job ?? '')).toMatchObject({
        kind: 'ingest',
        state: 'queued',
        total: null,
      })
      expect(await documents.claims(command.id)).toEqual(command.claims)
    })

    test('the description is what the claims say, after any revisions', async () => {
      const { documents, write } = await open()
      const words = fc.constantFrom('one', 'two', 'three')
      const change: fc.Arbitrary<DescriptionInput> = fc.record(
        {
          title: words,
          creator: fc.option(words),
          type: fc.option(words),
          date: fc.option(fc.constantFrom('1941', '1941-06-07', '1939-10-11')),
          subjects: fc.option(fc.uniqueArray(words)),
          identifiers: fc.option(
            fc.uniqueArray(fc.record({ scheme: fc.constantFrom('shelfmark', 'number'), value: words }), {
              selector: (identifier) => JSON.stringify(identifier),
            }),
          ),
        },
        { requiredKeys: [] },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
          const first = aDocument()
          await write.documents.add(first)
          for (const input of changes) {
            const before = await documents.claims(first.id)
            const drafts = claimsOfChange(first.id, first.witness.id, before, input)
            const claims = drafts.map((draft) => claimOf(newId('c'), draft, actor, now))
            await write.documents.revise({ actor, at: now, id: first.id, claims })
            const shown = (await documents.find(first.id))?.description
            const kept = await documents.claims(first.id)
            expect(shown).toEqual(describing(kept))
            expect(kept.slice(0, before.length)).toEqual(before)
            for (const field of ['title', 'creator', 'type'] as const)
              if (input[field] !== undefined) expect(shown?.[field]).toBe(input[field])
            if (input.date !== undefined) expect(shown?.date.edtf).toBe(input.date)
            if (input.subjects !== undefined)
              expect(shown?.subjects.toSorted()).toEqual((input.subjects ?? []).toSorted())
          }
        }),
        { numRuns: 25 },
      )
    })

    test('a revision of another version than the one seen is refused whole', async () => {
      const { documents, write } = await open()
      const { id } = await write.documents.add(aDocument())
      const claims = () => [aClaim({ document: id, value: { text: 'Other' } })]
      await write.documents.revise({ actor, at: now, id, claims: claims(), expectedVersion: 1 })
      const stale = write.documents.revise({ actor, at: now, id, claims: claims(), expectedVersion: 1 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      const remove = write.documents.remove({ actor, at: now, id, expectedVersion: 7 })
      await expect(remove).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect(await documents.find(id)).toMatchObject({ version: 2, deletedAt: null })
      expect(await documents.claims(id)).toHaveLength(2)
    })

    test('the same bytes are known as duplicates of the first upload, also within one request', async () => {
      const { documents, write } = await open()
      const original = aFile({ of: 'same' })
      const first = await write.documents.add(aDocument({ files: [original] }))
      const copies = [aFile({ of: 'same' }), aFile({ of: 'other' }), aFile({ of: 'other' })]
      const second = await write.documents.add(aDocument({ files: copies }))
      const files = second.witnesses[0]?.files ?? []
      expect(files.map(({ duplicateOf }) => duplicateOf)).toEqual([
        { file: original.id, document: first.id },
        null,
        { file: copies[1]?.id, document: second.id },
      ])
      expect((await documents.file(original.id))?.duplicateOf).toBe(null)
      expect(await documents.namesBytes(original.sha256)).toBe(true)
      expect(await documents.namesBytes('0'.repeat(64))).toBe(false)
    })

    test('files come to a witness of the same document only, in the order of their arrival', async () => {
      const { documents, write } = await open()
      const mine = aDocument({ files: [aFile({ name: '1' })] })
      const other = aDocument()
      for (const command of [mine, other]) await write.documents.add(command)
      const files = { actor, at: now, document: mine.id, job: newId('j'), files: [aFile({ name: '2' })] }
      const strange = write.documents.addFiles({ ...files, witness: other.witness.id })
      await expect(strange).rejects.toMatchObject({ fault: 'not-found' })
      const stale = write.documents.addFiles({ ...files, witness: null, expectedVersion: 9 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect(await documents.find(mine.id)).toMatchObject({ version: 1, job: mine.job })
      const added = await write.documents.addFiles({ ...files, witness: null })
      expect(added).toMatchObject({ version: 2, job: files.job })
      expect(added.witnesses[0]?.files.map(({ name }) => name)).toEqual(['1', '2'])
    })

    test('a description can be read as it stood at a time, and not from before there was one', async () => {
      const { documents, write } = await open()
      const { id, claims } = aDocument()
      const [title] = claims
      await write.documents.add(aDocument({ id, claims }))
      const renamed = aClaim({
        document: id,
        value: { text: 'New' },
        recordedAt: hoursLater(2),
        revisionOf: title?.id,
      })
      await write.documents.revise({ actor, at: hoursLater(2), id, claims: [renamed] })
      expect(
        (await documents.find(id, { asOf: hoursLater(1), audience: everybody }))?.description.title,
      ).toBe('A paper')
      expect(
        (await documents.find(id, { asOf: hoursLater(2), audience: everybody }))?.description.title,
      ).toBe('New')
      expect(await documents.find(id, { asOf: hoursLater(-1), audience: everybody })).toBe(null)
    })

    test('what is removed is known and listed no more, until it is restored', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument())
      await opened.write.documents.remove({ actor, at: hoursLater(1), id })
      expect(await titles(opened)).toEqual([])
      expect(await opened.documents.find(id)).toMatchObject({ deletedAt: hoursLater(1) })
      const again = opened.write.documents.remove({ actor, at: now, id })
      await expect(again).rejects.toMatchObject({ fault: 'gone' })
      await opened.write.documents.restore({ actor, at: now, id })
      expect(await titles(opened)).toEqual(['A paper'])
      const strange = opened.write.documents.restore({ actor, at: now, id: 'd-none' })
      await expect(strange).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('a list shows each audience what it may see, an embargo from its day on, and a change at once', async () => {
      const opened = await open()
      const add = (
        title: string,
        visibility: 'public' | 'members' | 'restricted' | 'embargoed',
        until?: string,
      ) =>
        opened.write.documents.add(
          aDocument({ description: { title }, visibility, embargoUntil: until ?? null }),
        )
      const open1 = await add('public', 'public')
      await add('members', 'members')
      await add('restricted', 'restricted')
      await add('opens today', 'embargoed', '2026-03-01')
      await add('opens tomorrow', 'embargoed', '2026-03-02')
      expect(await titles(opened)).toHaveLength(5)
      expect(await titles(opened, member)).toEqual(['opens today', 'members', 'public'])
      expect(await titles(opened, stranger)).toEqual(['opens today', 'public'])
      const hide = { actor, at: now, id: open1.id, claims: [], visibility: 'restricted' } as const
      await opened.write.documents.revise(hide)
      expect(await titles(opened, stranger)).toEqual(['opens today'])
    })

    test('a list goes on where it ended, whatever is added or removed meanwhile', async () => {
      const { documents, write } = await open()
      const ids = []
      for (let n = 0; n < 6; n++) ids.push((await write.documents.add(aDocument())).id)
      const newest = ids.toReversed()
      const first = await documents.list(keeper, {}, { limit: 2, cursor: null })
      await write.documents.add(aDocument())
      for (const id of newest.slice(1, 3)) await write.documents.remove({ actor, at: now, id })
      const second = await documents.list(keeper, {}, { limit: 2, cursor: first.next })
      const third = await documents.list(keeper, {}, { limit: 2, cursor: second.next })
      expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual([
        ...newest.slice(0, 2),
        ...newest.slice(3),
      ])
      expect(third.next).toBe(null)
      for (const cursor of ['', 'x', 'a2FiYw', '§'])
        await expect(documents.list(keeper, {}, { limit: 2, cursor })).rejects.toMatchObject({
          fault: 'invalid-input',
        })
    })
  })
}
