import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import type { FileRole } from '../../src/domain/document.ts'
import type { ExtractedPage } from '../../src/ports/extractor.ts'
import { newId } from '../../src/tools/ids.ts'
import {
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  hoursLater,
  keeper,
  now,
  somePages,
} from '../support/builders.ts'
import { aLease, all, finish, type Open, type Opened } from './opened.ts'

type Page = string | (Partial<ExtractedPage> & { content: string })
type File = { name: string; role?: FileRole; pages: readonly Page[] }

/** Reads the next file in the queue as the runner does: its pages, then what can be matched, some at a time. */
async function readNext(opened: Opened, file: File): Promise<void> {
  const { token } = await aLease(opened)
  const contents = file.pages.map((page) => (typeof page === 'string' ? page : page.content))
  const command = somePages(token, contents, { layer: file.role ? 'transcription' : 'embedded' })
  const pages = command.pages.map((page, at) => {
    const said = file.pages[at]
    return typeof said === 'object' ? { ...page, ...said } : page
  })
  await opened.write.texts.addPages({ ...command, pages })
  while (await opened.write.matching.matchSome({ at: now, token, most: 2 }));
  await finish(opened, token)
}

/** A document with these files in one upload, read in this order. */
async function aDocumentOf(opened: Opened, ...files: File[]) {
  const added = await opened.write.documents.add(
    aDocument({ files: files.map(({ name, role = 'scan' }) => aFile({ name, role })) }),
  )
  for (const file of files) await readNext(opened, file)
  const ids = added.witnesses[0]?.files.map(({ id }) => id) ?? []
  return { id: added.id, ids, witness: added.witnesses[0]?.id ?? '' }
}

/** The pages that stand in a document, each by its best text. */
const standing = async ({ texts }: Opened, document: string) =>
  texts.contents(document, null, 1, 100, everybody)

const pagesOf = async ({ texts }: Opened, document: string) =>
  (await texts.pages(document, null, all, everybody))?.items ?? []

const matching = async ({ matching }: Opened, file = '') =>
  (await matching.ofFile(file))?.map(({ target, how }) => target && `${target.number} ${how}`)

const remark = async ({ documents }: Opened, file = '') => (await documents.file(file))?.mismatch ?? null

const command = (part: { file: string; filePage: number; page: string | null }) => ({
  actor,
  at: now,
  ...part,
})

const scan = (...pages: Page[]): File => ({ name: 'delo.pdf', pages })
const text = (...pages: Page[]): File => ({ name: 'text.txt', role: 'transcription', pages })

