import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LaidBlock, laidLines } from '../../../src/domain/page/laid-lines.ts'
import type { PdfPage } from '../../../src/ports/pdf-maker.ts'
import { pdfMaker } from '../../../src/tools/pdf-export/pdf-maker.ts'
import { gather, limits, usual } from '../extract/extracting.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fonds-pdf-'))
})
afterAll(() => rm(home, { recursive: true }))

const never = new AbortController().signal
const about = { title: 'Delo 3 – Šiauliai', language: 'lt' }
const frame = { width: 1000, height: 1400 }

async function anImage(name: string, width = 1000, height = 1400) {
  const path = join(home, name)
  const image = sharp({ create: { width, height, channels: 3, background: '#ddd' } })
  await (name.endsWith('.tif')
    ? image.tiff({ compression: 'jpeg', tile: true, pyramid: true })
    : image.jpeg()
  ).toFile(path)
  return path
}
const word = (text: string, x: number, y: number, w = 120, h = 40) => ({
  text,
  box: [x, y, w, h] as const,
  confidence: null,
})
const page = (part: Partial<PdfPage>): PdfPage => ({ label: null, frame, blocks: [], image: null, ...part })
async function* each(pages: readonly PdfPage[]) {
  yield* pages
}

async function made(...pages: PdfPage[]) {
  const target = join(home, `${Math.random()}.pdf`)
  await pdfMaker(limits, home).make(each(pages), about, target, never)
  const file = { path: target, name: 'out.pdf', mediaType: 'application/pdf' }
  const { pages: read } = await gather(usual.extract(file, never))
  return { target, read, document: await PDFDocument.load(await readFile(target)) }
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

describe('a searchable PDF', () => {
  test('shows the image of each page with its words, in any script, where they stand', async () => {
    const blocks: LaidBlock[] = [
      [
        [word('Šiauliai,', 100, 200), word('Инструкция', 300, 200, 240)],
        [word('ģimenes', 100, 300), word('𝔉raktur', 300, 300), word('漢字', 500, 300)],
      ],
    ]
    const path = await anImage('p1.jpg')
    const image = { path, filePage: 1, mediaType: 'image/jpeg', dpi: 100 }
    const { target, read, document } = await made(page({ blocks, image, label: '12v' }), page({ image }))
    expect(read.map(({ label }) => label)).toEqual(['12v', '2'])
    expect(read[0]?.content.replace(/\s+/g, ' ')).toBe('Šiauliai, Инструкция ģimenes 𝔉raktur 漢字')
    expect(document.getPage(0).getSize()).toEqual({ width: 720, height: 1008 })
    expect(document.getTitle()).toBe(about.title)
    const bytes = await readFile(target)
    expect(bytes.includes(await readFile(path))).toBe(true)
    if (!hasPoppler) return
    const told = execFileSync('pdftotext', ['-bbox', target, '-'], { encoding: 'utf8' })
    const boxes = [
      ...told.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
    ]
    expect(boxes.map(([, , , , , text]) => text)).toEqual([
      'Šiauliai,',
      'Инструкция',
      'ģimenes',
      '𝔉raktur',
      '漢字',
    ])
    for (const [at, { box }] of blocks.flat(2).entries()) {
      const [x, y, w, h] = box ?? [0, 0, 0, 0]
      const found = boxes[at]?.slice(1, 5).map((each) => (Number(each) * 100) / 72) ?? []
      for (const [index, edge] of [x, y, x + w, y + h].entries())
        expect(Math.abs((found[index] ?? 0) - edge)).toBeLessThan(2)
    }
  })

  test('takes an image that was made of a page, of whatever size, and a page of a TIFF', async () => {
    const path = await anImage('p2.tif', 4000, 3000)
    const { document } = await made(
      page({ image: { path, filePage: 1, mediaType: 'image/tiff', dpi: null } }),
    )
    expect(document.getPage(0).getSize()).toEqual({ width: 842, height: 631.5 })
  })

  test('of a text without images sets it plainly, and loses nothing that its font does not know', async () => {
    const content = `Pirmas puslapis, fi ffi\n\n${'ilga eilutė '.repeat(40).trim()}\n漢字 ir 𝔉raktur`
    const { read, document } = await made(
      page({ frame: null, blocks: laidLines(content, null, null), label: '3' }),
    )
    expect(document.getPageCount()).toBe(1)
    expect(read[0]?.content.replace(/\s+/g, ' ')).toBe(content.replace(/\s+/g, ' '))
    const long = laidLines('line\n'.repeat(120), null, null)
    expect((await made(page({ blocks: long }))).document.getPageCount()).toBe(3)
    expect((await made()).document.getPageCount()).toBe(1)
  })

  test('finds words without places on the image, in their order', async () => {
    const image = { path: await anImage('p3.jpg'), filePage: 1, mediaType: 'image/jpeg', dpi: null }
    const { read } = await made(page({ image, blocks: laidLines('first line here\nsecond', null, null) }))
    expect(read[0]?.content.trim().split(/\s+/)).toEqual(['first', 'line', 'here', 'second'])
  })

  test('is stopped when nobody wants it any more, and only so many are made at a time', async () => {
    const maker = pdfMaker(limits, home)
    const stop = new AbortController()
    async function* slowly() {
      yield page({})
      stop.abort(new Error('gone'))
      await new Promise((resolve) => setTimeout(resolve, 50))
      yield page({})
    }
    await expect(maker.make(slowly(), about, join(home, 'stopped.pdf'), stop.signal)).rejects.toThrow('gone')
    const waiting = Promise.withResolvers<void>()
    async function* held() {
      await waiting.promise
      yield page({})
    }
    const two = [1, 2].map((n) => maker.make(held(), about, join(home, `held-${n}.pdf`), never))
    await expect(maker.make(each([]), about, join(home, 'third.pdf'), never)).rejects.toMatchObject({
      fault: 'busy',
    })
    waiting.resolve()
    await Promise.all(two)
    expect(await readdir(home)).toContain('held-2.pdf')
  })

  test('of an image that cannot be read says so', async () => {
    const image = { path: join(home, 'none.jpg'), filePage: 1, mediaType: 'image/jpeg', dpi: null }
    await expect(made(page({ image }))).rejects.toThrow(/^The PDF could not be made: /)
  })
})
