import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchIndex, SearchRequest } from '../../../src/ports/search-index.ts'
import { newId } from '../../../src/tools/ids.ts'
import { aLease, aReadDocument, finish } from '../../contract/opened.ts'
import {
  aClaim,
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  keeper,
  now,
  somePages,
  stranger,
} from '../../support/builders.ts'
import { isLong } from '../../support/long.ts'
import { openSqlite } from '../open.ts'

const words = ['night', 'nights', 'train', 'wagon', 'nightly', 'order']
const queries = [
  'night',
  '"night"',
  'night train',
  '"night train"',
  'night OR wagon',
  'nig*',
  'night -wagon',
  'text:train',
  'type:order OR train',
  'title:wagon',
  '=night',
  'night NEAR/1 train',
  'nigth~',
]

const aRequest = fc.record({
  q: fc.constantFrom(...queries),
  audience: fc.constantFrom(keeper, stranger),
  filter: fc.constantFrom<SearchRequest['filter']>({}, { type: 'order' }),
  match: fc.constantFrom<SearchRequest['match']>('all', 'auto', 'any'),
  in: fc.constantFrom<SearchRequest['in']>(['text', 'description'], ['text', 'annotations']),
})
type Request = typeof aRequest extends fc.Arbitrary<infer R> ? R : never

const aText = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
const aStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('read on' as const),
      texts: fc.array(aText, { minLength: 1, maxLength: 3 }),
      language: fc.constantFrom('en' as const, null),
    }),
  },
  fc.record({
    do: fc.constant('add' as const),
    title: fc.constantFrom(...words),
    type: fc.constantFrom('order', 'report'),
  }),
  fc.record({
    do: fc.constant('correct' as const),
    which: fc.nat(),
    text: aText,
    layer: fc.constantFrom('transcription' as const, 'translation:en' as const),
  }),
  fc.record({ do: fc.constant('note' as const), which: fc.nat(), text: aText }),
  fc.record({
    do: fc.constant('call' as const),
    which: fc.nat(),
    says: fc.constantFrom<[property: string, value: Record<string, string>]>(
      ['type', { term: 'order' }],
      ['type', { term: 'report' }],
      ['title', { text: 'order' }],
      ['date', { edtf: '1941' }],
      ['date', { edtf: '1952' }],
    ),
  }),
  fc.record({ do: fc.constantFrom('show' as const, 'hide' as const), which: fc.nat() }),
)
type Step = typeof aStep extends fc.Arbitrary<infer R> ? R : never

/** An archive in which documents are read bit by bit. */
function anArchive() {
  const opened = openSqlite()
  const documents: string[] = []
  const pages: string[] = []
  let reading: { token: string; next: number } | null = null
  const one = (all: readonly string[], which: number) => all[which % Math.max(1, all.length)]

  async function take(step: Step): Promise<void> {
    const { documents: writer, texts, annotations } = opened.write
    switch (step.do) {
      case 'add': {
        if (reading) await finish(opened, reading.token)
        const { title, type } = step
        const command = aDocument({ files: [aFile()], description: { title, type } })
        await writer.add(command)
        documents.push(command.id)
        reading = { token: (await aLease(opened)).token, next: 1 }
        return
      }
      case 'read on': {
        if (!reading) return
        const { pages: read, ...command } = somePages(reading.token, step.texts, { first: reading.next })
        const { language } = step
        const newWords = command.newWords.map(({ words }) => ({ language, words }))
        await texts.addPages({ ...command, pages: read.map((page) => ({ ...page, language })), newWords })
        pages.push(...read.map(({ id }) => id))
        reading.next += step.texts.length
        return
      }
      case 'correct': {
        const page = one(pages, step.which)
        if (page) await texts.correct(aCorrection(page, step.text, { layer: step.layer }))
        return
      }
      case 'note': {
        const document = one(documents, step.which)
        if (document) await annotations.add(anAnnotation(document, step.text))
        return
      }
      case 'call': {
        const id = one(documents, step.which)
        if (!id) return
        const [property, value] = step.says
        const claims = [aClaim({ document: id, property, value, rank: 'preferred' })]
        await writer.revise({ actor: 'keeper', at: now, id, claims })
        return
      }
      default: {
        const id = one(documents, step.which)
        const visibility = step.do === 'show' ? 'public' : 'restricted'
        if (id) await writer.revise({ actor: 'keeper', at: now, id, claims: [], visibility })
      }
    }
  }
  return { opened, take }
}

