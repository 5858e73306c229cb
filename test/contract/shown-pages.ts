import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { layOut } from '../../src/domain/page/lay-out.ts'
import type { Operation } from '../../src/domain/page-work/operation.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, aFile, anImage, keeper, now, somePages } from '../support/builders.ts'
import { aLease, all, aReadDocument, finish, type Open, type Opened } from './opened.ts'

const change = ({ write }: Opened, witness: string, ...operations: Operation[]) =>
  write.pageWork.change({ actor, at: now, id: newId('r'), witness, operations })

/** The pages that are shown, by their snippets without marks. */
async function shown({ search }: Opened, q = 'night') {
  const request = {
    query: parseQuery(q),
    filter: {},
    in: ['text'],
    match: 'all',
    transliterate: false,
  } as const
  const { hits } = await search.find({ ...request, sort: 'added', limit: 20, cursor: null }, keeper)
  const pages = hits.flatMap((hit) => hit.pages)
  return new Map(pages.map(({ snippet, ...page }) => [snippet.replaceAll(/<\/?mark>/g, ''), page]))
}

const numbers = async (opened: Opened) =>
  Object.fromEntries([...(await shown(opened))].map(([text, { number }]) => [text, number]))

const texts = ['first night', 'second night', 'third night']

/** A paper with a second witness, which has all its pages. */
async function twoWitnesses(opened: Opened) {
  const { id, witness } = await aReadDocument(opened, texts)
  expect((await shown(opened)).size).toBe(3)
  const second = newId('w')
  await opened.write.witnesses.add({ actor, at: now, id: second, document: id, claims: [], marks: [] })
  await change(opened, second, { op: 'take', witness: witness.id, choice: null, after: null })
  return { first: witness.id, second }
}

/** What every search index promises of pages that change between two searches for the same. */
export function shownPagesContract(open: Open) {
  describe('a page that was shown is shown as it is now', () => {
    test('when it is called otherwise', async () => {
      const opened = await open()
      const { witness } = await aReadDocument(opened, texts)
      expect((await shown(opened)).get('second night')?.label).toBe(null)
      const label = { op: 'label', choice: { from: 2, to: 2 }, labelling: { labels: ['2v'] } } as const
      await change(opened, witness.id, label)
      expect((await shown(opened)).get('second night')?.label).toBe('2v')
    })

    test('when it stands elsewhere in its witness', async () => {
      const opened = await open()
      const { witness } = await aReadDocument(opened, texts)
      expect(await numbers(opened)).toEqual({ 'first night': 1, 'second night': 2, 'third night': 3 })
      await change(opened, witness.id, { op: 'move', choice: { from: 1, to: 1 }, after: null })
      expect(await numbers(opened)).toEqual({ 'first night': 3, 'second night': 1, 'third night': 2 })
      await change(opened, witness.id, { op: 'remove', choice: { from: 1, to: 1 } })
      expect(await numbers(opened)).toEqual({ 'first night': 2, 'third night': 1 })
    })

    test('when it has come to stand in an earlier witness, too, and when it has left that again', async () => {
      const opened = await open()
      const { first, second } = await twoWitnesses(opened)
      const witnesses = async () => [...(await shown(opened)).values()].map(({ witness }) => witness)
      expect(await witnesses()).toEqual([second, second, second])
      await change(opened, first, {
        op: 'copy',
        origin: { witness: second, choice: null },
        after: null,
      })
      expect(await witnesses()).toEqual([null, null, null])
      await change(opened, first, { op: 'remove', choice: { from: 1, to: 3 } })
      expect(await witnesses()).toEqual([second, second, second])
    })

    test('when pages that come before it are read after it', async () => {
      const opened = await open()
      await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      const first = await aLease(opened)
      const failed = { file: 'failed', message: null, error: 'Broken.', remark: null } as const
      await opened.write.jobs.finish({ at: now, token: first.token, ...failed })
      const second = await aLease(opened)
      await opened.write.texts.addPages(somePages(second.token, ['last night']))
      await finish(opened, second.token)
      expect(await numbers(opened)).toEqual({ 'last night': 1 })
      await opened.write.jobs.retry({ actor, at: now, id: first.job })
      const again = await aLease(opened)
      await opened.write.texts.addPages(somePages(again.token, ['one', 'two']))
      expect(await numbers(opened)).toEqual({ 'last night': 3 })
    })

    test('when those before it were brought to the pages of a scan', async () => {
      const opened = await open()
      const files = [aFile(), aFile({ name: 'scan.pdf', role: 'scan' })]
      const { witnesses } = await opened.write.documents.add(aDocument({ files }))
      const read = async (
        said: { content: string; label?: string }[],
        layer: 'transcription' | 'embedded',
      ) => {
        const { token } = await aLease(opened)
        const texts = said.map(({ content }) => content)
        const command = somePages(token, texts, { layer })
        const pages = command.pages.map((page, at) => ({ ...page, ...said[at] }))
        await opened.write.texts.addPages({ ...command, pages })
        await finish(opened, token)
      }
      await read([{ content: 'one', label: '1' }], 'transcription')
      await read([{ content: '' }, { content: 'a scanned night' }], 'embedded')
      expect(await numbers(opened)).toEqual({ 'a scanned night': 3 })
      const file = witnesses[0]?.files[0]?.id ?? ''
      await opened.write.matching.matchFile({ actor, at: now, file })
      expect(await numbers(opened)).toEqual({ 'a scanned night': 2 })
    })

    test('when it is pictured in another size', async () => {
      const opened = await open()
      const bytes = { of: 'a scan' }
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile(bytes)] }))
      const { token } = await aLease(opened)
      const word = { text: 'night', confidence: null, box: [10, 5, 9, 4] as const }
      const { content, placed } = layOut({ width: 100, height: 50 }, [[[word]]])
      const command = somePages(token, [content], { layer: 'embedded' })
      const pages = command.pages.map((page) => ({ ...page, width: 1000, height: 500, placed }))
      await opened.write.texts.addPages({ ...command, pages })
      const boxes = async () => (await shown(opened)).get('night')?.boxes
      expect(await boxes()).toEqual([[100, 50, 90, 40]])
      const image = anImage({ width: 200, height: 100, likeness: null })
      await opened.write.pageImages.record({ at: now, sha256: aFile(bytes).sha256, filePage: 1, image })
      expect((await opened.texts.pages(id, null, all, everybody))?.items[0]?.width).toBe(200)
      expect(await boxes()).toEqual([[20, 10, 18, 8]])
    })
  })
}
