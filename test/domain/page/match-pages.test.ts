import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  indexScan,
  matchPages as match,
  type ScannedPage,
  type TranscribedPage,
} from '../../../src/domain/page/match-pages.ts'

const matchPages = (
  transcript: Parameters<typeof match>[0],
  scan: ScannedPage[],
  known: Parameters<typeof match>[2] = [],
) => match(transcript, indexScan(scan), known)

/** Pages of a transcription as they are said: labels, or what each says of itself. */
const pages = (...said: (string | null | Partial<TranscribedPage>)[]): TranscribedPage[] =>
  said.map((one, at) => ({
    ...{ filePage: at + 1, label: null, image: null, number: null },
    ...(typeof one === 'string' ? { label: one } : one),
  }))

/** The pages of a scan: files of one page each, or one file of so many. */
const images = (...names: string[]): ScannedPage[] =>
  names.map((name, at) => ({
    ...{ page: `p${at + 1}`, label: null, filePage: 1 },
    file: { id: `f${at + 1}`, name, pages: 1 },
  }))
const aFile = (count: number, labels: readonly (string | null)[] = [], name = 'delo.pdf'): ScannedPage[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ page: `p${at + 1}`, label: labels[at] ?? null, filePage: at + 1 },
    file: { id: 'f', name, pages: count },
  }))

const matched = (transcript: TranscribedPage[], scan: ScannedPage[], name = 'text.txt', known = []) =>
  matchPages({ name, pages: transcript }, scan, known).map(({ page, how }) =>
    page === null ? null : `${page} ${how}`,
  )

describe('pages are matched', () => {
  test('without looking through the whole scan for each of them', () => {
    const looked = (count: number, said: (at: number) => Partial<TranscribedPage>) => {
      let reads = 0
      const scan = aFile(count).map(({ filePage, ...page }) => ({
        ...page,
        get filePage() {
          reads++
          return filePage
        },
      }))
      const told = pages(...Array.from({ length: count }, (_, at) => said(at + 1)))
      expect(matchPages({ name: 'text.xml', pages: told }, scan).every(({ page }) => page !== null)).toBe(
        true,
      )
      return reads
    }
    for (const said of [
      (number: number) => ({ number }),
      (number: number) => ({ image: `delo.pdf#page=${number}` }),
      (number: number) => ({ image: `delo-${number}.png` }),
    ])
      expect(looked(100, said)).toBe(looked(50, said) * 2)
  })

  test('by the images that they name, whatever the folder, the format and the case', () => {
    const scan = images('P001.tif', 'p002.tif', 'Šiauliai.jpg')
    const said = [
      'scans/p002.jpg',
      'file:///D:/p001.TIFF?x=1',
      'https://example.org/iiif/3/%C5%A0iauliai.jpg/full/max/0/default.jpg',
    ]
    expect(matched(pages(...said.map((image) => ({ image }))), scan)).toEqual([
      'p2 facs',
      'p1 facs',
      'p3 facs',
    ])
  })

  test('by the number of a page in the one file that they name, or that was rendered from it', () => {
    const scan = aFile(3)
    expect(matched(pages({ image: 'delo.pdf', number: 2 }), scan)).toEqual(['p2 facs'])
    expect(matched(pages({ image: 'delo.pdf#page=3' }, { image: 'delo-001.png' }), scan)).toEqual([
      'p3 facs',
      'p1 facs',
    ])
    expect(matched(pages({ number: 3 }), scan)).toEqual(['p3 facs'])
  })

  test('by the whole name of a scan that the file is called after, whatever image it names', () => {
    const scan = images('a.png', 'b.png', 'b.tif', 'c.png')
    const foreign = pages({ image: 'somewhere/0007.jpg', label: '7' })
    expect(matched(pages(null), scan, 'B.png.txt')).toEqual(['p2 file-name'])
    expect(matched(foreign, scan, 'b.tif.xml')).toEqual(['p3 file-name'])
    expect(matched(foreign, scan, 'c.xml')).toEqual(['p4 file-name'])
    expect(matched(pages(null), scan, 'c.jpg.txt')).toEqual(['p4 file-name'])
    expect(matched(pages(null), scan, 'b.jpg.txt')).toEqual([null])
    expect(matched(pages(null), images('a.jpg', '12.3.1949.jpg'), '12.3.1949.txt')).toEqual(['p2 file-name'])
    expect(matched(pages(null, null), [...images('a.jpg'), ...aFile(2)], 'delo.pdf.txt')).toEqual([
      'p1 file-name',
      'p2 file-name',
    ])
  })

  test('by the name of the file that they come in', () => {
    expect(matched(pages(null), images('p001.jpg', 'p002.jpg'), 'p002.txt')).toEqual(['p2 file-name'])
    expect(
      matched(
        pages('12', '13'),
        [...images('a.jpg'), ...aFile(2).map((page) => ({ ...page, page: `x${page.page}` }))],
        'delo.txt',
      ),
    ).toEqual(['xp1 file-name', 'xp2 file-name'])
    expect(matched(pages(null), images('p001.jpg', 'p001.tif'), 'p001.txt')).toEqual([null])
    expect(matched(pages('2', '3'), [...images('a.jpg'), ...aFile(4)], 'delo.txt')).toEqual([
      'p2 label',
      'p3 label',
    ])
  })

  test('by their labels, however written', () => {
    const scan = aFile(4, ['12', '12v', 'f. 13', '13 об.'])
    expect(matched(pages('13об', '12 V', '13'), scan)).toEqual(['p4 label', 'p2 label', 'p3 label'])
    expect(matched(pages('л.13 об.', 'f.12 verso', 'Bl. 13'), scan)).toEqual([
      'p4 label',
      'p2 label',
      'p3 label',
    ])
    expect(matched(pages('3', '1'), aFile(5))).toEqual(['p3 label', 'p1 label'])
  })

  test('by order where there are as many, and between those that are known', () => {
    expect(matched(pages(null), aFile(1))).toEqual(['p1 order'])
    expect(matched(pages('12', '13', '14'), aFile(3))).toEqual(['p1 order', 'p2 order', 'p3 order'])
    const scan = images('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg')
    expect(matched(pages(null, { image: 'b.jpg' }, null, null), scan)).toEqual([
      'p1 order',
      'p2 facs',
      'p3 order',
      'p4 order',
    ])
    expect(matched(pages(null, { image: 'c.jpg' }, null), scan)).toEqual([null, 'p3 facs', 'p4 order'])
  })
})

