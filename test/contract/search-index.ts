import { describe, expect, test } from 'vitest'
import type { Audience } from '../../src/domain/audience.ts'
import { everybody } from '../../src/domain/audience.ts'
import { layOut } from '../../src/domain/page/lay-out.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import type { SearchIndex, SearchRequest } from '../../src/ports/search-index.ts'
import {
  aClaim,
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  hoursLater,
  keeper,
  member,
  now,
  somePages,
  stranger,
} from '../support/builders.ts'
import { aLease, all, aReadDocument, type Opened } from './opened.ts'

const asked = (q: string, part: Partial<SearchRequest> = {}): SearchRequest => ({
  query: parseQuery(q),
  filter: {},
  in: ['text', 'description'],
  match: 'all',
  transliterate: true,
  sort: 'relevance',
  limit: 20,
  cursor: null,
  ...part,
})

async function found({ search }: Pick<Opened, 'search'>, q: string, audience: Audience = keeper, part = {}) {
  const { hits, total } = await search.find(asked(q, part), audience)
  expect(total).toMatchObject({ documents: hits.length, exact: true })
  return hits.map(({ document }) => document.title)
}

/** Reads a search to its end in pages of `limit`; `between` happens after the first page. */
async function walk(
  search: SearchIndex,
  request: SearchRequest,
  between: () => Promise<SearchIndex | undefined>,
  audience: Audience = keeper,
) {
  const seen: string[] = []
  let from = search
  for (let cursor: string | null = null, pages = 0; pages < 50; pages++) {
    const { hits, next }: Awaited<ReturnType<SearchIndex['find']>> = await from.find(
      { ...request, cursor },
      audience,
    )
    seen.push(...hits.map(({ document }) => document.id))
    if (next === null) return seen
    if (cursor === null) from = (await between()) ?? search
    cursor = next
  }
  throw new Error('The results have no end.')
}

