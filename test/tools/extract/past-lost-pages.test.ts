import { expect, test } from 'vitest'
import type { ExtractedPage, Extraction } from '../../../src/ports/extractor.ts'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { pastLostPages } from '../../../src/tools/extract/past-lost-pages.ts'
import { ReaderLost } from '../../../src/tools/extract/unreadable.ts'
import { isLong } from '../../support/long.ts'
import { aPdfBomb } from '../../support/pdf.ts'
import { limits, withFile } from './extracting.ts'

const aPage = (filePage: number): ExtractedPage => ({
  ...{ filePage, label: null, width: null, height: null },
  ...{ content: `sheet ${filePage}`, language: null, words: `sheet ${filePage}` },
})

/** Reads a file of so many pages of which some make any reader crash; tells the pages, the remark and how often it was tried. */
async function past(total: number, bad: readonly number[], read = 0, other: readonly number[] = []) {
  let tries = 0
  const again = {
    async *read({ from = 1 }): AsyncGenerator<Extraction> {
      tries++
      for (let page = from; page <= total; page++) {
        if (bad.includes(page))
          throw new ReaderLost('made its reader crash (exit 9); upload another copy of it')
        yield { kind: 'pages', pages: [aPage(page)], newWords: [] }
      }
    },
    async *otherwise(page: number): AsyncGenerator<Extraction> {
      if (other.includes(page)) yield { kind: 'pages', pages: [aPage(page)], newWords: [] }
    },
  }
  const pages: string[] = []
  let remark: string | null = null
  for await (const told of pastLostPages(again, read, total, new ReaderLost('made its reader crash'))) {
    if (told.kind === 'pages') pages.push(...told.pages.map((page) => `${page.filePage} ${page.content}`))
    if (told.kind === 'remark') remark = told.remark
  }
  return { pages, remark, tries }
}

test('what is behind the page that a reader was lost at is read, and the page is named', async () => {
  expect(await past(4, [2])).toEqual({
    pages: ['1 sheet 1', '2 ', '3 sheet 3', '4 sheet 4'],
    remark: 'the text of page 2 could not be read: it made its reader crash (exit 9)',
    tries: 2,
  })
})

test('a page that another program reads is not lost', async () => {
  const { pages, remark } = await past(3, [3], 1, [3])
  expect(pages).toEqual(['2 sheet 2', '3 sheet 3'])
  expect(remark).toBeNull()
})

test('a reader that was lost for another reason than a page loses none', async () => {
  expect(await past(3, [], 2)).toEqual({ pages: ['3 sheet 3'], remark: null, tries: 1 })
})

test('a file that loses every reader ends soon, and one without any page has none', async () => {
  const every = Array.from({ length: 1000 }, (_, at) => at + 1)
  await expect(past(1000, every)).rejects.toThrow('made its reader fail at pages 1, 2, 3, 4, 5, 6;')
  await expect(past(2, [1, 2])).rejects.toThrow(/^made its reader crash$/)
})

test.runIf(isLong)('a page that is a bomb fails alone', async () => {
  const lean = childExtractor({ ...limits, memoryBytes: 300 * 1024 * 1024 })
  const bomb = await aPdfBomb(2048, ['before it', 'behind it'])
  await withFile('bomb.pdf', bomb, async (path) => {
    const file = { path, name: 'bomb.pdf', mediaType: 'application/pdf' }
    const found: string[] = []
    for await (const told of lean.extract(file, new AbortController().signal)) {
      if (told.kind === 'pages') found.push(...told.pages.map(({ content }) => content))
      if (told.kind === 'remark') found.push(told.remark)
    }
    expect(found).toEqual([
      ...['before it', '', 'behind it'],
      'the text of page 2 could not be read: it needed more than 300 MB of memory while its text was read',
    ])
  })
})
