import { expect, test } from 'vitest'
import { unpackWords } from '../../../src/domain/page/pack-words.ts'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { findPoppler } from '../../../src/tools/extract/find-poppler.ts'
import { isLong } from '../../support/long.ts'
import { aPdf, aPdfBomb } from '../../support/pdf.ts'
import { hasPoppler } from '../../support/poppler.ts'
import { extracted, limits } from './extracting.ts'

const child = (name: string) => new URL(`./children/${name}.ts`, import.meta.url)
const poppler = await findPoppler()

test.skipIf(!hasPoppler)(
  'a PDF that its reader cannot read is read by poppler, with the places of its words',
  async () => {
    const pages = ['Шяуляй, 7 июня', 'Quietly and without panic']
    const twice = childExtractor(limits, child('gives-up'), poppler)
    const read = await extracted('odd.pdf', await aPdf(pages), twice)
    expect(read.pages.map((page) => page.content)).toEqual(pages)
    expect(read.start).toMatchObject({
      engine: expect.stringMatching(/^poppler \d/),
      assumed: 'read by poppler, for to pdf.js it is too odd',
    })
    const packed = read.pages[1]?.placed
    const { words } = unpackWords(packed instanceof Uint8Array ? packed : new Uint8Array())
    expect(words.map(({ start, end }) => pages[1]?.slice(start, end))).toEqual([
      'Quietly',
      'and',
      'without',
      'panic',
    ])
    expect(words[0]?.box[0]).toBeCloseTo(400, -1)
  },
)

test.skipIf(!hasPoppler)('what was read before a reader gave up is not read twice', async () => {
  const twice = childExtractor(limits, child('gives-up-late'), poppler)
  const read = await extracted('odd.pdf', await aPdf(['one', 'two', 'three']), twice)
  expect(read.pages.map(({ filePage, content }) => [filePage, content])).toEqual([
    [1, 'read before'],
    [2, 'two'],
    [3, 'three'],
  ])
})

test.skipIf(!hasPoppler)('what poppler cannot read either is refused for the first reason', async () => {
  const twice = childExtractor(limits, undefined, poppler)
  await expect(extracted('no.pdf', '%PDF-1.7 and nothing more', twice)).rejects.toThrow(
    /^“no\.pdf” is damaged or cut short .*; upload a whole copy of it\.$/,
  )
})

test.runIf(isLong && hasPoppler)('a bomb is not tried twice', async () => {
  const lean = childExtractor({ ...limits, memoryBytes: 300 * 1024 * 1024 }, undefined, poppler)
  await expect(extracted('bomb.pdf', await aPdfBomb(2048), lean)).rejects.toThrow('needed more than 300 MB')
})
