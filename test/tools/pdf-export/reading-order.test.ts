import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LaidBlock } from '../../../src/domain/page/laid-lines.ts'
import type { Box } from '../../../src/domain/page/placed-words.ts'
import { pdfMaker } from '../../../src/tools/pdf-export/pdf-maker.ts'
import { isLong } from '../../support/long.ts'
import { aScan, type Scan } from '../../support/scans/a-scan.ts'
import { limits } from '../extract/extracting.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fonds-order-'))
})
afterAll(() => rm(home, { recursive: true }))

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
if (!hasPoppler) console.warn('pdftotext is not installed: what it reads in PDFs is not tested')

/** The lines of a scan with its words where they are; those at these places in the text have none. */
function linesOf({ text, words }: Scan, placeless: readonly number[] = []): LaidBlock[] {
  let at = 0
  const lines = text.split('\n').map((line) =>
    line.split(' ').map((text) => {
      const box = placeless.includes(at) ? null : (words[at]?.box ?? null)
      at++
      return { text, box, confidence: null }
    }),
  )
  return [lines]
}

async function pdfOf({ png, width, height, dpi }: Scan, blocks: readonly LaidBlock[]) {
  const [path, target] = [join(home, 'scan.png'), join(home, 'out.pdf')]
  await writeFile(path, png)
  const image = { path, filePage: 1, mediaType: 'image/png', dpi }
  const page = { label: null, frame: { width, height }, blocks, image }
  const pages = async function* () {
    yield page
  }
  const about = { title: 'Delo 3', language: null }
  await pdfMaker(limits, home).make(pages(), about, target, new AbortController().signal)
  return target
}

const read = (...args: string[]) => execFileSync('pdftotext', args, { encoding: 'utf8' })
const linesRead = (target: string) =>
  read(target, '-')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Each word that poppler finds, with its box in pixels. */
function wordsRead(target: string, dpi: number): { text: string; box: Box }[] {
  const found = read('-bbox', target, '-').matchAll(
    /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g,
  )
  return [...found].map(([, ...told]) => {
    const [left, top, right, bottom] = told.slice(0, 4).map((edge) => (Number(edge) * dpi) / 72) as [
      ...[number, number, number, number],
    ]
    return { text: told[4] ?? '', box: [left, top, right - left, bottom - top] }
  })
}

const overlap = ([x, y, w, h]: Box, [x2, y2, w2, h2]: Box) =>
  x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h

/** A scan that was put under its scanner turned by so many quarters clockwise. */
async function turned(scan: Scan, quarters: number): Promise<Scan> {
  let { width, height, words } = scan
  for (let quarter = 0; quarter < quarters; quarter++) {
    const high = height
    words = words.map(({ text, box: [x, y, w, h] }) => ({ text, box: [high - y - h, x, h, w] }))
    ;[width, height] = [height, width]
  }
  return {
    ...scan,
    width,
    height,
    words,
    png: await sharp(scan.png)
      .rotate(quarters * 90)
      .png()
      .toBuffer(),
  }
}

const slip = { language: 'en', dpi: 150, paper: 'slip' } as const
const straight = aScan({ ...slip, skew: 0 })
const askew = aScan({ ...slip, skew: 1 })

describe.skipIf(!hasPoppler)('the unseen text of a scan', () => {
  for (const turn of isLong ? [1, 2, 3] : [1])
    test(`stands where its words do on a page that lies turned by ${turn * 90}°`, async () => {
      const scan = await straight
      const lying = await turned(scan, turn)
      const target = await pdfOf(lying, linesOf(lying))
      const read = wordsRead(target, scan.dpi)
      expect(read).toHaveLength(lying.words.length)
      for (const { text, box } of lying.words)
        expect(read.some((word) => word.text === text && overlap(word.box, box))).toBe(true)
      const told = execFileSync('pdftotext', ['-raw', target, '-'], { encoding: 'utf8' })
      expect(told.split(/\s+/).filter(Boolean)).toEqual(scan.text.split(/\s+/))
    })

  for (const skew of isLong ? [0, 1] : [1])
    test(`reads line by line at a skew of ${skew}°, each word where it stands`, async () => {
      const scan = await (skew === 0 ? straight : askew)
      const target = await pdfOf(scan, linesOf(scan))
      expect(linesRead(target)).toEqual(scan.text.split('\n'))
      const words = wordsRead(target, scan.dpi)
      expect(words.map(({ text }) => text)).toEqual(scan.words.map(({ text }) => text))
      for (const [at, { box }] of words.entries())
        expect(overlap(box, scan.words[at]?.box ?? [0, 0, 0, 0])).toBe(true)
    })

  test('never glues words whose boxes touch or overlap', async () => {
    const scan = await aScan({ language: 'en', dpi: 100, skew: 0, sentences: ['x'] })
    const at = (text: string, x: number, w: number) => ({
      ...{ text, confidence: null },
      box: [x, 200, w, 20] as const,
    })
    const line = [at('The', 100, 60), at('red', 160, 60), at('horse', 215, 90), at('stood', 300, 80)]
    const target = await pdfOf(scan, [[line]])
    expect(linesRead(target)).toEqual(['The red horse stood'])
    expect(wordsRead(target, scan.dpi).map(({ text }) => text)).toEqual(['The', 'red', 'horse', 'stood'])
  })

  test('has words without places between their neighbours, at both ends of a line too', async () => {
    const scan = await askew
    const lines = scan.text.split('\n').map((line) => line.split(' '))
    const [first = [], second = [], third = []] = lines
    const [two, three] = [first.length, first.length + second.length]
    // One inside, two at the end and one at the beginning of a line, and a whole line.
    const whole = third.map((_, at) => three + at)
    const target = await pdfOf(scan, linesOf(scan, [2, two - 1, two - 2, two, ...whole]))
    expect(linesRead(target)).toEqual(scan.text.split('\n'))
    const found = wordsRead(target, scan.dpi)
    expect(overlap(found[2]?.box ?? [0, 0, 0, 0], scan.words[2]?.box ?? [0, 0, 0, 0])).toBe(true)
  })

  test('has a word that nothing was seen of between words that leave no room', async () => {
    const scan = await straight
    const [[line = [], ...rest] = []] = linesOf(scan)
    const added = { text: '⟦stoood⟧', box: null, confidence: null }
    const told = line.toSpliced(3, 0, added)
    const target = await pdfOf(scan, [[told, ...rest]])
    expect(linesRead(target)[0]).toBe(told.map(({ text }) => text).join(' '))
  })

  test('goes on where a paragraph without line ends goes on', async () => {
    const scan = await askew
    const target = await pdfOf(scan, [[linesOf(scan).flat(2)]])
    expect(linesRead(target)).toEqual(scan.text.split('\n'))
  })
})
