import { describe, expect, test } from 'vitest'
import { analyse, indexText } from '../../src/domain/analysis/analyse.ts'
import { everybody } from '../../src/domain/audience.ts'
import { layOut } from '../../src/domain/page/lay-out.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import type { RecognisedPage } from '../../src/ports/recogniser.ts'
import { newId } from '../../src/tools/ids.ts'
import {
  aCorrection,
  actor,
  aDocument,
  aFile,
  keeper,
  now,
  somePages,
  stranger,
} from '../support/builders.ts'
import { aLease, all, type Open, type Opened } from './opened.ts'

/** Some files, from the first. */
const first = { at: now, after: null, most: 10 }

const frame = { width: 1000, height: 1400 }

/** A page as a recogniser tells of it, each word twenty wide. */
function recognised(text: string, confidence = 90): RecognisedPage {
  const line = text
    .split(' ')
    .map((word, at) => ({ text: word, box: [at * 25, 10, 20, 12] as const, confidence }))
  const { content, placed } = layOut(frame, [[line]])
  const words = indexText(analyse(content, 'en'))
  const newWords = [{ language: 'en', words }]
  return { kind: 'page', content, placed, language: 'en', engine: 'tesseract 5', words, newWords }
}

/** A PDF of pages with these texts in it, read to its end, and the lease of the job that follows. */
async function aScan(
  opened: Opened,
  texts: readonly string[],
  part: Parameters<typeof aDocument>[0] = {},
  isFollowed = true,
) {
  const file = aFile({ name: 'scan.pdf', mediaType: 'application/pdf', role: 'scan' })
  const { id } = await opened.write.documents.add(aDocument({ ...part, files: [file] }))
  const read = await aLease(opened)
  await opened.write.texts.addPages(somePages(read.token, texts, { layer: 'embedded' }))
  const ending = { at: now, token: read.token, message: null, error: null, remark: null }
  const following = { id: newId('j'), isWanted: true }
  const outcome = isFollowed ? ({ file: 'waiting', following } as const) : ({ file: 'done' } as const)
  await opened.write.jobs.finish({ ...ending, ...outcome })
  const pages = (await opened.texts.pages(id, null, all, everybody))?.items.map((page) => page.id) ?? []
  return { id, file: file.id, sha256: file.sha256, pages, job: following.id }
}

const stateOf = async ({ documents }: Opened, file: string) => {
  const { state, error, remark } = (await documents.file(file)) ?? {}
  return { state, error, remark }
}

const finds = async ({ search }: Opened, q: string) => {
  const rest = { filter: {}, in: ['text'], match: 'all', transliterate: true, sort: 'relevance' } as const
  const { hits } = await search.find({ query: parseQuery(q), ...rest, ...all }, keeper)
  return hits.flatMap(({ pages }) => pages.map(({ number }) => number))
}

