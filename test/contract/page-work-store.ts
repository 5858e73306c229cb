import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import type { Operation } from '../../src/domain/page-work/operation.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { noMark } from '../../src/domain/witness/mark.ts'
import type { Checks } from '../../src/ports/checks.ts'
import { newId } from '../../src/tools/ids.ts'
import {
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  keeper,
  now,
  somePages,
  stranger,
} from '../support/builders.ts'
import { isLong } from '../support/long.ts'
import { aLease, all, aReadDocument, finish, type Opened } from './opened.ts'

const change = ({ write }: Opened, witness: string, ...operations: Operation[]) =>
  write.pageWork.change({ actor, at: now, id: newId('r'), witness, operations })
const undo = ({ write }: Opened, id = '') =>
  write.pageWork.undo({ actor, at: now, id: newId('r'), change: id })
const pages = (from: number, to = from) => ({ from, to })
const textsOf = ({ texts }: Opened, document: string) => texts.contents(document, null, 1, 100, everybody)
const entriesOf = async ({ pageWork }: Opened, witness: string) =>
  (await pageWork.entries(witness, { limit: 1000, cursor: null }, everybody)).items

/** What is found of pages: the document and the number of each. */
async function found({ search }: Opened, q: string, audience = keeper) {
  const request = {
    query: parseQuery(q),
    filter: {},
    in: ['text'],
    match: 'all',
    transliterate: false,
  } as const
  const { hits, total } = await search.find({ ...request, sort: 'added', limit: 20, cursor: null }, audience)
  return {
    pages: total.pages,
    hits: hits.map((hit) => [hit.document.id, hit.pages.map(({ number }) => number).toSorted()]),
  }
}

/** Two documents, each with one witness of these pages. */
async function twoPapers(opened: Opened, one = ['one', 'two', 'three', 'four'], other = ['alpha', 'beta']) {
  const [a, b] = [await aReadDocument(opened, one), await aReadDocument(opened, other)]
  return { a: a.id, b: b.id, ofA: a.witness.id, ofB: b.witness.id }
}

