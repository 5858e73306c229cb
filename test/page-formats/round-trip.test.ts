import { open } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alto, hocr } from '../../src/domain/media-types.ts'
import { laidLines } from '../../src/domain/page/laid-lines.ts'
import { layOut, type ReadBlock } from '../../src/domain/page/lay-out.ts'
import { altoWriter } from '../../src/page-formats/alto.ts'
import type { ExportedPage } from '../../src/page-formats/exported-page.ts'
import { hocrWriter } from '../../src/page-formats/hocr.ts'
import type { ExtractedPage } from '../../src/ports/extractor.ts'
import { readerOf } from '../../src/tools/extract/readers.ts'
import { withFile } from '../tools/extract/extracting.ts'

const writers: Readonly<Record<string, typeof hocrWriter>> = { [hocr]: hocrWriter, [alto]: altoWriter }
const frame = { width: 2480, height: 3508 }
const about = {
  title: 'Delo <3> & "more"',
  language: 'lt',
  software: 'Fonds 0.0.0',
  layer: null,
  file: 'delo.pdf',
}

const letters = fc.constantFrom(...'abcßžŠėĖјяЖ–„&<>"\'\\;-.,12𝔘अعא'.split(/(?:)/u))
const word = fc.record({
  text: fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
  box: fc.tuple(
    fc.nat(2000),
    fc.nat(3000),
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 90 }),
  ),
  confidence: fc.option(fc.integer({ min: 0, max: 100 })),
})
const blocks: fc.Arbitrary<ReadBlock[]> = fc.array(
  fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  { maxLength: 3 },
)
const anyPage = fc.record({ blocks, label: fc.option(fc.constantFrom('12', '12v', 'iv')) })

function exported(pages: readonly { blocks: ReadBlock[]; label: string | null }[]): ExportedPage[] {
  return pages.map(({ blocks, label }, at) => {
    const { content, placed } = layOut(frame, blocks)
    const source = { name: 'delo.pdf', filePage: at + 1 }
    return {
      number: at + 1,
      label,
      frame,
      language: null,
      content,
      blocks: laidLines(content, placed, frame),
      source,
    }
  })
}

async function readBack(mediaType: string, pages: readonly ExportedPage[]): Promise<ExtractedPage[]> {
  const { head, page, tail } = writers[mediaType] ?? hocrWriter
  const text = [head(about), ...pages.map(page), tail].join('')
  return await withFile('delo', text, async (path) => {
    const handle = await open(path)
    const read: ExtractedPage[] = []
    for await (const told of (await readerOf(mediaType))(handle.fd))
      if (told.kind === 'page') read.push(told.page)
    await handle.close()
    return read
  })
}

describe.each([hocr, alto])('%s', (mediaType) => {
  test('is read back as the same words at the same places, whatever they are written with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 3 }), async (pages) => {
        const given = exported(pages)
        const back = await readBack(mediaType, given)
        expect(back.map(({ content, label }) => [content, label])).toEqual(
          given.map(({ content, label }) => [content, label]),
        )
        for (const [at, { placed, width, height, refers }] of back.entries()) {
          const before = layOut(frame, pages[at]?.blocks ?? []).placed.words
          expect({ width, height }).toEqual(frame)
          expect(refers).toEqual({
            image: 'delo.pdf',
            number: mediaType === alto && pages.length === 1 ? null : at + 1,
          })
          expect(placed instanceof Uint8Array ? [] : (placed?.words ?? [])).toEqual(before)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('holds a text without places, and a page without text', async () => {
    const content = 'Be vietos\nantra\n\nžodis'
    const page = { number: 1, label: null, frame: null, language: null, source: null }
    const back = await readBack(mediaType, [
      { ...page, content, blocks: laidLines(content, null, null) },
      { ...page, number: 2, content: '', blocks: [] },
    ])
    expect(back.map((one) => [one.content, one.placed ?? null])).toEqual([
      [content, null],
      ['', null],
    ])
  })
})

describe('the lines of a text', () => {
  test('keep the places that its words have, though they hold spaces or are parts of words', () => {
    const words = [
      { start: 0, end: 9, box: [0, 0, 90, 10] as const, confidence: 50 },
      { start: 10, end: 12, box: [100, 0, 20, 10] as const, confidence: 90 },
      { start: 12, end: 14, box: [120, 2, 20, 10] as const, confidence: 80 },
    ]
    expect(laidLines('Naujoji V elen\n\nnowhere', { frame, words }, frame)).toEqual([
      [
        [
          { text: 'Naujoji', box: [0, 0, 70, 10], confidence: 50 },
          { text: 'V', box: [80, 0, 10, 10], confidence: 50 },
          { text: 'elen', box: [100, 0, 40, 12], confidence: 80 },
        ],
      ],
      [[{ text: 'nowhere', box: null, confidence: null }]],
    ])
  })
})