/** What every store promises of transcriptions and the scans that they are of. */
export function pageMatchingContract(open: Open) {
  describe('the pages of a transcription', () => {
    test('come to the pages of the scan, whichever is read first', async () => {
      const opened = await open()
      for (const files of [
        [scan('scanned 1', 'scanned 2', ''), text('one', 'two', 'three')],
        [text('one', 'two', 'three'), scan('scanned 1', 'scanned 2', '')],
      ]) {
        const { id, ids } = await aDocumentOf(opened, ...files)
        expect(await standing(opened, id)).toEqual(['one', 'two', 'three'])
        const file = ids[files[0]?.role ? 0 : 1]
        expect(await matching(opened, file)).toEqual(['1 order', '2 order', '3 order'])
        expect(await remark(opened, file)).toBeNull()
        const [first] = await pagesOf(opened, id)
        expect(first?.layers.toSorted()).toEqual(['embedded', 'transcription'])
        expect((await opened.texts.newest(first?.id ?? '', 'embedded', everybody))?.content).toBe('scanned 1')
        expect((await opened.documents.find(id))?.pageCount).toBe(3)
      }
    })

    test('wait for all files that came with them: one text is not taken for that of the first of many images', async () => {
      const opened = await open()
      const images = ['a.jpg', 'b.jpg'].map((name) => ({ name, pages: [''] }))
      const { id, ids } = await aDocumentOf(opened, text('of all'), ...images)
      expect(await standing(opened, id)).toEqual(['of all', '', ''])
      expect(await matching(opened, ids[0])).toEqual([null])
      expect(await remark(opened, ids[0])).toContain('1 of 1 page was matched to no page of the scan')
    })

    test('come to a scan that is added later', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(opened, text('one', 'two'))
      expect(await standing(opened, id)).toEqual(['one', 'two'])
      const files = [aFile({ name: 'delo.pdf', role: 'scan' })]
      await opened.write.documents.addFiles({
        actor,
        at: now,
        document: id,
        witness: null,
        files,
        job: newId('j'),
      })
      await readNext(opened, scan('scanned 1', ''))
      expect(await standing(opened, id)).toEqual(['one', 'two'])
      expect(await matching(opened, ids[0])).toEqual(['1 order', '2 order'])
    })

    test('come by image, by label and by the name of their file; the rest stands at the end and is found', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(
        opened,
        { name: 'p001.jpg', pages: [{ content: '', label: '12' }] },
        { name: 'p002.jpg', pages: [{ content: '', label: '12v' }] },
        { name: 'p003.jpg', pages: [''] },
        { name: 'p003.txt', role: 'transcription', pages: ['sidecar'] },
        text(
          { content: 'verso', label: '12 v' },
          { content: 'recto', refers: { image: 'x/P001.TIF', number: null } },
          'stray wagons',
          'more',
        ),
      )
      expect(await matching(opened, ids[3])).toEqual(['3 file-name'])
      expect(await matching(opened, ids[4])).toEqual(['2 label', '1 facs', null, null])
      expect(await standing(opened, id)).toEqual(['recto', 'verso', 'sidecar', 'stray wagons', 'more'])
      expect(await remark(opened, ids[4])).toContain('2 of 4 pages were matched to no page of the scan')
      expect((await pagesOf(opened, id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    })

    test('with their places keep these; without, they take those of the text that was there', async () => {
      const opened = await open()
      const frame = { width: 100, height: 200 }
      const placed = (x: number) => ({
        frame,
        words: [{ start: 0, end: 3, box: [x, 2, 3, 4] as const, confidence: null }],
      })
      const { id } = await aDocumentOf(
        opened,
        scan({ content: 'won', placed: placed(1) }, { content: 'tow', placed: placed(1) }),
        text('one', { content: 'two', placed: placed(9) }),
      )
      const boxes = []
      for (const { id: page } of await pagesOf(opened, id)) {
        const newest = await opened.texts.newest(page, null, everybody)
        boxes.push([newest?.content, (await opened.texts.placed(newest?.id ?? '', everybody))?.words[0]?.box])
      }
      expect(boxes).toEqual([
        ['one', [1, 2, 3, 4]],
        ['two', [9, 2, 3, 4]],
      ])
    })

    test('of a translation come into its layer, in the language that it is said to be in or that they are told to be in', async () => {
      const opened = await open()
      const file: File = {
        name: 'text.txt',
        role: 'translation',
        pages: [
          { content: 'The first', language: 'en' },
          { content: '?', language: null },
        ],
      }
      const { id } = await aDocumentOf(opened, scan('Pirmas', 'Antras'), file)
      expect(await standing(opened, id)).toEqual(['Pirmas', 'Antras'])
      expect(await opened.texts.contents(id, 'translation:en', 1, 9, everybody)).toEqual(['The first', '?'])
    })

    test('are matched once, however often it is tried', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(opened, scan('scanned'), text('one'))
      const [page] = await pagesOf(opened, id)
      await opened.write.matching.matchFile({ actor, at: now, file: ids[1] ?? '' })
      await opened.write.matching.matchFile({ actor, at: now, file: ids[0] ?? '' })
      expect(await opened.texts.revisions(page?.id ?? '', everybody)).toHaveLength(2)
      await expect(opened.write.matching.matchFile({ actor, at: now, file: 'f-none' })).rejects.toThrow(
        'no such file',
      )
      expect(await opened.matching.ofFile('f-none')).toBeNull()
    })
  })

  describe('what people wrote', () => {
    test('stays in front of a transcription that comes later, and that is said', async () => {
      const opened = await open()
      const { id } = await aDocumentOf(opened, scan('scanned'))
      const [page] = await pagesOf(opened, id)
      await opened.write.texts.correct(aCorrection(page?.id ?? '', 'as I read it'))
      const files = [aFile({ name: 'text.txt', role: 'transcription' })]
      const added = await opened.write.documents.addFiles({
        actor,
        at: now,
        document: id,
        witness: null,
        files,
        job: newId('j'),
      })
      await readNext(opened, text('imported'))
      expect(await standing(opened, id)).toEqual(['as I read it'])
      const revisions = await opened.texts.revisions(page?.id ?? '', everybody)
      expect(revisions.map(({ content, recordedBy }) => [content, recordedBy])).toEqual([
        ['scanned', 'ingest'],
        ['as I read it', actor],
        ['imported', 'ingest'],
        ['as I read it', actor],
      ])
      const file = added.witnesses[0]?.files.find(({ name }) => name === 'text.txt')?.id
      expect(await remark(opened, file)).toContain(
        'the text that a person wrote was kept in front (page 1 of the file)',
      )
      expect((await opened.matching.ofFile(file ?? ''))?.[0]).toMatchObject({ behind: true, how: 'order' })
    })

    test('on a page that stood alone goes with it, with who wrote it', async () => {
      const opened = await open()
      const { id } = await aDocumentOf(opened, text('imported'))
      const [page] = await pagesOf(opened, id)
      await opened.write.texts.correct(aCorrection(page?.id ?? '', 'corrected'))
      await opened.write.documents.addFiles({
        ...{ actor, at: now, document: id, witness: null, job: newId('j') },
        files: [aFile({ name: 'delo.pdf', role: 'scan' })],
      })
      await readNext(opened, scan('scanned'))
      const [scanned] = await pagesOf(opened, id)
      const revisions = await opened.texts.revisions(scanned?.id ?? '', everybody)
      expect(revisions.map(({ content, recordedBy }) => [content, recordedBy])).toEqual([
        ['scanned', 'ingest'],
        ['imported', 'ingest'],
        ['corrected', actor],
      ])
    })

    test('as annotations keeps a page where it is, until somebody moves it', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(opened, text('imported'))
      const [page] = await pagesOf(opened, id)
      await opened.write.annotations.add(anAnnotation(id, 'see here', { page: page?.id ?? '' }))
      await opened.write.documents.addFiles({
        ...{ actor, at: now, document: id, witness: null, job: newId('j') },
        files: [aFile({ name: 'delo.pdf', role: 'scan' })],
      })
      await readNext(opened, scan('scanned'))
      expect(await standing(opened, id)).toEqual(['imported', 'scanned'])
      expect(await remark(opened, ids[0])).toContain('Annotations stand on it')
    })
  })

  describe('several transcriptions of one page', () => {
    test('stand one before the other, which is said of that behind, until the other goes', async () => {
      const opened = await open()
      const other: File = { name: 'again.txt', role: 'transcription', pages: [] }
      const { id, ids } = await aDocumentOf(opened, scan('', '', ''), text('one', 'two', 'three'), {
        ...other,
        pages: [
          { content: 'one, anew', label: '1' },
          { content: 'two, anew', label: '2' },
        ],
      })
      const [file, again] = [ids[1] ?? '', ids[2] ?? '']
      const behind = async (file: string) =>
        (await opened.matching.ofFile(file))?.map((page) => page.behind) ?? []
      expect(await standing(opened, id)).toEqual(['one, anew', 'two, anew', 'three'])
      expect([await behind(file), await behind(again)]).toEqual([
        [true, true, false],
        [false, false],
      ])
      const said = 'the text of another file stands in front (page'
      expect(await remark(opened, file)).toBe(`on 2 pages ${said} 1, 2 of the file)`)
      expect(await remark(opened, again)).toBeNull()
      await opened.write.matching.bring(command({ file: again, filePage: 1, page: null }))
      expect(await behind(file)).toEqual([false, true, false])
      expect(await remark(opened, file)).toBe(`on one page ${said} 2 of the file)`)
      const [, second] = await pagesOf(opened, id)
      await opened.write.matching.bring(command({ file, filePage: 2, page: null }))
      await opened.write.matching.bring(command({ file, filePage: 2, page: second?.id ?? '' }))
      expect(await behind(again)).toEqual([false, true])
      expect(await remark(opened, file)).toBeNull()
      expect(await remark(opened, again)).toBe(`on one page ${said} 2 of the file)`)
    })
  })

  describe('a page of a transcription that is moved by hand', () => {
    test('takes along what was corrected in it; what it stood in front of comes back; nothing is lost', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(
        opened,
        scan('scanned 1', 'scanned 2', 'scanned 3'),
        text({ content: 'two', label: '1' }),
      )
      const file = ids[1] ?? ''
      const [first, second] = await pagesOf(opened, id)
      expect(await standing(opened, id)).toEqual(['two', 'scanned 2', 'scanned 3'])
      await opened.write.texts.correct(aCorrection(first?.id ?? '', 'two, corrected'))
      await opened.write.matching.bring(command({ file, filePage: 1, page: second?.id ?? '' }))
      expect(await standing(opened, id)).toEqual(['scanned 1', 'two, corrected', 'scanned 3'])
      expect(await matching(opened, file)).toEqual(['2 by-hand'])
      const revisions = await opened.texts.revisions(first?.id ?? '', everybody)
      expect(revisions.map(({ content, withdraws = false }) => [content, withdraws])).toEqual([
        ['scanned 1', false],
        ['two', false],
        ['two, corrected', false],
        ['', true],
      ])
      expect((await pagesOf(opened, id))[0]?.layers).toEqual(['embedded'])
      expect(await opened.texts.newest(first?.id ?? '', 'transcription', everybody)).toBeNull()

      await opened.write.matching.bring(command({ file, filePage: 1, page: null }))
      expect(await standing(opened, id)).toEqual(['scanned 1', 'scanned 2', 'scanned 3', 'two, corrected'])
      expect(await matching(opened, file)).toEqual([null])
      await opened.write.matching.matchFile({ actor, at: now, file })
      expect(await standing(opened, id)).toHaveLength(4)

      await opened.write.matching.bring(command({ file, filePage: 1, page: first?.id ?? '' }))
      expect(await standing(opened, id)).toEqual(['two, corrected', 'scanned 2', 'scanned 3'])
      expect((await opened.history.ofDocument(keeper, id, all)).items[0]).toMatchObject({
        verb: 'match-pages',
      })
    })

    test('gives way to what a person wrote there before it', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(
        opened,
        scan('scanned 1', 'scanned 2'),
        text({ content: 'x', label: '1' }, 'y', 'z'),
      )
      const file = ids[1] ?? ''
      const [first, second] = await pagesOf(opened, id)
      await opened.write.texts.correct(aCorrection(second?.id ?? '', 'as I read it', { at: hoursLater(1) }))
      await opened.write.matching.bring(command({ file, filePage: 2, page: second?.id ?? '' }))
      expect(await standing(opened, id)).toEqual(['x', 'as I read it', 'z'])
      await opened.write.matching.bring(command({ file, filePage: 2, page: null }))
      expect(await standing(opened, id)).toEqual(['x', 'as I read it', 'y', 'z'])
      expect(first).toBeDefined()
    })

    test('goes only to a page of its witness where no other page of the file is', async () => {
      const opened = await open()
      const { id, ids } = await aDocumentOf(opened, scan('1', '2'), text('a', 'b'))
      const { id: other } = await aDocumentOf(opened, scan('elsewhere'))
      const file = ids[1] ?? ''
      const [first] = await pagesOf(opened, id)
      const [far] = await pagesOf(opened, other)
      const bring = (filePage: number, page: string) =>
        opened.write.matching.bring(command({ file, filePage, page }))
      await expect(bring(1, far?.id ?? '')).rejects.toMatchObject({ fault: 'invalid-input' })
      await expect(bring(1, 'p-none')).rejects.toMatchObject({ fault: 'invalid-input' })
      await expect(bring(2, first?.id ?? '')).rejects.toMatchObject({ fault: 'conflict' })
      await expect(bring(3, first?.id ?? '')).rejects.toMatchObject({ fault: 'not-found' })
      expect(await standing(opened, id)).toEqual(['a', 'b'])
    })
  })
}
