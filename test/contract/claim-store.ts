import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import type { Claim } from '../../src/domain/claim.ts'
import {
  aClaim,
  actor,
  aDocument,
  anAgent,
  hoursLater,
  keeper,
  member,
  now,
  stranger,
} from '../support/builders.ts'
import { all, type Open, type Opened } from './opened.ts'

const saying = (claim: Claim, at = now) => ({ actor, at, claim })
const about = (id: string) => ({ type: 'document', id }) as const

async function aPaper({ write }: Pick<Opened, 'write'>, part: Parameters<typeof aDocument>[0] = {}) {
  return (await write.documents.add(aDocument(part))).id
}

/** What every store of claims promises. */
export function claimStoreContract(open: Open) {
  describe('claims', () => {
    test('stand side by side as they were said, and the description is made of them at once', async () => {
      const opened = await open()
      const { claims, documents, write } = opened
      const document = await aPaper(opened, { description: { date: '1940' } })
      const said = aClaim({
        document,
        property: 'date',
        value: { edtf: '1941-06', event: 'written', asWritten: 'June', calendar: 'gregorian' },
        rank: 'preferred',
        certainty: 'low',
        nature: 'inferred',
        note: 'By the stamp.',
      })
      expect(await write.claims.add(saying(said))).toEqual(said)
      expect(await claims.find(keeper, said.id)).toEqual(said)
      const listed = await claims.list(keeper, about(document), { property: 'date' }, all)
      expect(listed.items.map(({ value }) => value.edtf)).toEqual(['1940', '1941-06'])
      expect(await documents.find(document)).toMatchObject({
        version: 2,
        description: { date: { edtf: '[1940,1941-06]', status: 'disputed' }, disputed: ['date'] },
      })
    })

    test('a revision takes the place of what it revises, once, and both stay', async () => {
      const opened = await open()
      const { claims, documents, write } = opened
      const document = await aPaper(opened)
      const first = aClaim({ document, property: 'genre', value: { text: 'order' } })
      await write.claims.add(saying(first))
      const second = aClaim({ document, property: 'genre', value: { text: 'draft' }, revisionOf: first.id })
      await write.claims.revise(saying(second))
      expect((await documents.find(document))?.description.type).toBe('draft')
      const again = aClaim({ document, property: 'genre', value: { text: 'note' }, revisionOf: first.id })
      await expect(write.claims.revise(saying(again))).rejects.toMatchObject({ fault: 'conflict' })
      const stale = { ...saying({ ...again, revisionOf: second.id }), expectedVersion: 2 }
      await expect(write.claims.revise(stale)).rejects.toMatchObject({ fault: 'precondition-failed' })
      const third = aClaim({ document, property: 'genre', value: { text: 'note' }, revisionOf: second.id })
      await write.claims.revise({ ...saying(third), expectedVersion: 1 })
      for (const { id } of [first, second, third])
        expect((await claims.history(keeper, id)).map((claim) => claim.id)).toEqual([
          first.id,
          second.id,
          third.id,
        ])
      const standing = await claims.list(keeper, about(document), { property: 'genre', standing: true }, all)
      expect(standing.items).toEqual([third])
      const none = aClaim({ document, revisionOf: 'c-none' })
      await expect(write.claims.revise(saying(none))).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('what a claim is about, and what it names, must be there', async () => {
      const opened = await open()
      const { claims, documents, write } = opened
      const document = await aPaper(opened)
      const gone = await aPaper(opened)
      await write.documents.remove({ actor, at: now, id: gone })
      const citation = { locator: null, quote: null, stance: 'states' } as const
      const wrong: [Partial<Claim>, string][] = [
        [{ property: 'author', value: { agent: 'a-none' } }, 'value.agent'],
        [{ property: 'confused-with', value: { document: gone } }, 'value.document'],
        [{ property: 'place', value: { place: 'p-none' } }, 'value.place'],
        [{ property: 'prepares', value: { happening: 'h-none' } }, 'value.happening'],
        [{ sources: [{ source: 's-none', ...citation }] }, 'sources.0.source'],
      ]
      for (const [part, path] of wrong) {
        const refused = write.claims.add(saying(aClaim({ document, ...part })))
        await expect(refused).rejects.toMatchObject({
          fault: 'invalid-input',
          errors: [expect.objectContaining({ path })],
        })
      }
      expect(await documents.find(document)).toMatchObject({ version: 1 })
      expect((await claims.list(keeper, about(document), {}, all)).items).toHaveLength(1)
      const nowhere = write.claims.add(saying(aClaim({ document: 'd-none' })))
      await expect(nowhere).rejects.toMatchObject({ fault: 'not-found' })
      await expect(write.claims.add(saying(aClaim({ document: gone })))).rejects.toMatchObject({
        fault: 'gone',
      })
      const stale = { ...saying(aClaim({ document })), expectedVersion: 7 }
      await expect(write.claims.add(stale)).rejects.toMatchObject({ fault: 'precondition-failed' })
    })

    test('that name a document are told only to who may see that document', async () => {
      const opened = await open()
      const { claims, write } = opened
      const document = await aPaper(opened)
      const named = {
        public: await aPaper(opened),
        members: await aPaper(opened, { visibility: 'members' }),
        restricted: await aPaper(opened, { visibility: 'restricted' }),
      }
      const said = new Map<string, string>()
      for (const [visibility, other] of Object.entries(named)) {
        const claim = aClaim({ document, property: 'mentions', value: { document: other } })
        await write.claims.add(saying(claim))
        said.set(visibility, claim.id)
      }
      const seen = async (audience: typeof keeper) =>
        (await claims.list(audience, about(document), { property: 'mentions' }, all)).items.map(
          ({ value }) => value.document,
        )
      expect(await seen(keeper)).toEqual([named.public, named.members, named.restricted])
      expect(await seen(member)).toEqual([named.public, named.members])
      expect(await seen(stranger)).toEqual([named.public])
      expect(await claims.find(stranger, said.get('members') ?? '')).toBe(null)
      expect(await claims.history(stranger, said.get('members') ?? '')).toEqual([])
      await write.documents.remove({ actor, at: now, id: named.public })
      expect(await seen(stranger)).toEqual([])
    })

    test('are paged by a cursor that stays valid while more are added', async () => {
      const opened = await open()
      const { claims, write } = opened
      const document = await aPaper(opened)
      const add = (n: number) =>
        write.claims.add(saying(aClaim({ document, property: 'subject', value: { text: `${n}` } })))
      for (let n = 0; n < 5; n++) await add(n)
      const page = (cursor: string | null) =>
        claims.list(keeper, about(document), { property: 'subject' }, { limit: 2, cursor })
      const first = await page(null)
      await add(5)
      const second = await page(first.next)
      const third = await page(second.next)
      const texts = [...first.items, ...second.items, ...third.items].map(({ value }) => value.text)
      expect([texts, third.next]).toEqual([['0', '1', '2', '3', '4', '5'], null])
    })

    test('of a past time give the description as it stood then', async () => {
      const opened = await open()
      const { documents, write } = opened
      const agent = await write.authorities.add(anAgent(['NKVD']))
      const document = await aPaper(opened)
      const author = aClaim({
        document,
        property: 'author',
        value: { agent: agent.id },
        recordedAt: hoursLater(1),
      })
      await write.claims.add(saying(author, hoursLater(1)))
      const [old] = await opened.authorities.claims(agent.id)
      const renamed = aClaim({
        subject: { type: 'agent', id: agent.id },
        property: 'name',
        value: { text: 'NKGB' },
        recordedAt: hoursLater(2),
        revisionOf: old?.id ?? '',
      })
      await write.claims.revise(saying(renamed, hoursLater(2)))
      const creator = async (at?: string) =>
        (await documents.find(document, at === undefined ? undefined : { asOf: at, audience: everybody }))
          ?.description.creator
      expect(await creator(now)).toBe(null)
      expect(await creator(hoursLater(1))).toBe('NKVD')
      expect(await creator(hoursLater(2))).toBe('NKGB')
      expect(await creator()).toBe('NKGB')
    })
  })
}
