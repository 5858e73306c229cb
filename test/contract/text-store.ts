import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { layOut } from '../../src/domain/page/lay-out.ts'
import { newId } from '../../src/tools/ids.ts'
import { aCorrection, actor, aDocument, aFile, now, somePages } from '../support/builders.ts'
import { aLease, all, aReadDocument, finish, type Open, type Opened } from './opened.ts'

const pageIds = async ({ texts }: Opened, document: string) =>
  (await texts.pages(document, null, all, everybody))?.items.map(({ id }) => id) ?? []

async function onlyPage(opened: Opened, text = 'As it was read.') {
  const { id } = await aReadDocument(opened, [text])
  const [page = ''] = await pageIds(opened, id)
  return { document: id, page, read: (await opened.texts.newest(page, null, everybody))?.id ?? '' }
}

/** What every store of texts promises. */
export function textStoreContract(open: Open) {
  describe('pages', () => {
    test('stand in order with their text, those without text too', async () => {
      const opened = await open()
      const { id, witness } = await aReadDocument(opened, ['First', '', 'Third'])
      const { texts, documents } = opened
      expect(await texts.contents(id, null, 1, 10, everybody)).toEqual(['First', '', 'Third'])
      expect(await texts.contents(id, 'ocr', 1, 10, everybody)).toEqual(['', '', ''])
      expect(await texts.contents(id, null, 3, 10, everybody)).toEqual(['Third'])
      const listed = await texts.pages(id, witness.id, all, everybody)
      expect(listed?.items.map(({ number, layers }) => [number, layers])).toEqual([
        [1, ['transcription']],
        [2, []],
        [3, ['transcription']],
      ])
      expect(await texts.place(listed?.items[2]?.id ?? '')).toEqual({
        document: id,
        witness: witness.id,
        number: 3,
      })
      expect((await documents.find(id))?.pageCount).toBe(3)
      expect([
        await texts.page(id, null, 4, everybody),
        await texts.pages(id, 'w-none', all, everybody),
        await texts.place('p'),
      ]).toEqual([...[null, null, null]])
    })

    test('know where their words stand, and a correction takes that over', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      const frame = { width: 200, height: 300 }
      const words = [
        { text: 'speedi1y', box: [10, 20, 80, 9] as const, confidence: 41 },
        { text: 'indeed', box: [100, 20, 60, 9] as const, confidence: 90 },
      ]
      const { content, placed } = layOut(frame, [[words]])
      const command = somePages(token, [content], { layer: 'embedded' })
      const pages = command.pages.map((page) => ({ ...page, ...frame, placed }))
      await opened.write.texts.addPages({ ...command, pages })
      const [page = ''] = await pageIds(opened, id)
      const read = await opened.texts.newest(page, null, everybody)
      expect(await opened.texts.placed(read?.id ?? '', everybody)).toEqual(placed)
      const corrected = await opened.write.texts.correct(aCorrection(page, 'speedily indeed'))
      expect(await opened.texts.placed(corrected.id, everybody)).toEqual({
        frame,
        words: [
          { start: 0, end: 8, box: [10, 20, 80, 9], confidence: null },
          { start: 9, end: 15, box: [100, 20, 60, 9], confidence: null },
        ],
      })
      expect(await opened.texts.placed('v-none', everybody)).toBeNull()
    })

    test('with a garbled text layer, or with none, are to be recognised; of a transcription, none are', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      for (const layer of ['embedded', 'transcription'] as const) {
        const { token } = await aLease(opened)
        const command = somePages(token, ['Good text', '', 'Kzft qmlgsx'], { layer })
        const pages = command.pages.map((page) => ({ ...page, garbled: page.content.startsWith('Kzft') }))
        await opened.write.texts.addPages({ ...command, pages })
        await finish(opened, token)
      }
      const listed = (await opened.texts.pages(id, null, all, everybody))?.items
      expect(listed?.map(({ recognition }) => recognition)).toEqual([
        ...[null, 'wanted', 'wanted'],
        ...[null, null, null],
      ])
    })

    test('have a stamp that changes with every change of their contents, and with nothing else', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const stamps: string[] = []
      const take = async () => stamps.push(await opened.texts.stamp(id, everybody))
      await take()
      const { token } = await aLease(opened)
      await opened.write.texts.addPages(somePages(token, ['']))
      await take()
      await opened.write.texts.addPages(somePages(token, ['two', 'three'], { first: 2 }))
      await take()
      const [, page = ''] = await pageIds(opened, id)
      await opened.write.texts.correct(aCorrection(page, 'other'))
      await take()
      expect(new Set(stamps).size).toBe(4)
      await aReadDocument(opened, ['another document'])
      await finish(opened, token)
      expect(await opened.texts.stamp(id, everybody)).toBe(stamps[3])
      for (const stamp of stamps) expect(stamp).toMatch(/^[\x21\x23-\x7e]+$/)
    })

    test('that are read twice are there once', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      await opened.write.texts.addPages(somePages(token, ['1', '2']))
      const before = await pageIds(opened, id)
      expect(await opened.write.texts.addPages(somePages(token, ['1', '2', '3']))).toBe(true)
      const after = await pageIds(opened, id)
      expect(after.slice(0, 2)).toEqual(before)
      expect(after).toHaveLength(3)
      expect(await opened.texts.revisions(before[0] ?? '', everybody)).toHaveLength(1)
    })

    test('that are read anew get a revision where their text is another, and places where they had none', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      const texts = ['same', 'before', 'by a program']
      await opened.write.texts.addPages(somePages(token, texts, { layer: 'embedded' }))
      const [same = '', other = '', written = ''] = await pageIds(opened, id)
      await opened.write.texts.correct(aCorrection(written, 'by a person', { layer: 'embedded' }))
      const { content, placed } = layOut({ width: 9, height: 9 }, [
        [[{ text: 'same', box: [1, 1, 4, 1], confidence: null }]],
      ])
      const again = somePages(token, [content, 'after', 'by another'], { layer: 'embedded' })
      const [first, ...rest] = again.pages
      if (!first) throw new Error('There are three pages.')
      await opened.write.texts.addPages({ ...again, pages: [{ ...first, placed }, ...rest] })
      expect(await opened.texts.contents(id, null, 1, 9, everybody)).toEqual(['same', 'after', 'by a person'])
      const revisions = await opened.texts.revisions(same, everybody)
      expect(revisions).toHaveLength(1)
      expect(await opened.texts.placed(revisions[0]?.id ?? '', everybody)).toEqual(placed)
      expect((await opened.texts.revisions(other, everybody)).map((revision) => revision.content)).toEqual([
        'before',
        'after',
      ])
    })

    test('are not written by who lost the lease', async () => {
      const opened = await open()
      const { id, job } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      await opened.write.jobs.cancel({ actor, at: now, id: job ?? '' })
      expect(await opened.write.texts.addPages(somePages(token, ['1']))).toBe(false)
      expect(await opened.write.texts.addPages(somePages('t-unknown', ['1']))).toBe(false)
      expect(await pageIds(opened, id)).toEqual([])
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'cancelled', done: 0 })
    })

    test('of an earlier file that is read later stand before those of the later file', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      const first = await aLease(opened)
      await opened.write.texts.addPages(somePages(first.token, ['1a']))
      const failed = { file: 'failed', message: null, error: 'Broken.', remark: null } as const
      await opened.write.jobs.finish({ at: now, token: first.token, ...failed })
      const second = await aLease(opened)
      await opened.write.texts.addPages(somePages(second.token, ['2a', '2b']))
      await finish(opened, second.token)
      const start = await opened.texts.pages(id, null, { limit: 2, cursor: null }, everybody)
      await opened.write.jobs.retry({ actor, at: now, id: first.job })
      const again = await aLease(opened)
      await opened.write.texts.addPages(somePages(again.token, ['1b', '1c'], { first: 2 }))
      expect(await opened.texts.contents(id, null, 1, 10, everybody)).toEqual(['1a', '1b', '1c', '2a', '2b'])
      const rest = await opened.texts.pages(id, null, { limit: 2, cursor: start?.next ?? null }, everybody)
      expect(rest?.items.map(({ number }) => number)).toEqual([5])
    })
  })

  describe('a page’s text', () => {
    test('gets revisions, the newest of the best layer is shown, and each stays as it was', async () => {
      const opened = await open()
      const { texts, write } = opened
      const { page, read } = await onlyPage(opened)
      const better = await write.texts.correct(
        aCorrection(page, 'Better.', { basedOn: read, language: 'en' }),
      )
      const ocr = await write.texts.correct(aCorrection(page, 'Nachinery.', { layer: 'ocr' }))
      const lithuanian = await write.texts.correct(aCorrection(page, 'Geriau.', { layer: 'translation:lt' }))
      expect(await texts.newest(page, null, everybody)).toEqual(better)
      expect(await texts.newest(page, 'ocr', everybody)).toEqual(ocr)
      expect(await texts.newest(page, 'embedded', everybody)).toBe(null)
      expect((await texts.revision(read, everybody))?.content).toBe('As it was read.')
      const ids = [read, better.id, ocr.id, lithuanian.id]
      expect((await texts.revisions(page, everybody)).map(({ id }) => id)).toEqual(ids)
      expect(better).toMatchObject({
        basedOn: read,
        recordedBy: actor,
        createdAt: now,
        engine: null,
        language: 'en',
      })
    })

    test('is not corrected from what is not the newest any more', async () => {
      const opened = await open()
      const { texts, write } = opened
      const { page, read } = await onlyPage(opened)
      await write.texts.correct(aCorrection(page, 'Mine.', { basedOn: read }))
      const late = write.texts.correct(aCorrection(page, 'Theirs.', { basedOn: read }))
      await expect(late).rejects.toMatchObject({ fault: 'conflict' })
      expect((await texts.newest(page, null, everybody))?.content).toBe('Mine.')
      expect(await texts.revisions(page, everybody)).toHaveLength(2)
    })

    test('is not corrected from another page’s revision, nor where there is no page', async () => {
      const opened = await open()
      const [mine, other] = [await onlyPage(opened), await onlyPage(opened)]
      const strange = opened.write.texts.correct(aCorrection(mine.page, 'x', { basedOn: other.read }))
      await expect(strange).rejects.toMatchObject({ fault: 'invalid-input' })
      const nowhere = opened.write.texts.correct(aCorrection(newId('p'), 'x'))
      await expect(nowhere).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('is not corrected by who saw another text', async () => {
      const opened = await open()
      const { page, read } = await onlyPage(opened)
      await opened.write.texts.correct(aCorrection(page, 'Mine.', { ifCurrent: read }))
      const late = opened.write.texts.correct(aCorrection(page, 'Theirs.', { ifCurrent: read }))
      await expect(late).rejects.toMatchObject({ fault: 'precondition-failed' })
      const blank = opened.write.texts.correct(aCorrection(page, 'Theirs.', { ifCurrent: null }))
      await expect(blank).rejects.toMatchObject({ fault: 'precondition-failed' })
      expect((await opened.texts.newest(page, null, everybody))?.content).toBe('Mine.')
    })
  })
}