/** What every store of page work promises. */
export function pageWorkContract(open: () => Promise<Opened & { checks: Checks }>) {
  describe('page work', () => {
    test('puts pages in order, and their numbers, texts and places follow', async () => {
      const opened = await open()
      const { a, ofA } = await twoPapers(opened)
      const before = await opened.texts.stamp(a, everybody)
      const ids = (await entriesOf(opened, ofA)).map(({ id }) => id)
      await change(opened, ofA, { op: 'move', choice: pages(2, 3), after: null })
      expect(await textsOf(opened, a)).toEqual(['one', 'four', 'two', 'three'])
      expect(await opened.texts.place(ids[1] ?? '')).toMatchObject({ number: 3 })
      expect((await opened.texts.page(a, null, 3, everybody))?.id).toBe(ids[1])
      expect(await opened.texts.stamp(a, everybody)).not.toBe(before)
      expect(await found(opened, 'two')).toEqual({ pages: 1, hits: [[a, [3]]] })
      await change(opened, ofA, { op: 'order', pages: ids.toReversed() })
      expect(await textsOf(opened, a)).toEqual(['four', 'three', 'two', 'one'])
    })

    test('is refused for who saw the witness otherwise, and each change makes it another version', async () => {
      const opened = await open()
      const { ofA } = await twoPapers(opened)
      const version = async () => (await opened.witnesses.find(keeper, ofA))?.version
      const expectedVersion = await version()
      const move = { op: 'move', choice: pages(1), after: null } as const
      const command = () => ({ actor, at: now, id: newId('r'), witness: ofA, operations: [move] })
      await opened.write.pageWork.change({ ...command(), expectedVersion })
      expect(await version()).toBe((expectedVersion ?? 0) + 1)
      const late = opened.write.pageWork.change({ ...command(), expectedVersion })
      await expect(late).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect(await change(opened, ofA, { op: 'move', choice: pages(1), after: 0 })).toBe(null)
      expect(await version()).toBe((expectedVersion ?? 0) + 1)
      await expect(change(opened, 'w-none', move)).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('takes pages from one document into another: search, annotations and marks follow', async () => {
      const opened = await open()
      const { a, b, ofA, ofB } = await twoPapers(opened)
      const page = (await entriesOf(opened, ofA))[1]?.id ?? ''
      const note = await opened.write.annotations.add(anAnnotation(a, 'remarkable', { page }))
      const content = { page, kind: 'receipt', reading: 'Received' } as const
      const mark = { ...noMark, ...content }
      const { id } = await opened.write.witnesses.addMark({
        actor,
        at: now,
        id: newId('m'),
        witness: ofA,
        content: mark,
      })
      const made = await change(opened, ofB, { op: 'take', witness: ofA, choice: pages(2, 3), after: 1 })
      expect(await textsOf(opened, b)).toEqual(['alpha', 'two', 'three', 'beta'])
      expect(await textsOf(opened, a)).toEqual(['one', 'four'])
      expect(await found(opened, 'two')).toEqual({ pages: 1, hits: [[b, [2]]] })
      expect([
        (await opened.documents.find(a))?.pageCount,
        (await opened.documents.find(b))?.pageCount,
      ]).toEqual([2, 4])
      expect((await opened.annotations.find(note.id))?.document).toBe(b)
      expect((await opened.witnesses.mark(keeper, id))?.witness).toBe(ofB)
      for (const witness of [ofA, ofB])
        expect((await opened.pageWork.changes(witness, all)).items).toEqual([made])
      await undo(opened, made?.id)
      expect(await textsOf(opened, a)).toEqual(['one', 'two', 'three', 'four'])
      expect(await textsOf(opened, b)).toEqual(['alpha', 'beta'])
      expect((await opened.annotations.find(note.id))?.document).toBe(a)
      expect((await opened.witnesses.mark(keeper, id))?.witness).toBe(ofA)
      expect(await found(opened, 'two')).toEqual({ pages: 1, hits: [[a, [2]]] })
      await change(opened, ofA, { op: 'remove', choice: pages(2) })
      const read = { ...mark, reading: 'Received June 7' }
      const changed = await opened.write.witnesses.changeMark({
        actor,
        at: now,
        id,
        witness: ofA,
        content: read,
      })
      expect(changed).toMatchObject({ page, reading: 'Received June 7' })
      expect(await checked(opened)).toEqual([])
    })

    test('lets a page stand in two documents, each of which has it for those who may see it', async () => {
      const opened = await open()
      const hidden = await aReadDocument(opened, ['secret', 'shared'], { visibility: 'restricted' })
      const shown = await aReadDocument(opened, ['open'])
      await change(opened, shown.witness.id, {
        op: 'copy',
        origin: { witness: hidden.witness.id, choice: pages(2) },
        after: 0,
      })
      const page = (await entriesOf(opened, shown.witness.id))[0]?.id ?? ''
      expect(await found(opened, 'shared', stranger)).toEqual({ pages: 1, hits: [[shown.id, [1]]] })
      expect((await found(opened, 'shared')).hits).toHaveLength(2)
      expect(await found(opened, 'secret', stranger)).toEqual({ pages: 0, hits: [] })
      expect((await opened.texts.place(page))?.document).toBe(hidden.id)
      expect((await opened.texts.place(page, stranger))?.document).toBe(shown.id)
      await opened.write.texts.correct(aCorrection(page, 'corrected'))
      expect(await found(opened, 'corrected', stranger)).toEqual({ pages: 1, hits: [[shown.id, [1]]] })
      expect((await found(opened, 'corrected')).hits).toHaveLength(2)
      await opened.write.documents.remove({ actor, at: now, id: hidden.id })
      expect(await found(opened, 'corrected')).toEqual({ pages: 1, hits: [[shown.id, [1]]] })
      expect((await opened.texts.place(page, keeper))?.document).toBe(shown.id)
      await opened.write.documents.restore({ actor, at: now, id: hidden.id })
      await opened.write.documents.remove({ actor, at: now, id: shown.id })
      expect(await found(opened, 'corrected', stranger)).toEqual({ pages: 0, hits: [] })
      expect(await opened.texts.place(page, stranger)).toBe(null)
      expect((await found(opened, 'corrected')).hits).toEqual([[hidden.id, [2]]])
      expect(await checked(opened)).toEqual([])
    })

    test('removes pages, which are listed by their file, are found no more, and are put back', async () => {
      const opened = await open()
      const { a, ofA } = await twoPapers(opened)
      const file = (await opened.documents.find(a))?.witnesses[0]?.files[0]?.id ?? ''
      const unplaced = async () =>
        (await opened.pageWork.ofFile(file, { unplaced: true }, all)).items.map(({ filePage }) => filePage)
      await change(opened, ofA, { op: 'remove', choice: pages(2, 3) })
      expect(await unplaced()).toEqual([2, 3])
      expect(await found(opened, 'two')).toEqual({ pages: 0, hits: [] })
      const [, second] = (await opened.pageWork.ofFile(file, { unplaced: false }, all)).items
      expect(second).toMatchObject({ filePage: 2, places: [] })
      expect(await opened.texts.newest(second?.id ?? '', null, everybody)).toMatchObject({ content: 'two' })
      await change(opened, ofA, { op: 'copy', origin: { pages: [second?.id ?? ''] }, after: null })
      await change(opened, ofA, { op: 'copy', origin: { file, from: 3, to: 3 }, after: 0 })
      expect(await textsOf(opened, a)).toEqual(['three', 'one', 'four', 'two'])
      expect(await unplaced()).toEqual([])
      const places = (await opened.pageWork.ofFile(file, { unplaced: false }, all)).items[1]?.places
      expect(places).toEqual([{ document: a, witness: ofA, number: 4 }])
      const again = change(opened, ofA, { op: 'copy', origin: { file, from: 1, to: 1 }, after: 0 })
      await expect(again).rejects.toMatchObject({ fault: 'conflict' })
    })

    test('labels pages and marks missing leaves, which have no number and change none', async () => {
      const opened = await open()
      const { a, ofA } = await twoPapers(opened)
      await change(
        opened,
        ofA,
        { op: 'label', choice: pages(1, 3), labelling: { start: '12r', step: 1 } },
        { op: 'missing', after: 3, label: '13v', note: 'Cut out.' },
        { op: 'missing', after: 0, label: null, note: 'The cover.' },
      )
      const { items } = (await opened.texts.pages(a, null, all, everybody)) ?? { items: [] }
      expect(items.map(({ number, label }) => [number, label])).toEqual([
        [1, '12r'],
        [2, '12v'],
        [3, '13r'],
        [4, null],
      ])
      const missing = await opened.pageWork.missing(a, null, 0, 4)
      expect(missing).toEqual([
        { id: expect.any(String), after: 0, label: null, note: 'The cover.' },
        { id: expect.any(String), after: 3, label: '13v', note: 'Cut out.' },
      ])
      expect(await opened.pageWork.missing(a, ofA, 1, 2)).toEqual([])
      const first = await opened.pageWork.entries(ofA, { limit: 2, cursor: null }, everybody)
      const rest = await opened.pageWork.entries(ofA, { limit: 10, cursor: first.next }, everybody)
      const kinds = [...first.items, ...rest.items].map(({ kind }) => kind)
      expect(kinds).toEqual(['missing', 'page', 'page', 'page', 'missing', 'page'])
      await change(opened, ofA, { op: 'describe', leaf: missing[1]?.id ?? '', label: '13v–14r', note: null })
      expect((await opened.pageWork.missing(a, null, 3, 3))[0]).toMatchObject({
        label: '13v–14r',
        note: null,
      })
      expect((await opened.documents.find(a))?.pageCount).toBe(4)
    })

    test('splits a document: the new one has the pages, and taking it back leaves it empty', async () => {
      const opened = await open()
      const { a, ofA } = await twoPapers(opened)
      const document = aDocument({ visibility: 'members', description: { title: 'A part' } })
      const split = (part: object = {}) =>
        opened.write.pageWork.split({
          ...{ actor, at: now, id: newId('r'), from: a, witness: null, choice: pages(2, 3), keep: false },
          document,
          ...part,
        })
      await expect(split({ choice: pages(3, 9) })).rejects.toMatchObject({ errors: [{ path: 'to' }] })
      expect(await opened.documents.find(document.id)).toBe(null)
      const made = await split()
      expect(made.document).toMatchObject({ id: document.id, pageCount: 2, visibility: 'members' })
      expect([await textsOf(opened, a), await textsOf(opened, document.id)]).toEqual([
        ['one', 'four'],
        ['two', 'three'],
      ])
      expect(await found(opened, 'two', stranger)).toEqual({ pages: 0, hits: [] })
      await undo(opened, made.change)
      expect([await textsOf(opened, a), await textsOf(opened, document.id)]).toEqual([
        ['one', 'two', 'three', 'four'],
        [],
      ])
      const kept = aDocument()
      await split({ id: newId('r'), keep: true, document: kept, witness: ofA })
      expect((await textsOf(opened, a)).length + (await textsOf(opened, kept.id)).length).toBe(6)
      const witness = (await twoPapers(opened)).ofB
      await expect(split({ id: newId('r'), document: aDocument(), witness })).rejects.toMatchObject({
        fault: 'not-found',
      })
    })

    test('is undone once, and not where what it did has changed since', async () => {
      const opened = await open()
      const { a, ofA } = await twoPapers(opened)
      const moved = await change(opened, ofA, { op: 'move', choice: pages(1), after: null })
      const labelled = await change(opened, ofA, {
        op: 'label',
        choice: pages(1),
        labelling: { labels: ['x'] },
      })
      const back = await undo(opened, moved?.id)
      expect(back).toMatchObject({ undoes: moved?.id, undoneBy: null })
      expect(await opened.pageWork.change(moved?.id ?? '')).toMatchObject({ undoneBy: back.id })
      await expect(undo(opened, moved?.id)).rejects.toMatchObject({ fault: 'conflict' })
      await undo(opened, back.id)
      expect(await textsOf(opened, a)).toEqual(['two', 'three', 'four', 'one'])
      await change(opened, ofA, { op: 'label', choice: pages(1), labelling: { labels: ['y'] } })
      await expect(undo(opened, labelled?.id)).rejects.toMatchObject({ fault: 'conflict' })
      await expect(undo(opened, 'r-none')).rejects.toMatchObject({ fault: 'not-found' })
      const removed = await change(opened, ofA, { op: 'remove', choice: pages(1, 4) })
      await opened.write.documents.remove({ actor, at: now, id: a })
      await expect(undo(opened, removed?.id)).rejects.toMatchObject({ fault: 'gone' })
    })

    test('stands in the histories of both documents with what was and what is', async () => {
      const opened = await open()
      const { a, b, ofA, ofB } = await twoPapers(opened)
      const made = await change(opened, ofB, { op: 'take', witness: ofA, choice: pages(2, 3), after: 1 })
      const newest = async (document: string) =>
        (await opened.history.ofDocument(keeper, document, all)).items[0]
      const run = { file: expect.any(String), from: 2, to: 3 }
      expect(await newest(a)).toMatchObject({
        verb: 'change-pages',
        by: actor,
        subject: { type: 'witness', id: ofA },
        before: { pages: [run] },
        after: { change: made?.id, pages: [] },
      })
      expect(await newest(b)).toMatchObject({
        subject: { id: ofB },
        before: { pages: [] },
        after: { change: made?.id, pages: [run] },
      })
      await undo(opened, made?.id)
      expect(await newest(a)).toMatchObject({ verb: 'undo-page-change', after: { undoes: made?.id } })
    })

    test('is kept when more pages are read: behind the rest of their file, or at the end', async () => {
      const opened = await open()
      const { id, witness } = await opened.write.documents
        .add(aDocument({ files: [aFile(), aFile()] }))
        .then(({ id, witnesses }) => ({ id, witness: witnesses[0]?.id ?? '' }))
      const first = await aLease(opened)
      await opened.write.texts.addPages(somePages(first.token, ['1a', '1b']))
      await opened.write.jobs.finish({ at: now, token: first.token, ...failed })
      const second = await aLease(opened)
      await opened.write.texts.addPages(somePages(second.token, ['2a']))
      await change(
        opened,
        witness,
        { op: 'move', choice: pages(3), after: 0 },
        { op: 'missing', after: 3, label: 'last', note: null },
      )
      await opened.write.texts.addPages(somePages(second.token, ['2b'], { first: 2 }))
      await finish(opened, second.token)
      expect(await textsOf(opened, id)).toEqual(['2a', '2b', '1a', '1b'])
      await change(opened, witness, { op: 'remove', choice: pages(4) })
      await opened.write.jobs.retry({ actor, at: now, id: first.job })
      const again = await aLease(opened)
      await opened.write.texts.addPages(somePages(again.token, ['1a', '1b', '1c']))
      expect(await textsOf(opened, id)).toEqual(['2a', '2b', '1a', '1c'])
      expect(await opened.pageWork.missing(id, null, 0, 9)).toMatchObject([{ after: 3, label: 'last' }])
      expect(await checked(opened)).toEqual([])
    })

    test('loses no page, and any sequence of changes taken back gives what was', async () => {
      const opened = await open()
      const { a, b, ofA, ofB } = await twoPapers(opened)
      const files = await Promise.all(
        [a, b].map(async (id) => (await opened.documents.find(id))?.witnesses[0]?.files[0]?.id ?? ''),
      )
      const state = async () => Promise.all([ofA, ofB].map((witness) => entriesOf(opened, witness)))
      const lists = async () =>
        (
          await Promise.all(files.map((file) => opened.pageWork.ofFile(file, { unplaced: false }, all)))
        ).flatMap(({ items }) => items)
      const place = fc.integer({ min: 1, max: 6 })
      const range = fc.tuple(place, place).map(([one, two]) => pages(Math.min(one, two), Math.max(one, two)))
      const after = fc.option(fc.integer({ min: 0, max: 6 }))
      const witness = fc.constantFrom(ofA, ofB)
      const operation: fc.Arbitrary<Operation> = fc.oneof(
        fc.record({ op: fc.constant('move'), choice: range, after }),
        fc.record({ op: fc.constant('take'), witness, choice: fc.option(range), after }),
        fc.record({
          op: fc.constant('copy'),
          origin: fc.record({ witness, choice: fc.option(range) }),
          after,
        }),
        fc.record({
          op: fc.constant('copy'),
          origin: fc.record({ file: fc.constantFrom(...files), from: fc.constant(1), to: place }),
          after,
        }),
        fc.record({ op: fc.constant('remove'), choice: range }),
        fc.record({
          op: fc.constant('label'),
          choice: range,
          labelling: fc.record({ start: fc.constantFrom('1r', 'i', '[9]'), step: fc.constant(1) }),
        }),
        fc.record({
          op: fc.constant('missing'),
          after,
          label: fc.constantFrom('x', null),
          note: fc.constant(null),
        }),
      )
      const steps = fc.array(
        fc.record({ at: witness, operations: fc.array(operation, { minLength: 1, maxLength: 3 }) }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      await fc.assert(
        fc.asyncProperty(steps, async (given) => {
          const before = await state()
          const done: string[] = []
          for (const { at, operations } of given) {
            const made = await change(opened, at, ...operations).catch((error) => {
              // What cannot be done is refused as a whole, with a sentence.
              expect(['invalid-input', 'conflict']).toContain(error.fault)
              return null
            })
            if (made) done.push(made.id)
          }
          const placed = (await state()).flat().filter(({ kind }) => kind === 'page')
          const listed = await lists()
          expect(listed).toHaveLength(6)
          expect(listed.flatMap(({ places }) => places)).toHaveLength(placed.length)
          expect(new Set(placed.map(({ id }) => id))).toEqual(
            new Set(listed.filter(({ places }) => places.length > 0).map(({ id }) => id)),
          )
          const indexed = await Promise.all(['one', 'two', 'alpha'].map((word) => found(opened, word)))
          expect(indexed.reduce((sum, { hits }) => sum + hits.length, 0)).toBe(
            listed.filter((_, index) => index === 0 || index === 1 || index === 4).flatMap(documentsOf)
              .length,
          )
          for (const id of done.toReversed()) await undo(opened, id)
          expect(await state()).toEqual(before)
          expect(await textsOf(opened, a)).toEqual(['one', 'two', 'three', 'four'])
        }),
        { numRuns: isLong ? 500 : 25 },
      )
      expect(await checked(opened)).toEqual([])
    }, 60_000)
  })
}

const failed = { file: 'failed', message: null, error: 'Broken.', remark: null } as const

const documentsOf = ({ places }: { places: readonly { document: string }[] }) => [
  ...new Set(places.map(({ document }) => document)),
]

/** What a check of the index finds wrong. */
async function checked({ checks }: { checks: Checks }): Promise<string[]> {
  const says: string[] = []
  for await (const finding of checks.index()) says.push(finding.says)
  return says
}
