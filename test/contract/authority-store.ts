import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import type { AgentView } from '../../src/domain/authority/agent.ts'
import type { Authority } from '../../src/domain/authority/authority.ts'
import { aClaim, actor, aDocument, anAgent, hoursLater, keeper, now } from '../support/builders.ts'
import { all, type Open, type Opened } from './opened.ts'

const namesOf = ({ view }: Authority) => view.names.map(({ text }) => text)
const existenceOf = ({ view }: Authority) => (view as AgentView).existence

const nameClaim = (id: string, text: string, revisionOf: string | null = null) =>
  aClaim({ subject: { type: 'agent', id }, property: 'name', value: { text }, revisionOf })

async function aPaperBy({ write }: Pick<Opened, 'write'>, agent: string) {
  const { id } = await write.documents.add(aDocument())
  const claim = aClaim({ document: id, property: 'author', value: { agent } })
  await write.claims.add({ actor, at: now, claim })
  return id
}

/** What every store of agents, places and happenings promises. */
export function authorityStoreContract(open: Open) {
  describe('agents, places and happenings', () => {
    test('are a view over their claims, changed only by who saw them as they are', async () => {
      const { authorities, write } = await open()
      const existence = ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15']
      const added = await write.authorities.add(anAgent(['NKGB', 'НКГБ'], { existence }))
      expect(added).toMatchObject({ version: 1, kind: 'corporateBody', mergedInto: null, createdAt: now })
      expect([namesOf(added), existenceOf(added)]).toEqual([['NKGB', 'НКГБ'], existence])
      expect(await authorities.find('agent', added.id)).toEqual(added)
      expect(await authorities.find('place', added.id)).toBe(null)
      const [first] = await authorities.claims(added.id)
      const claims = [nameClaim(added.id, 'People’s Commissariat', first?.id ?? '')]
      const revise = {
        actor,
        at: hoursLater(1),
        type: 'agent',
        id: added.id,
        claims,
        expectedVersion: 1,
      } as const
      const revised = await write.authorities.revise(revise)
      expect(namesOf(revised)).toEqual(['НКГБ', 'People’s Commissariat'])
      expect(revised).toMatchObject({ version: 2, updatedAt: hoursLater(1) })
      await expect(write.authorities.revise(revise)).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect(await authorities.claims(added.id)).toHaveLength(5)
    })

    test('tell the other names of whom or what a folded name names, whichever of several', async () => {
      const { authorities, write } = await open()
      await write.authorities.add(anAgent(['NKGB', 'НКГБ', 'People’s Commissariat for State Security']))
      await write.authorities.add(anAgent(['NKGB', 'Nkgb', 'New Kilns of Great Barton']))
      const others = await authorities.otherNames(['nkgb', 'people s commissariat for state security', 'x'])
      expect([...others]).toEqual([
        ['nkgb', ['НКГБ', 'People’s Commissariat for State Security', 'New Kilns of Great Barton']],
        ['people s commissariat for state security', ['NKGB', 'НКГБ']],
      ])
    })

    test('tell of what was merged the names of what stands in its place', async () => {
      const { authorities, write } = await open()
      const [from, into] = [
        await write.authorities.add(anAgent(['Schaulen'])),
        await write.authorities.add(anAgent(['Šiauliai'])),
      ]
      await write.authorities.merge({
        ...{ actor, at: now, type: 'agent', from: from.id, into: into.id, seen: from.id },
      })
      expect([...(await authorities.otherNames(['schaulen', 'siauliai']))]).toEqual([
        ['schaulen', ['Šiauliai']],
        ['siauliai', ['Schaulen']],
      ])
    })

    test('are found by letters of any of their names, newest first, from where a list ended', async () => {
      const { authorities, write } = await open()
      for (const names of [['Šiauliai', 'Шяуляй'], ['Schaulen'], ['Vilnius']])
        await write.authorities.add(anAgent(names))
      const find = async (q: string | null) => (await authorities.list('agent', q, all)).items.map(namesOf)
      expect(await find(null)).toEqual([['Vilnius'], ['Schaulen'], ['Šiauliai', 'Шяуляй']])
      expect(await find('siaul')).toEqual([['Šiauliai', 'Шяуляй']])
      expect(await find('ШЯУ')).toEqual([['Šiauliai', 'Шяуляй']])
      expect(await find('aul')).toEqual([['Schaulen'], ['Šiauliai', 'Шяуляй']])
      expect(await find('100%')).toEqual([])
      const first = await authorities.list('agent', null, { limit: 2, cursor: null })
      await write.authorities.add(anAgent(['Late']))
      const second = await authorities.list('agent', null, { limit: 2, cursor: first.next })
      expect([...first.items, ...second.items].flatMap(namesOf)).toHaveLength(4)
      expect((await authorities.list('place', null, all)).items).toEqual([])
    })

    test('a name is shown by every document that names its bearer, as soon as it is changed', async () => {
      const opened = await open()
      const { authorities, documents, search, write } = opened
      const agent = await write.authorities.add(anAgent(['Serow']))
      const papers = [await aPaperBy(opened, agent.id), await aPaperBy(opened, agent.id)]
      const creators = async () =>
        Promise.all(papers.map(async (id) => (await documents.find(id))?.description.creator))
      expect(await creators()).toEqual(['Serow', 'Serow'])
      const [old] = await authorities.claims(agent.id)
      const claim = nameClaim(agent.id, 'Serov', old?.id ?? '')
      await write.claims.revise({ actor, at: now, claim })
      expect(await creators()).toEqual(['Serov', 'Serov'])
      await search.settled()
      const listed = await documents.list(keeper, { creator: 'Serov' }, all)
      expect(listed.items.map(({ id }) => id).toSorted()).toEqual(papers.toSorted())
    })

    test('a merge keeps both histories, and what named the one is about the other', async () => {
      const opened = await open()
      const { authorities, claims, documents, write } = opened
      const [one, other] = [
        await write.authorities.add(anAgent(['Serow'], { kind: 'person' })),
        await write.authorities.add(anAgent(['Serov'], { kind: 'person' })),
      ]
      const paper = await aPaperBy(opened, one.id)
      const merge = {
        actor,
        at: hoursLater(1),
        type: 'agent',
        from: one.id,
        into: other.id,
        seen: one.id,
      } as const
      const stale = write.authorities.merge({ ...merge, expectedVersion: 9 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      const survivor = await write.authorities.merge(merge)
      expect(namesOf(survivor).toSorted()).toEqual(['Serov', 'Serow'])
      expect(await authorities.find('agent', one.id)).toMatchObject({ mergedInto: other.id })
      expect(namesOf((await authorities.find('agent', one.id)) ?? other)).toEqual(['Serow'])
      const both = await claims.list(keeper, { type: 'agent', id: other.id }, {}, all)
      expect(both.items.map(({ subject }) => subject.id)).toEqual([one.id, other.id])
      expect((await documents.find(paper))?.description.creator).toBe(namesOf(survivor)[0])
      expect((await authorities.list('agent', null, all)).items.map(({ id }) => id)).toEqual([other.id])
      const late = { actor, at: now, claim: nameClaim(one.id, 'Late') }
      await expect(write.claims.add(late)).rejects.toMatchObject({ fault: 'conflict' })
      await expect(write.authorities.merge(merge)).rejects.toMatchObject({ fault: 'conflict' })
      const itself = write.authorities.merge({ ...merge, from: other.id, into: one.id })
      await expect(itself).rejects.toMatchObject({ fault: 'invalid-input' })
      const third = await write.authorities.add(anAgent(['I. Serov'], { kind: 'person' }))
      await write.authorities.merge({ ...merge, from: other.id, into: third.id })
      expect(await authorities.find('agent', one.id)).toMatchObject({ mergedInto: third.id })
      expect(await authorities.claims(third.id)).toHaveLength(3)
      const body = await write.authorities.add(anAgent(['A body']))
      const unlike = write.authorities.merge({ ...merge, from: body.id, into: third.id })
      await expect(unlike).rejects.toMatchObject({ fault: 'invalid-input' })
    })

    test('a merge is undone: each stands for itself again, and a reading of the time between knows it', async () => {
      const opened = await open()
      const { authorities, documents, write } = opened
      const [other, one] = [
        await write.authorities.add(anAgent(['Serov'], { kind: 'person' })),
        await write.authorities.add(anAgent(['Serow'], { kind: 'person' })),
      ]
      const paper = await aPaperBy(opened, one.id)
      const unmerge = { actor, at: hoursLater(3), type: 'agent', id: one.id } as const
      await expect(write.authorities.unmerge(unmerge)).rejects.toMatchObject({ fault: 'conflict' })
      const merge = { actor, at: hoursLater(1), type: 'agent', from: one.id, into: other.id } as const
      await write.authorities.merge({ ...merge, seen: one.id })
      await write.claims.add({ actor, at: hoursLater(2), claim: nameClaim(other.id, 'Ivan Serov') })
      const stale = write.authorities.unmerge({ ...unmerge, expectedVersion: 9 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      const alone = await write.authorities.unmerge(unmerge)
      expect([namesOf(alone), alone.mergedInto]).toEqual([['Serow'], null])
      const left = await authorities.find('agent', other.id)
      expect(left && namesOf(left).toSorted()).toEqual(['Ivan Serov', 'Serov'])
      expect((await documents.find(paper))?.description.creator).toBe('Serow')
      expect((await authorities.list('agent', null, all)).items).toHaveLength(2)
      const creatorAt = async (at: string) =>
        (await documents.find(paper, { asOf: at, audience: everybody }))?.description.creator
      expect(await creatorAt(hoursLater(1))).toBe('Serov')
      expect(await creatorAt(hoursLater(3))).toBe('Serow')
      await write.authorities.merge({ ...merge, at: hoursLater(4), seen: one.id })
      expect((await documents.find(paper))?.description.creator).toBe('Serov')
      const place = write.authorities.unmerge({ ...unmerge, type: 'place' })
      await expect(place).rejects.toMatchObject({ fault: 'not-found' })
    })
  })
}
