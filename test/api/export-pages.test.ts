import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { altoWriter } from '../../src/page-formats/alto.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_OCR: 'off' })
})
afterAll(() => it.close())

const bytesOf = (reply: Response, done: (error: Error | null, bytes: Buffer) => void) => {
  const parts: Buffer[] = []
  reply.on('data', (part: Buffer) => parts.push(part))
  reply.on('end', () => done(null, Buffer.concat(parts)))
}

const about = { title: 'Delo 3', language: null, software: 'Fonds', layer: null, file: 'delo.pdf' }
const frame = { width: 1000, height: 1400 }
const word = (text: string, x: number) => ({ text, box: [x, 100, 80, 40] as const, confidence: 90 })
const alto = [
  altoWriter.head(about),
  ...[1, 2].map((number) =>
    altoWriter.page({
      ...{
        number,
        label: null,
        frame,
        language: null,
        content: '',
        source: { name: 'delo.pdf', filePage: number },
      },
      blocks: [[[word('Naujoji', 100), word(`Vilnia${number}`, 200)]]],
    }),
  ),
  altoWriter.tail,
].join('')

/** A document of two scanned pages, transcribed with places. */
async function aTranscribedScan() {
  const files = [
    { name: 'delo.pdf', bytes: Buffer.from(await aPdf(['scanned', 'scanned'])) },
    { name: 'delo.alto.xml', bytes: alto },
  ]
  const { body } = await it.upload({ title: 'Delo 3, Šiauliai' }, files)
  await it.idle()
  return body.id as string
}

describe('a document is given out', () => {
  test('as text, of all pages or one, in the layer that is asked for', async () => {
    const id = await aTranscribedScan()
    const whole = await it.get(`/documents/${id}/export.txt`)
    expect([whole.status, whole.text]).toEqual([200, 'Naujoji Vilnia1\fNaujoji Vilnia2'])
    expect(whole.headers['content-disposition']).toContain("filename*=UTF-8''Delo-3-%C5%A0iauliai.txt")
    expect((await it.get(`/documents/${id}/pages/2/export.txt`)).text).toBe('Naujoji Vilnia2')
    expect((await it.get(`/documents/${id}/export.txt?layer=embedded`)).text).toMatch(
      /^scanned\s*\fscanned\s*$/,
    )
    expect((await it.get(`/documents/${id}/export.txt?layer=ocr`)).text).toBe('\f')
  })

  test('as ALTO and hOCR that, added to another copy of the scan, come to the same words at the same places', async () => {
    const id = await aTranscribedScan()
    const before = (await it.get(`/documents/${id}/pages/2`)).body
    expect(before.text.words).toHaveLength(2)
    const exports = [
      { name: 'out.alto.xml', bytes: (await it.get(`/documents/${id}/export.alto.xml`).buffer()).text ?? '' },
      { name: 'out.hocr', bytes: (await it.get(`/documents/${id}/export.hocr`).buffer()).text ?? '' },
    ]
    for (const { name, bytes } of exports) {
      const files = [
        { name: 'delo.pdf', bytes: Buffer.from(await aPdf(['scanned', 'scanned'])) },
        { name, bytes: Buffer.from(bytes) },
      ]
      const { body } = await it.upload({ title: name }, files)
      await it.idle()
      const { text } = (await it.get(`/documents/${body.id}/pages/2`)).body
      const told = (words: { text: string; box: number[] }[]) => words.map(({ text, box }) => [text, box])
      expect(text.content).toBe('Naujoji Vilnia2')
      expect(told(text.words), name).toEqual(told(before.text.words))
    }
    expect((await it.get(`/documents/${id}/pages/1/export.hocr`).buffer()).text).toContain(
      'title="image &quot;delo.pdf&quot;; ppageno 0',
    )
    expect((await it.get(`/documents/${id}/pages/1/export.alto.xml`).buffer()).text).toContain(
      '<fileName>delo.pdf</fileName>',
    )
  })

  test('as a searchable PDF, whose words are found where they stand in the scan', async () => {
    const id = await aTranscribedScan()
    const pdf = async (asked: ReturnType<typeof it.get>) => {
      const reply = await asked.buffer().parse(bytesOf)
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(reply.body.length).toBe(Number(reply.headers['content-length']))
      return await PDFDocument.load(reply.body)
    }
    expect((await pdf(it.get(`/documents/${id}/export.pdf`))).getPageCount()).toBe(2)
    expect((await pdf(it.get(`/documents/${id}/pages/2/export.pdf`))).getPageCount()).toBe(1)
    const { headers } = await it.head(`/documents/${id}/export.pdf`)
    expect(headers['content-type']).toBe('application/pdf')
    await expect.poll(() => readdir(join(it.home, 'derived', 'incoming'))).toEqual([])
  })

  test('to whom may see it, and no page that is not there', async () => {
    const { body } = await it.upload({ title: 'Hidden', visibility: 'restricted' }, [
      { name: 'a.txt', bytes: 'secret' },
    ])
    await it.idle()
    for (const path of [
      'export.txt',
      'export.hocr',
      'export.alto.xml',
      'export.pdf',
      'pages/1/export.txt',
      'pages/1/export.pdf',
    ])
      problem(await it.get(`/documents/${body.id}/${path}`, nobody), 404, 'not-found')
    problem(await it.get(`/documents/${body.id}/pages/2/export.hocr`), 404, 'not-found')
    problem(await it.get(`/documents/${body.id}/export.txt?witness=w-none`), 404, 'not-found')
    problem(await it.get(`/documents/${body.id}/export.txt?layer=best`), 400, 'invalid-input')
    const head = await it.head(`/documents/${body.id}/export.alto.xml`)
    expect([head.status, head.headers['content-type']]).toEqual([200, 'application/alto+xml'])
  })
})

test('a PDF that nobody waits for any more is not made to its end, and leaves nothing behind', async () => {
  const files = [{ name: 'long.txt', bytes: Array.from({ length: 400 }, (_, n) => `page ${n}`).join('\f') }]
  const { body } = await it.upload({ title: 'Long' }, files)
  await it.idle()
  const { port } = it.server.address() as AddressInfo
  const left = new AbortController()
  const asked = fetch(`http://127.0.0.1:${port}/api/v1/documents/${body.id}/export.pdf`, {
    signal: left.signal,
  })
  const incoming = () => readdir(join(it.home, 'derived', 'incoming'))
  await expect.poll(async () => (await incoming()).length, { timeout: 10_000 }).toBe(1)
  left.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(incoming, { timeout: 10_000 }).toEqual([])
})