test('names that are all of images elsewhere are passed over', () => {
  const said = pages({ image: '/tmp/x-1.png', number: 1 }, { image: '/tmp/x-2.png', number: 1 })
  expect(matched(said, aFile(2))).toEqual(['p1 order', 'p2 order'])
  expect(matched(pages({ image: '0017.tif' }), images('p001.jpg', 'p002.jpg'), 'p002.xml')).toEqual([
    'p2 file-name',
  ])
})

test('the name of a file may have a format before its extension, as exports have', () => {
  const scan = images('p001.jpg', 'p002.jpg', 'p003.gt.jpg')
  for (const [name, page] of [
    ['p002.alto.xml', 'p2'],
    ['p002.jpg.hocr.html', 'p2'],
    ['P001.GT.txt', 'p1'],
    ['p003.gt.txt', 'p3'],
  ])
    expect(matched(pages(null), scan, name), name).toEqual([`${page} file-name`])
  expect(matched(pages(null), scan, 'p001.draft.txt')).toEqual([null])
})

describe('pages are not matched', () => {
  test('where the counts differ, and it is said', () => {
    const [match] = matchPages({ name: 'a.txt', pages: pages(null, null) }, aFile(3))
    expect(match).toEqual({
      filePage: 1,
      page: null,
      how: null,
      says: 'The transcription has 2 pages, the scan 3 pages.',
    })
  })

  test('to what they do not name, though it would be next', () => {
    const transcript = { name: 'text.xml', pages: pages({ image: 'x9.jpg' }, { image: 'b.jpg' }) }
    const [first, second] = matchPages(transcript, images('a.jpg', 'b.jpg'))
    expect(first).toMatchObject({
      page: null,
      says: 'It names the image “x9.jpg”, which is none of this scan.',
    })
    expect(second).toMatchObject({ page: 'p2' })
  })

  test('twice to one page, or to one of several', () => {
    expect(matched(pages({ image: 'a.jpg' }, { image: 'a.jpg' }), images('a.jpg', 'b.jpg'))).toEqual([
      null,
      null,
    ])
    expect(matched(pages({ image: 'a.jpg' }), images('a.jpg', 'a.png'))).toEqual([null])
    expect(matched(pages('1', '1'), aFile(3, ['1', '2', '3']))).toEqual([null, null])
  })

  test('by order across those that stand in another order', () => {
    const scan = images('a.jpg', 'b.jpg', 'c.jpg')
    expect(matched(pages({ image: 'c.jpg' }, null, { image: 'a.jpg' }), scan)).toEqual([
      'p3 facs',
      null,
      'p1 facs',
    ])
  })
})

