import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/domain/annotation/json.ts'
import type { AnnotationFilter } from '../../src/ports/annotations.ts'
import {
  actor,
  aDocument,
  anAnnotation,
  hoursLater,
  keeper,
  member,
  now,
  stranger,
} from '../support/builders.ts'
import { all, type Open } from './opened.ts'

/** What every store of annotations promises. */
export function annotationStoreContract(open: Open) {
  describe('annotations', () => {
    test('are kept whole, and changed only by who saw them as they are', async () => {
      const { annotations, write } = await open()
      const { id: document } = await write.documents.add(aDocument())
      const command = anAnnotation(document, 'Two hands wrote this.')
      const added = await write.annotations.add(command)
      expect(await annotations.find(added.id)).toEqual(added)
      expect(added).toMatchObject({
        version: 1,
        createdBy: actor,
        createdAt: now,
        modifiedAt: null,
        deletedAt: null,
      })
      expect(added.body).toEqual(command.body)
      const { id } = added
      const other = { ...anAnnotation(document, 'One hand.'), id, at: hoursLater(1), expectedVersion: 1 }
      expect(await write.annotations.change(other)).toMatchObject({ version: 2, modifiedAt: hoursLater(1) })
      await expect(write.annotations.change(other)).rejects.toMatchObject({ fault: 'precondition-failed' })
      const remove = { actor, at: now, id }
      const stale = write.annotations.remove({ ...remove, expectedVersion: 1 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect(await annotations.find(id)).toMatchObject({ version: 2, body: other.body, deletedAt: null })
      await write.annotations.remove({ ...remove, expectedVersion: 2 })
      expect(await annotations.find(id)).toMatchObject({ deletedAt: now })
      await expect(write.annotations.remove(remove)).rejects.toMatchObject({ fault: 'gone' })
      await expect(write.annotations.change({ ...other, expectedVersion: null })).rejects.toMatchObject({
        fault: 'gone',
      })
      for (const verb of ['change', 'remove'] as const) {
        const nothing = write.annotations[verb]({ ...other, id: 'a-none' })
        await expect(nothing).rejects.toMatchObject({ fault: 'not-found' })
      }
    })

    test('are seen and counted by who may see their documents, those about nothing of ours by all', async () => {
      const { annotations, write } = await open()
      const visible = async (visibility: 'public' | 'members' | 'restricted') => {
        const { id } = await write.documents.add(aDocument({ visibility }))
        return { id, said: (await write.annotations.add(anAnnotation(id, visibility))).id }
      }
      const [open1, members, restricted] = [
        await visible('public'),
        await visible('members'),
        await visible('restricted'),
      ]
      const free = (await write.annotations.add(anAnnotation(null, 'elsewhere'))).id
      const seen = async (audience: typeof keeper, document: string | null = null) => {
        const ids = (await annotations.list(audience, { document }, all)).items.map(({ id }) => id)
        expect(await annotations.count(audience, { document })).toBe(ids.length)
        return ids
      }
      expect(await seen(keeper)).toEqual([open1.said, members.said, restricted.said, free])
      expect(await seen(member)).toEqual([open1.said, members.said, free])
      expect(await seen(stranger)).toEqual([open1.said, free])
      expect(await seen(keeper, restricted.id)).toEqual([restricted.said])
      expect(await seen(stranger, restricted.id)).toEqual([])
      await write.documents.revise({ actor, at: now, id: open1.id, claims: [], visibility: 'members' })
      expect(await seen(stranger)).toEqual([free])
      await write.documents.remove({ actor, at: now, id: members.id })
      expect(await seen(keeper)).toEqual([open1.said, restricted.said, free])
    })

    test('are listed oldest first, from where a list ended, whatever is added or removed meanwhile', async () => {
      const { annotations, write } = await open()
      const ids: string[] = []
      for (let n = 0; n < 5; n++) ids.push((await write.annotations.add(anAnnotation(null, `${n}`))).id)
      const first = await annotations.list(keeper, {}, { limit: 2, cursor: null })
      for (const id of ids.slice(1, 3)) await write.annotations.remove({ actor, at: now, id })
      const late = await write.annotations.add(anAnnotation(null, 'late'))
      const second = await annotations.list(keeper, {}, { limit: 2, cursor: first.next })
      const third = await annotations.list(keeper, {}, { limit: 2, cursor: second.next })
      expect([...first.items, ...second.items, ...third.items].map(({ id }) => id)).toEqual([
        ...ids.slice(0, 2),
        ...ids.slice(3),
        late.id,
      ])
      expect(third.next).toBe(null)
    })

    test('are asked for by tag and motivation, however they say them, and by who wrote them', async () => {
      const { annotations, write } = await open()
      const { id: document } = await write.documents.add(aDocument())
      const tag = (value: string, purpose: Json = 'tagging') => ({ type: 'TextualBody', value, purpose })
      const say = async (part: Record<string, Json>, about: string | null = document) => {
        const command = anAnnotation(about, 'said')
        return (await write.annotations.add({ ...command, body: { ...command.body, ...part } })).id
      }
      const one = await say({ motivation: 'oa:questioning', body: tag('a') })
      const two = await say({
        motivation: ['questioning', 'tagging'],
        body: [tag('a', ['oa:tagging']), tag('b')],
      })
      const three = await say({ motivation: 'commenting', body: [tag('a', 'describing'), 'urn:x'] })
      const four = await say({ motivation: 'questioning', body: tag('a') }, null)
      const found = async (filter: AnnotationFilter) => {
        const whole = (await annotations.list(keeper, filter, all)).items.map(({ id }) => id)
        expect(await annotations.count(keeper, filter)).toBe(whole.length)
        const first = await annotations.list(keeper, filter, { limit: 1, cursor: null })
        const rest = await annotations.list(keeper, filter, { limit: 9, cursor: first.next })
        if (first.next !== null) expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(whole)
        return whole
      }
      expect(await found({ tag: 'a' })).toEqual([one, two, four])
      expect(await found({ tag: 'a', document, motivations: ['oa:tagging'] })).toEqual([two])
      expect(await found({ motivations: ['questioning'], document })).toEqual([one, two])
      expect(await found({ motivations: ['tagging', 'commenting'] })).toEqual([two, three])
      expect(await found({ by: actor, tag: 'b' })).toEqual([two])
      await write.annotations.change({ ...anAnnotation(document, 'other'), id: two })
      expect(await found({ tag: 'a' })).toEqual([one, four])
      await write.annotations.remove({ actor, at: now, id: one })
      expect(await found({ motivations: ['questioning'] })).toEqual([four])
    })

    test('are added many at once, but for those that come from where one came from that is seen', async () => {
      const { annotations, write } = await open()
      const { id: document } = await write.documents.add(aDocument({ visibility: 'restricted' }))
      const from = (id: string, about: string | null, via: string) => {
        const { actor: _, at: __, ...one } = anAnnotation(about, via)
        return { ...one, id, body: { ...one.body, via } }
      }
      const add = (audience: typeof keeper, ...many: ReturnType<typeof from>[]) =>
        write.annotations.addMany({ actor, at: now, onlooker: audience, annotations: many })
      const [first, twice] = await add(keeper, from('a-1', document, 'urn:1'), from('a-2', null, 'urn:1'))
      expect([first, twice]).toEqual([
        { id: 'a-1', isDeleted: false, isNew: true },
        { id: 'a-1', isDeleted: false, isNew: false },
      ])
      expect(await annotations.obtainedFrom(keeper, ['urn:0', 'urn:1'])).toEqual({
        id: 'a-1',
        isDeleted: false,
      })
      expect(await annotations.obtainedFrom(stranger, ['urn:1'])).toBe(null)
      expect(await add(stranger, from('a-3', null, 'urn:1'))).toMatchObject([{ id: 'a-3', isNew: true }])
      await write.annotations.remove({ actor, at: now, id: 'a-1' })
      expect(await add(keeper, from('a-4', null, 'urn:1'))).toEqual([
        { id: 'a-1', isDeleted: true, isNew: false },
      ])
      await expect(add(keeper, from('a-5', null, 'urn:5'), from('a-3', null, 'urn:6'))).rejects.toThrow()
      expect(await annotations.find('a-5')).toBe(null)
    })
  })
}