/** What every store of recognised texts promises. */
export function recognitionStoreContract(open: Open) {
  describe('recognition', () => {
    test('does what is left of a file: page by page, found at once, and then the file is done', async () => {
      const opened = await open()
      const { file, pages, job } = await aScan(opened, ['Has text', '', ''])
      const lease = await aLease(opened)
      expect(lease).toMatchObject({ job, kind: 'picture', file, priority: -1 })
      expect(await stateOf(opened, file)).toMatchObject({ state: 'waiting' })
      const image = { width: 10, height: 10, dpi: 300, how: 'rendered', tool: 't', remark: null } as const
      const { sha256 } = (await opened.documents.file(file)) ?? { sha256: '' }
      await opened.write.pageImages.record({
        at: now,
        sha256,
        filePage: 1,
        image: { ...image, likeness: null },
      })
      expect(await opened.recognition.toDo(file, 0, 10)).toEqual([
        { id: pages[1], filePage: 2, isWanted: true, isPictured: false },
        { id: pages[2], filePage: 3, isWanted: true, isPictured: false },
      ])
      const { token } = lease
      const write = opened.write.recognition
      const revision = newId('v')
      const result = recognised('deported families')
      expect(await write.recognised({ at: now, token, page: pages[1] ?? '', revision, result })).toBe(true)
      expect(await finds(opened, 'family')).toEqual([2])
      expect(await opened.texts.newest(pages[1] ?? '', null, everybody)).toMatchObject({
        ...{ id: revision, layer: 'ocr', engine: 'tesseract 5', language: 'en', recordedBy: 'ingest' },
      })
      expect(await opened.texts.placed(revision, everybody)).toEqual(result.placed)
      const nothing = recognised('')
      await write.recognised({ at: now, token, page: pages[2] ?? '', revision: newId('v'), result: nothing })
      expect(await opened.jobs.find(job)).toMatchObject({ done: 2, state: 'running' })
      await write.finish({ at: now, token })
      expect(await stateOf(opened, file)).toEqual({ state: 'done', error: null, remark: null })
      expect(await opened.jobs.find(job)).toMatchObject({ state: 'done' })
      const told = await opened.texts.page(
        (await opened.documents.file(file))?.document ?? '',
        null,
        2,
        everybody,
      )
      expect(told).toMatchObject({ recognition: 'done', confidence: 90, fault: null, layers: ['ocr'] })
    })

    test('is not written by who lost the lease', async () => {
      const opened = await open()
      const { file, pages, job } = await aScan(opened, [''])
      const { token } = await aLease(opened)
      await opened.write.jobs.cancel({ actor, at: now, id: job })
      const page = { at: now, token, page: pages[0] ?? '' }
      const write = opened.write.recognition
      const result = recognised('late')
      expect(await write.recognised({ ...page, revision: newId('v'), result })).toBe(false)
      expect(await write.failed({ ...page, fault: 'Late.', missing: null })).toBe(false)
      expect(await write.pictured(page)).toBe(false)
      await write.finish({ at: now, token })
      expect(await stateOf(opened, file)).toMatchObject({ state: 'waiting' })
      expect(await finds(opened, 'late')).toEqual([])
    })

    test('that fails for a page says why, and for all of them fails the file; it can be tried again', async () => {
      const opened = await open()
      const { file, pages, job } = await aScan(opened, ['', ''])
      const first = await aLease(opened)
      const write = opened.write.recognition
      for (const page of pages)
        await write.failed({ at: now, token: first.token, page, fault: 'It is torn.', missing: null })
      await write.finish({ at: now, token: first.token })
      expect(await stateOf(opened, file)).toMatchObject({ state: 'failed', error: 'It is torn.' })
      await opened.write.jobs.retry({ actor, at: now, id: job })
      expect(await stateOf(opened, file)).toMatchObject({ state: 'waiting', error: null })
      const again = await aLease(opened)
      const { token } = again
      const result = recognised('legible')
      await write.recognised({ at: now, token, page: pages[0] ?? '', revision: newId('v'), result })
      await write.failed({ at: now, token, page: pages[1] ?? '', fault: 'It is torn.', missing: null })
      await write.finish({ at: now, token })
      expect(await stateOf(opened, file)).toEqual({
        state: 'done',
        error: null,
        remark: '1 of 2 pages could not be pictured or recognised: It is torn.',
      })
    })

    test('waits for a language, and goes on by itself once there is one', async () => {
      const opened = await open()
      const { file, pages } = await aScan(opened, [''])
      const { token } = await aLease(opened)
      const write = opened.write.recognition
      const fault = 'Russian is not installed.'
      await write.failed({ at: now, token, page: pages[0] ?? '', fault, missing: 'ru' })
      await write.finish({ at: now, token })
      expect(await stateOf(opened, file)).toEqual({ state: 'waiting', error: null, remark: fault })
      const wish = { images: false, recognition: true, languages: ['en'] }
      expect(await write.queue({ ...first, wish })).toBeNull()
      const richer = { ...wish, languages: ['en', 'ru'] }
      expect(await write.queue({ ...first, wish: { ...richer, recognition: false } })).toBeNull()
      expect(await write.queue({ ...first, wish: richer })).toBe(file)
      expect(await write.queue({ ...first, wish: richer })).toBeNull()
      expect(await aLease(opened)).toMatchObject({ kind: 'picture', file })
    })

    test('of images alone is queued once for a file, after everything that somebody waits for', async () => {
      const opened = await open()
      const { file } = await aScan(opened, ['Has text'], {}, false)
      const wish = { images: true, recognition: true, languages: [] }
      const other = await aScan(opened, ['Has text, too'], {}, false)
      const { queue } = opened.write.recognition
      expect(await queue({ ...first, wish: { ...wish, images: false } })).toBeNull()
      expect(await queue({ ...first, wish, most: 1 })).toBe(file)
      expect(await queue({ ...first, wish, after: file })).toBe(other.file)
      expect(await queue({ ...first, wish, after: other.file })).toBeNull()
      const lease = await aLease(opened)
      expect(lease).toMatchObject({ kind: 'picture', file, priority: -5 })
      await opened.write.recognition.finish({ at: now, token: lease.token })
      // What failed once is not tried again and again behind everybody's back.
      expect(await opened.write.recognition.queue({ ...first, wish })).toBeNull()
    })

    test('anew keeps what there was, and never touches what a person wrote', async () => {
      const opened = await open()
      const { id, file, pages } = await aScan(opened, ['', '', ''])
      const [one = '', two = '', three = ''] = pages
      const write = opened.write.recognition
      const first = await aLease(opened)
      for (const page of pages) {
        const result = recognised('speedi1y done', 40)
        await write.recognised({ at: now, token: first.token, page, revision: newId('v'), result })
      }
      await write.finish({ at: now, token: first.token })
      await opened.write.texts.correct(aCorrection(one, 'speedily done', { layer: 'ocr' }))
      await opened.write.texts.correct(aCorrection(two, 'speedily done'))
      const languages = ['en']
      const job = await write.want({ actor, at: now, job: newId('j'), file, pages: null, languages })
      expect(job).toMatchObject({ kind: 'picture', state: 'queued', total: 3 })
      expect(await opened.recognition.languages(file)).toEqual(['en'])
      const { token } = await aLease(opened)
      for (const page of pages) {
        const result = recognised('speedily dome', 95)
        await write.recognised({ at: now, token, page, revision: newId('v'), result })
      }
      await write.finish({ at: now, token })
      expect(await opened.texts.contents(id, null, 1, 3, everybody)).toEqual([
        'speedily done',
        'speedily done',
        'speedily dome',
      ])
      expect(await opened.texts.contents(id, 'ocr', 1, 3, everybody)).toEqual([
        'speedily done',
        'speedily dome',
        'speedily dome',
      ])
      expect((await opened.texts.revisions(three, everybody)).map(({ content }) => content)).toEqual([
        'speedi1y done',
        'speedily dome',
      ])
    })

    test('gives way to what is more urgent, as if it had not been tried', async () => {
      const opened = await open()
      const { file, job } = await aScan(opened, [''])
      const lease = await aLease(opened)
      expect(await opened.jobs.moreUrgent(now, lease.priority)).toBe(false)
      await opened.write.documents.add(aDocument({ files: [aFile()] }))
      expect(await opened.jobs.moreUrgent(now, lease.priority)).toBe(true)
      await opened.write.recognition.giveWay({ at: now, token: lease.token })
      expect(await aLease(opened)).toMatchObject({ kind: 'extract' })
      expect(await aLease(opened)).toMatchObject({ job, file, attempts: 1 })
    })

    test('places the words of a transcription that was there before', async () => {
      const opened = await open()
      const { pages } = await aScan(opened, [''])
      const [page = ''] = pages
      const written = await opened.write.texts.correct(aCorrection(page, 'Speedily done'))
      expect(await opened.texts.placed(written.id, everybody)).toBeNull()
      const { token } = await aLease(opened)
      const result = recognised('speedi1y done')
      await opened.write.recognition.recognised({ at: now, token, page, revision: newId('v'), result })
      expect((await opened.texts.placed(written.id, everybody))?.words.map(({ box }) => box)).toEqual([
        [0, 10, 20, 12],
        [25, 10, 20, 12],
      ])
    })

    test('lists the pages that it was not sure of, until somebody has written them', async () => {
      const opened = await open()
      const { pages, id } = await aScan(opened, ['', '', ''], {
        description: { title: 'Torn paper', language: 'lt' },
      })
      const hidden = await aScan(opened, [''], { visibility: 'restricted' })
      const write = opened.write.recognition
      for (const [each, sure] of [
        [pages, [70, 30, 99]],
        [hidden.pages, [10]],
      ] as const) {
        const { token } = await aLease(opened)
        for (const [at, page] of each.entries()) {
          const result = recognised('some words', sure[at])
          await write.recognised({ at: now, token, page, revision: newId('v'), result })
        }
        await write.finish({ at: now, token })
      }
      const doubtful = async (audience = keeper, below = 80, limit = 10, cursor: string | null = null) =>
        opened.recognition.doubtful(audience, { below, document: null }, { limit, cursor })
      expect((await doubtful()).items.map(({ confidence }) => confidence)).toEqual([10, 30, 70])
      expect((await doubtful(stranger)).items).toEqual([
        {
          page: pages[1],
          document: id,
          title: 'Torn paper',
          language: 'lt',
          number: 2,
          label: null,
          confidence: 30,
        },
        {
          page: pages[0],
          document: id,
          title: 'Torn paper',
          language: 'lt',
          number: 1,
          label: null,
          confidence: 70,
        },
      ])
      const { next } = await doubtful(keeper, 80, 2)
      expect((await doubtful(keeper, 80, 2, next)).items).toMatchObject([{ confidence: 70 }])
      await opened.write.texts.correct(aCorrection(pages[1] ?? '', 'Some words'))
      expect((await doubtful(stranger)).items).toMatchObject([{ confidence: 70 }])
    })
  })
}