const anyName = fc.constantFrom('p001', 'p002', 'p003', 'delo', 'x')
const anyTranscript = fc.array(
  fc.record({
    label: fc.option(fc.constantFrom('1', '2', '3', '12v')),
    image: fc.option(anyName.map((name) => `${name}.jpg`)),
    number: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  { maxLength: 6 },
)
const anyScan = fc
  .array(
    fc.record({
      name: anyName,
      labels: fc.array(fc.option(fc.constantFrom('1', '2', '3')), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((files) =>
    files.flatMap(({ name, labels }, at) =>
      labels.map((label, index) => ({
        ...{ page: `p${at}.${index}`, label, filePage: index + 1 },
        file: { id: `f${at}`, name: `${name}.tif`, pages: labels.length },
      })),
    ),
  )

describe('whatever is matched', () => {
  test('no page gets two texts, every page of the file gets an answer, and what is there is one of the scan’s', () => {
    fc.assert(
      fc.property(anyTranscript, anyScan, anyName, (said, scan, name) => {
        const transcript = pages(...said)
        const found = matchPages({ name: `${name}.txt`, pages: transcript }, scan)
        expect(found.map(({ filePage }) => filePage)).toEqual(transcript.map(({ filePage }) => filePage))
        const given = found.flatMap(({ page }) => page ?? [])
        expect(new Set(given).size).toBe(given.length)
        for (const page of given) expect(scan.map((one) => one.page)).toContain(page)
        for (const one of found) if (one.page === null) expect(one.says).toMatch(/\.$/)
      }),
    )
  })

  test('what is known stays, and going on from a part of it comes to the same', () => {
    fc.assert(
      fc.property(anyTranscript, anyScan, anyName, fc.nat(), (said, scan, name, part) => {
        const transcript = { name: `${name}.txt`, pages: pages(...said) }
        const whole = matchPages(transcript, scan).filter((match) => match.page !== null)
        const known = whole
          .slice(0, part % (whole.length + 1))
          .map(({ filePage, page }) => ({ filePage, page }))
        const rest = matchPages(transcript, scan, known).filter((match) => match.page !== null)
        expect(
          [...known, ...rest.map(({ filePage, page }) => ({ filePage, page }))].toSorted(
            (a, b) => a.filePage - b.filePage,
          ),
        ).toEqual(whole.map(({ filePage, page }) => ({ filePage, page })))
      }),
    )
  })

  test('what is known of one page gives another no page that both had claimed', () => {
    const transcript = {
      name: 'p001.txt',
      pages: pages({ label: '1', image: 'p001.jpg' }, { label: null, image: 'p001.jpg' }),
    }
    const of = (id: string, count: number) => ({ id, name: 'p001.tif', pages: count })
    const scan = [
      { page: 'p0.0', label: null, filePage: 1, file: of('f0', 2) },
      { page: 'p0.1', label: null, filePage: 2, file: of('f0', 2) },
      { page: 'p1.0', label: null, filePage: 1, file: of('f1', 1) },
    ]
    const given = (known: { filePage: number; page: string }[]) =>
      matchPages(transcript, scan, known).map(({ page }) => page)
    expect(given([])).toEqual(['p0.0', null])
    expect(given([{ filePage: 1, page: 'p0.0' }])).toEqual([null])
  })

  test('as many pages as the scan has, without a word on which they are, are matched in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const found = matchPages({ name: 'text.txt', pages: pages(...Array(count).fill(null)) }, aFile(count))
        expect(found.map(({ page }) => page)).toEqual(aFile(count).map(({ page }) => page))
      }),
    )
  })
})