/** What every search index promises; `reopen` is the index as another process, or the same after a restart, has it. */
export function searchIndexContract(open: () => Promise<Opened & { reopen(): SearchIndex }>) {
  describe('search', () => {
    test('finds a page by its words as soon as it is written, once for its document', async () => {
      const opened = await open()
      await aReadDocument(opened, ['Nothing.', 'The railway wagons.', 'Wagons again.'])
      const { hits, total } = await opened.search.find(asked('wagons'), keeper)
      expect(total).toEqual({ documents: 1, pages: 2, exact: true })
      expect(hits[0]).toMatchObject({ pageHits: 2, missing: [], notes: [] })
      expect(hits[0]?.pages.map(({ number }) => number).toSorted()).toEqual([2, 3])
      expect(hits[0]?.pages.find(({ number }) => number === 2)?.snippet).toBe(
        'The railway <mark>wagons</mark>.',
      )
    })

    test('tells where on the page every word found stands, in pixels of the page', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      const line = ['the', 'night', 'train', 'left', 'at', 'night'].map((text, at) => ({
        ...{ text, confidence: null },
        box: [at * 10, 5, 9, 4] as const,
      }))
      const { content, placed } = layOut({ width: 100, height: 50 }, [[line]])
      const command = somePages(token, [content], { layer: 'embedded' })
      const pages = command.pages.map((page) => ({ ...page, width: 1000, height: 500, placed }))
      await opened.write.texts.addPages({ ...command, pages })
      const boxes = [
        [100, 50, 90, 40],
        [500, 50, 90, 40],
      ]
      const { hits } = await opened.search.find(asked('night'), keeper)
      expect(hits[0]?.pages[0]?.boxes).toEqual(boxes)
      const phrase = await opened.search.within(id, parseQuery('"night train"'), all, keeper)
      expect(phrase?.items[0]?.boxes).toEqual([boxes[0], [200, 50, 90, 40]])
    })

    test('wants all words of a query in one reading, and finds descriptions without pages', async () => {
      const opened = await open()
      await aReadDocument(opened, ['railway', 'wagons'], { description: { title: 'Night convoy' } })
      expect(await found(opened, 'railway wagons')).toEqual([])
      expect(await found(opened, 'railway convoy')).toEqual([])
      const { hits } = await opened.search.find(asked('night convoy'), keeper)
      expect(hits).toMatchObject([{ pages: [], pageHits: 0, document: { title: 'Night convoy' } }])
      expect(await found(opened, 'convoy', keeper, { in: ['text'] })).toEqual([])
      expect(await found(opened, 'railway', keeper, { in: ['description'] })).toEqual([])
    })

    test('finds a corrected page by its new words only, and a removed document not until it is restored', async () => {
      const opened = await open()
      const { id } = await aReadDocument(opened, ['rnachine'])
      const page = await opened.texts.page(id, null, 1, everybody)
      await opened.write.texts.correct(aCorrection(page?.id ?? '', 'machine'))
      await opened.write.annotations.add(anAnnotation(id, 'a remark'))
      const everywhere = { in: ['text', 'description', 'annotations'] }
      const look = async () => [
        ...(await found(opened, 'rnachine', keeper, everywhere)),
        await found(opened, 'machine', keeper, everywhere),
        await found(opened, 'paper', keeper, everywhere),
        await found(opened, 'remark', keeper, everywhere),
      ]
      expect(await look()).toEqual([['A paper'], ['A paper'], ['A paper']])
      await opened.write.documents.remove({ actor, at: now, id })
      expect(await look()).toEqual([[], [], []])
      expect(await opened.search.within(id, parseQuery('machine'), all, keeper)).toBe(null)
      await opened.write.documents.restore({ actor, at: now, id })
      expect(await look()).toEqual([['A paper'], ['A paper'], ['A paper']])
    })

    test('finds annotations only where they are asked for, as they are now', async () => {
      const opened = await open()
      const { id } = await aReadDocument(opened, ['text'])
      const said = await opened.write.annotations.add(anAnnotation(id, 'forgery'))
      const inAnnotations = { in: ['annotations'] }
      expect(await found(opened, 'forgery')).toEqual([])
      expect(await found(opened, 'forgery', keeper, inAnnotations)).toEqual(['A paper'])
      await opened.write.annotations.change({ ...anAnnotation(id, 'genuine'), id: said.id })
      expect(await found(opened, 'forgery', keeper, inAnnotations)).toEqual([])
      expect(await found(opened, 'genuine', keeper, inAnnotations)).toEqual(['A paper'])
      await opened.write.annotations.remove({ actor, at: now, id: said.id })
      expect(await found(opened, 'genuine', keeper, inAnnotations)).toEqual([])
    })

    test('finds by note: the documents that somebody annotated so, also beside words of their pages', async () => {
      const opened = await open()
      const { id } = await aReadDocument(opened, ['night train'])
      await aReadDocument(opened, ['night wagon'], { description: { title: 'Another' } })
      const hidden = await aReadDocument(opened, ['night'], { visibility: 'restricted' })
      await opened.write.annotations.add(anAnnotation(id, 'Šiauliai stamp'))
      await opened.write.annotations.add(anAnnotation(hidden.id, 'the stamp'))
      expect(await found(opened, 'note:siauliai')).toEqual(['A paper'])
      expect(await found(opened, 'note:"siauliai stamp" night', stranger)).toEqual(['A paper'])
      expect(await found(opened, 'note:stamp', stranger)).toEqual(['A paper'])
      expect(await found(opened, 'note:stamp')).toEqual(['A paper', 'A paper'])
      expect(await found(opened, 'night -note:stamp')).toEqual(['Another'])
      expect(await found(opened, 'note:night')).toEqual([])
    })

    test('shows, counts and facets for each audience only what it may see, from the change on', async () => {
      const opened = await open()
      const add = (type: string, visibility: 'public' | 'members' | 'restricted') =>
        aReadDocument(opened, ['deportation'], {
          visibility,
          description: { title: type, type, date: '1941' },
        })
      const order = await add('order', 'public')
      await add('letter', 'members')
      const report = await add('report', 'restricted')
      const look = async (audience: Audience) => {
        const { total, hits, facets, histogram } = await opened.search.find(asked('deportation'), audience)
        const types = facets.type.map(({ value }) => value).toSorted()
        expect(hits.map(({ document }) => document.type).toSorted()).toEqual(types)
        expect([total.documents, total.pages, histogram[0]?.count]).toEqual(Array(3).fill(types.length))
        return types
      }
      expect(await look(keeper)).toEqual(['letter', 'order', 'report'])
      expect(await look(member)).toEqual(['letter', 'order'])
      expect(await look(stranger)).toEqual(['order'])
      const within = (id: string) => opened.search.within(id, parseQuery('deportation'), all, stranger)
      expect(await within(report.id)).toBe(null)
      expect((await within(order.id))?.items).toHaveLength(1)
      await opened.write.documents.revise({ actor, at: now, id: report.id, claims: [], visibility: 'public' })
      expect(await look(stranger)).toEqual(['order', 'report'])
    })

    test('lists every matching page of one document in order, from where a list ended', async () => {
      const opened = await open()
      const { id } = await aReadDocument(opened, ['x night', 'x', 'night night', 'x night'])
      const query = parseQuery('night')
      const first = await opened.search.within(id, query, { limit: 2, cursor: null }, keeper)
      const second = await opened.search.within(id, query, { limit: 2, cursor: first?.next ?? null }, keeper)
      const numbers = [first, second].map((list) => list?.items.map(({ number }) => number))
      expect(numbers).toEqual([[1, 3], [4]])
      expect(second?.next).toBe(null)
      expect(await opened.search.within('d-none', query, all, keeper)).toBe(null)
    })
  })

  describe('a search of several pages', () => {
    const titles = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    async function seven(opened: Opened) {
      const ids = new Map<string, string>()
      for (const title of titles)
        ids.set(
          title,
          (
            await aReadDocument(opened, ['night '.repeat(title.charCodeAt(0) - 90)], {
              description: { title },
            })
          ).id,
        )
      return ids
    }
    const sorts = ['relevance', 'title', 'added', 'date', '-date'] as const

    test('shows everything once while documents arrive, change and go', async () => {
      for (const sort of sorts) {
        const opened = await open()
        const ids = await seven(opened)
        const request = asked('night', { sort, limit: 2 })
        const calm = await walk(opened.search, request, async () => undefined)
        expect(new Set(calm)).toEqual(new Set(ids.values()))
        const [gone, changed] = [calm[1] ?? '', calm[4] ?? '']
        const shown = await walk(opened.search, request, async () => {
          await aReadDocument(opened, ['night night night'], { description: { title: 'aa' } })
          await opened.write.documents.remove({ actor, at: now, id: gone })
          const claims = [aClaim({ document: changed, value: { text: 'zz' } })]
          await opened.write.documents.revise({ actor, at: now, id: changed, claims })
          return undefined
        })
        expect(shown.slice(0, 7), sort).toEqual(calm)
      }
    })

    test('shows everything once though it is dated otherwise meanwhile', async () => {
      for (const sort of ['date', '-date'] as const) {
        const opened = await open()
        const ids = [...(await seven(opened)).values()]
        const date = (id: string, edtf: string, at: string) => {
          const value = { edtf, event: 'signed' }
          const claims = [aClaim({ document: id, property: 'date', value, rank: 'preferred' })]
          return opened.write.documents.revise({ actor, at, id, claims })
        }
        for (const [at, id] of ids.entries()) await date(id, `194${at}`, now)
        const request = asked('night', { sort, limit: 2 })
        const calm = await walk(opened.search, request, async () => undefined)
        expect(calm).toEqual(sort === 'date' ? ids : ids.toReversed())
        const shown = await walk(opened.search, request, async () => {
          await date(ids[3] ?? '', sort === 'date' ? '1931' : '1959', hoursLater(1))
          return undefined
        })
        expect(shown, sort).toEqual(calm)
      }
    })

    test('leaves out, and counts no more, what was hidden since its first page', async () => {
      const opened = await open()
      const ids = await seven(opened)
      const request = asked('night', { sort: 'title', limit: 3 })
      const first = await opened.search.find(request, stranger)
      const hide = { actor, at: now, id: ids.get('e') ?? '', claims: [], visibility: 'restricted' } as const
      await opened.write.documents.revise(hide)
      const second = await opened.search.find({ ...request, cursor: first.next }, stranger)
      expect(second.hits.map(({ document }) => document.title)).toEqual(['d', 'f', 'g'])
      expect([second.total, second.next]).toEqual([{ documents: 6, pages: 6, exact: true }, null])
    })

    test('goes on after a restart, and past midnight', async () => {
      for (const sort of sorts) {
        const opened = await open()
        const ids = await seven(opened)
        const request = asked('night', { sort, limit: 2 })
        const calm = await walk(opened.search, request, async () => undefined)
        const [gone = ''] = calm
        const shown = await walk(opened.search, request, async () => {
          await opened.write.documents.remove({ actor, at: now, id: gone })
          return opened.reopen()
        })
        expect(shown, sort).toEqual(calm)
        expect(shown).toHaveLength(ids.size)
        const first = await opened.search.find(request, stranger)
        const next = opened.search.find(
          { ...request, cursor: first.next },
          { ...stranger, today: '2026-03-02' },
        )
        await expect(next).resolves.toMatchObject({ hits: [{}, {}] })
      }
    })

    test('is not gone on with by the cursor of another search', async () => {
      const opened = await open()
      await seven(opened)
      const { next } = await opened.search.find(asked('night', { limit: 2 }), keeper)
      const others = [asked('nights', { cursor: next }), asked('night', { cursor: 'nonsense' })]
      for (const other of others)
        await expect(opened.search.find(other, keeper)).rejects.toMatchObject({ fault: 'invalid-input' })
      const stolen = opened.search.find(asked('night', { cursor: next }), stranger)
      await expect(stolen).rejects.toMatchObject({ fault: 'invalid-input' })
    })
  })
}