/** What somebody finds; `ranked` with scores and in the order that they make. */
async function found(index: SearchIndex, { q, audience, ...request }: Request, isRanked: boolean) {
  const sort = isRanked ? 'relevance' : 'added'
  const all = { sort, transliterate: true, limit: 100, cursor: null } as const
  const { hits, ...rest } = await index.find({ ...all, ...request, query: parseQuery(q) }, audience)
  const shown = hits.map(({ document, pageHits, pages, missing, score }) => ({
    id: document.id,
    pages: pages.length,
    pageHits,
    missing,
    score: isRanked ? score : null,
  }))
  return { ...rest, shown }
}

test('what was found grows by what is read, corrected, noted, shown and hidden, as if it were found anew', async () => {
  const steps = fc.array(aStep, { minLength: 4, maxLength: 10 })
  const requests = fc.array(aRequest, { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(steps, requests, fc.boolean(), async (all, asked, isKeptUp) => {
      const { opened, take } = anArchive()
      const options = { mostGrown: 1000, mostRecent: 2 }
      // One keeps the rows that it found, the other reads them off the lists again.
      const growing = [opened.reopen(options), opened.reopen({ ...options, mostRows: 0 })]
      await take({ do: 'add', title: 'night', type: 'order' })
      for (const step of [...all, all[0] as Step]) {
        await take(step)
        if (isKeptUp) for (const index of growing) index.keepUp()
        const anew = opened.reopen()
        for (const request of asked)
          for (const index of growing)
            expect(await found(index, request, false)).toEqual(await found(anew, request, false))
      }
    }),
    { numRuns: isLong ? 60 : 8 },
  )
})

test('it is ranked as if it were found anew once the archive has grown by a share', async () => {
  const opened = openSqlite()
  const index = opened.reopen({ mostGrown: 1 / 2, mostRows: 0 })
  const request = { q: '"night"', audience: keeper, filter: {}, match: 'all', in: ['text'] } as const
  const titled = { description: { title: 'A paper' } }
  for (let many = 0; many < 20; many++) await aReadDocument(opened, ['night', 'train'], titled)
  const first = await found(index, request, true)
  expect(first).toEqual(await found(opened.reopen(), request, true))
  await aReadDocument(opened, ['night night'], titled)
  const second = await found(index, request, true)
  const anew = await found(opened.reopen(), request, true)
  expect(second.total).toEqual(anew.total)
  expect(second.shown.map(({ id }) => id)).toEqual(anew.shown.map(({ id }) => id))
  expect(second.shown.at(-1)?.score).toBe(first.shown[0]?.score)
  expect(anew.shown.at(-1)?.score).not.toBe(first.shown[0]?.score)
  for (let many = 0; many < 20; many++) await aReadDocument(opened, ['wagon'], titled)
  expect(await found(index, request, true)).toEqual(await found(opened.reopen(), request, true))
})

test('what is counted of documents is counted again when their collection is moved', async () => {
  const opened = openSqlite()
  const request = { q: 'night', audience: keeper, filter: {}, match: 'all', in: ['text'] } as const
  const unit = { actor, at: now, referenceCode: null, elements: {}, visibility: 'public' } as const
  const put = { ...unit, embargoUntil: null, group: null } as const
  const { collections } = opened.write
  const fonds = { ...put, id: newId('k'), parent: null, level: 'fonds', title: 'A fonds' } as const
  const series = { ...put, id: newId('k'), parent: fonds.id, level: 'series', title: 'A series' } as const
  await collections.add(fonds)
  await collections.add(series)
  const { id } = await aReadDocument(opened, ['night'])
  const claims = [aClaim({ document: id, property: 'collection', value: { collection: series.id } })]
  await opened.write.documents.revise({ actor, at: now, id, claims })
  const counted = async () => (await found(opened.search, request, false)).facets.collection
  expect(await counted()).toHaveLength(2)
  await collections.revise({ ...series, parent: null })
  expect(await counted()).toEqual([{ value: series.id, count: 1 }])
})
