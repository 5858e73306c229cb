import fc from 'fast-check'
import { StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../src/domain/clean-text.ts'
import { unpackWords } from '../../../src/domain/page/pack-words.ts'
import { type Box, inFrame } from '../../../src/domain/page/placed-words.ts'
import type { ExtractedPage } from '../../../src/ports/extractor.ts'
import { placeWords } from '../../../src/tools/extract/pdf-words.ts'
import { pages as texts } from '../../domain/language/pages.ts'
import { aPdfSet, aPdfVertical, aPdfWithForm, type Setting } from '../../support/pdf.ts'
import { hasPoppler, overlap, popplersWords } from '../../support/poppler.ts'
import { extracted, gather, usual, withFile } from './extracting.ts'

type Placed = { text: string; box: Box }

/** The words of a page with their boxes in points. */
function placedOn({ content, placed, width, height }: ExtractedPage): Placed[] {
  if (!(placed instanceof Uint8Array)) throw new Error('The words are not packed.')
  const words = unpackWords(placed)
  const inPoints = inFrame(words, { width: words.frame.width / 10, height: words.frame.height / 10 })
  expect([Math.round(inPoints.frame.width), Math.round(inPoints.frame.height)]).toEqual([width, height])
  return words.words.map(({ start, end, box: [x, y, w, h] }) => ({
    text: content.slice(start, end),
    box: [x / 10, y / 10, w / 10, h / 10],
  }))
}

async function placedIn(pdf: Uint8Array): Promise<Placed[][]> {
  const { pages } = await extracted('set.pdf', pdf)
  return pages.map(placedOn)
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

test('every word has its place, in the order of the text, from left to right and from the top down', async () => {
  const text = lines(texts.lt)
  const [words = []] = await placedIn(await aPdfSet([{ text, size: 10 }]))
  expect(words.map((word) => word.text)).toEqual(wordsOf(text))
  for (const [at, { box }] of words.entries()) {
    const before = words[at - 1]?.box ?? [0, 0, 0, 0]
    const sameLine = Math.abs(before[1] - box[1]) < 1
    if (sameLine) expect(box[0]).toBeGreaterThan(before[0] + before[2])
    else expect(box[1]).toBeGreaterThan(before[1] + 10)
  }
})

describe.skipIf(!hasPoppler)('boxes are where poppler has them', () => {
  const inWholePage = async (settings: readonly Setting[]) => {
    const pdf = await aPdfSet(settings)
    return await withFile('set.pdf', pdf, async (path) => {
      const file = { path, name: 'set.pdf', mediaType: 'application/pdf' }
      const { pages } = await gather(usual.extract(file, new AbortController().signal))
      const theirs = popplersWords(path)
      return pages.map((page, at) => {
        const ours = placedOn(page)
        const overlaps = (theirs[at] ?? []).map(({ text, box }) =>
          Math.max(0, ...ours.filter((word) => word.text === text).map((word) => overlap(word.box, box))),
        )
        return {
          words: overlaps.length,
          mean: overlaps.reduce((sum, one) => sum + one, 0) / overlaps.length,
          least: Math.min(...overlaps),
        }
      })
    })
  }

  test('in each language and each kind of typeface', async () => {
    const english = lines(texts.en)
    const fonts = [
      StandardFonts.TimesRoman,
      StandardFonts.Helvetica,
      StandardFonts.Courier,
      StandardFonts.TimesRomanItalic,
      StandardFonts.HelveticaBold,
    ]
    const known = fonts.map((font) => ({ text: english, font, size: 9 }))
    const embedded = Object.values(texts).map((text) => ({ text: lines(text), size: 9 }))
    const found = await inWholePage([...known, ...embedded])
    for (const { words } of found) expect(words).toBeGreaterThan(100)
    const means = found.map(({ mean }) => mean)
    // Helvetica is Liberation Sans to the one and itself to the other, which is less tall.
    for (const mean of means) expect(mean).toBeGreaterThan(0.7)
    for (const mean of [means[0], means[2], ...means.slice(5)]) expect(mean).toBeGreaterThan(0.9)
  })

  test('on pages that are turned, cropped or both, and on lines that slant', async () => {
    const text = 'Quietly and without panic\nat four in the morning'
    const font = StandardFonts.TimesRoman
    const found = await inWholePage([
      ...([0, 90, 180, 270] as const).map((turned): Setting => ({ text, font, turned, size: 14 })),
      ...([0, 90, 180, 270] as const).map(
        (turned): Setting => ({ text, font, turned, size: 14, cropped: [20, 600, 400, 230] }),
      ),
      { text, font, at: [300, 300], slanted: 90 },
      { text, font, at: [300, 300], slanted: 180 },
    ])
    for (const { words, mean } of found) {
      expect(words).toBe(9)
      expect(mean).toBeGreaterThan(0.9)
    }
  })
})

test('what lies outside the part of a page that is seen has no place', async () => {
  const [words = []] = await placedIn(
    await aPdfSet([{ text: 'seen\n\n\n\n\n\n\n\n\n\nunseen', cropped: [0, 700, 300, 142] }]),
  )
  expect(words.map((word) => word.text)).toEqual(['seen'])
})

test('notes and fields have no place, the text beside them has', async () => {
  const [words = []] = await placedIn(
    await aPdfWithForm('Questionnaire', 'Questionnaire of Šiauliai', 'by hand'),
  )
  expect(words.map((word) => word.text)).toEqual(['Questionnaire'])
})

test('Hebrew runs from right to left, and Japanese from the top down', async () => {
  const [hebrew = []] = await placedIn(await aPdfSet([{ text: 'שלום עולם גדול' }]))
  expect(hebrew.map((word) => word.text).toSorted()).toEqual(wordsOf('שלום עולם גדול').toSorted())
  const [first, second, third] = ['שלום', 'עולם', 'גדול'].map(
    (text) => hebrew.find((word) => word.text === text)?.box,
  )
  expect(first?.[0]).toBeGreaterThan(second?.[0] ?? 1000)
  expect(second?.[0]).toBeGreaterThan(third?.[0] ?? 1000)

  const [japanese = []] = await placedIn(await aPdfVertical(['日本語', '縦書き']))
  expect(japanese.map((word) => word.text).join('')).toBe('日本語縦書き')
  const [one, two, three, four] = japanese.map((word) => word.box)
  expect([one?.[0], two?.[0]]).toEqual([two?.[0], three?.[0]])
  expect(one?.[1]).toBeLessThan(two?.[1] ?? 0)
  expect(two?.[1]).toBeLessThan(three?.[1] ?? 0)
  expect(four?.[0]).toBeLessThan((one?.[0] ?? 0) - 20)
  expect(one?.[2]).toBeCloseTo(20, 0)
})

describe('words placed from any runs', () => {
  const styles = { f: { fontFamily: 'serif', ascent: 0.9, descent: -0.2 } }
  const viewport = { width: 595, height: 842, transform: [1, 0, 0, -1, 0, 842] }
  const letters = fc.string({ unit: fc.constantFrom(...'abcшнь日本 \t\u00a0\0\ud800\r\n.\u0301') })
  const aRun = fc.record({
    str: letters,
    dir: fc.constantFrom('ltr', 'rtl', 'ttb'),
    transform: fc.array(fc.double({ min: -900, max: 900, noNaN: true }), { minLength: 6, maxLength: 6 }),
    width: fc.double({ min: 0, max: 900, noNaN: true }),
    height: fc.double({ min: 0, max: 900, noNaN: true }),
    fontName: fc.constantFrom('f', 'unknown'),
  })

  test('stand in the text, apart from each other, without white space, and on the page', () => {
    fc.assert(
      fc.property(fc.array(aRun), fc.constantFrom('', ' ', '\n'), (runs, between) => {
        const content = cleanText(runs.map(({ str }) => str).join(between)).trimEnd()
        let end = 0
        for (const word of placeWords(content, runs, styles, viewport).words) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          expect(content.slice(word.start, word.end)).toMatch(/^\S+$/)
          const [x, y, w, h] = word.box
          expect(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 595.001 && y + h <= 842.001).toBe(true)
          end = word.end
        }
      }),
    )
  })

  test('are all of them placed where the runs are on the page', () => {
    fc.assert(
      fc.property(fc.array(letters), (texts) => {
        const runs = texts.map((str, at) => ({
          ...{ str, dir: 'ltr', width: 100, height: 10, fontName: 'f' },
          transform: [10, 0, 0, 10, 50, 800 - 12 * at],
        }))
        const content = cleanText(texts.join('\n'))
        const placed = placeWords(content, runs.slice(0, 60), styles, viewport).words
        const covered = placed.map(({ start, end }) => content.slice(start, end)).join('')
        const wanted = cleanText(texts.slice(0, 60).join('\n')).replace(/\s/g, '')
        // A mark alone has no width, and so no place.
        expect(covered.replaceAll('\u0301', '')).toBe(wanted.replaceAll('\u0301', ''))
      }),
    )
  })

  test('that are not in the text have no place, and do not misplace others', () => {
    const run = (str: string, y: number) => ({
      str,
      dir: 'ltr',
      width: 50,
      height: 10,
      fontName: 'f',
      transform: [10, 0, 0, 10, 50, y],
    })
    const { words } = placeWords(
      'one three',
      [run('one', 800), run('two', 780), run('three', 760)],
      styles,
      viewport,
    )
    expect(words.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 9],
    ])
  })
})
