import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDocx, pageBreak, paragraph } from '../support/docx.ts'
import { encode } from '../support/encode.ts'
import { aPdf as pdfOf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, type Part, problem, type Served } from './client.ts'

const aPdf = async (pages: readonly string[]) => Buffer.from(await pdfOf(pages))

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_OCR: 'off' })
})
afterAll(() => it.close())

async function uploaded(files: readonly Part[], description: object = {}) {
  const { body } = await it.upload({ title: 'Delo 3', ...description }, files)
  await it.idle()
  return (await it.get(`/documents/${body.id}`)).body
}
const fileOf = (
  document: { witnesses: { files: { name: string; id: string; state: string }[] }[] },
  name: string,
) => document.witnesses[0]?.files.find((file) => file.name === name) ?? { id: '', state: '' }
const text = async (id: string) => (await it.get(`/documents/${id}/text`)).text.split('\f')

describe('a transcription that comes with its scan', () => {
  test('is found on the scan’s pages, with boxes of its words there, in whichever order they come', async () => {
    const scan = { name: 'delo.pdf', bytes: await aPdf(['Wagons at Naujoji Vilnia', 'Second leaf']) }
    const word = {
      name: 'text.docx',
      bytes: aDocx(`${paragraph('Wagons at Naujoji Vilnia, sealed')}${pageBreak}${paragraph('leaf two')}`),
    }
    for (const files of [
      [scan, word],
      [word, scan],
    ]) {
      const document = await uploaded(files)
      expect(document.pageCount).toBe(2)
      expect(fileOf(document, 'text.docx')).toMatchObject({
        role: 'transcription',
        state: 'done',
        remark: null,
      })
      expect(await text(document.id)).toEqual(['Wagons at Naujoji Vilnia, sealed', 'leaf two'])
      const { body } = await it.get(`/documents/${document.id}/pages/1`)
      expect(body.layers.toSorted()).toEqual(['embedded', 'transcription'])
      const found = (await it.get(`/documents/${document.id}/pages/1?layer=embedded`)).body.text.content
      expect(found).toContain('Wagons at Naujoji Vilnia')
      const hit = (await it.get('/search?q=sealed')).body.hits.find(
        (one: { document: { id: string } }) => one.document.id === document.id,
      )
      expect(hit.pages).toMatchObject([{ id: body.id, number: 1 }])
    }
  })

  test('of as many texts as images comes to the image of the same name', async () => {
    const leaf = (words: string) => aPdf([words])
    const document = await uploaded([
      { name: 'p002.txt', bytes: 'two' },
      { name: 'p001.pdf', bytes: await leaf('first') },
      { name: 'p002.pdf', bytes: await leaf('second') },
      { name: 'p001.txt', bytes: 'one' },
    ])
    expect(await text(document.id)).toEqual(['one', 'two'])
    const { body } = await it.get(`/files/${fileOf(document, 'p002.txt').id}/matching`)
    expect(body).toMatchObject({
      matched: 1,
      unmatched: 0,
      items: [{ filePage: 1, pageNumber: 2, how: 'file-name', says: null }],
    })
  })

  test('of which pages are missing is reported and mended page by page, and that undone', async () => {
    const document = await uploaded([
      { name: 'delo.pdf', bytes: await aPdf(['first', 'second', 'third']) },
      { name: 'text.txt', bytes: Buffer.from(encode('первый\fтретий', 'windows-1251')) },
    ])
    expect(document.pageCount).toBe(5)
    const file = fileOf(document, 'text.txt')
    const { remark } = (await it.get(`/files/${file.id}`)).body
    expect(remark).toContain('read as windows-1251')
    expect(remark).toContain('2 of 2 pages were matched to no page of the scan and stand by themselves')
    const before = (await it.get(`/files/${file.id}/matching`)).body
    expect(before).toMatchObject({ matched: 0, unmatched: 2, setAside: 0, next: null })
    expect(before.items[0]).toMatchObject({
      page: null,
      says: 'The transcription has 2 pages, the scan 3 pages.',
    })
    const { items } = (await it.get(`/documents/${document.id}/pages`)).body
    const bring = (filePage: number, page: string | null) =>
      it.put(`/files/${file.id}/matching/${filePage}`).send({ page })
    expect((await bring(1, items[0].id)).body).toMatchObject({
      page: items[0].id,
      pageNumber: 1,
      how: 'by-hand',
      behind: false,
    })
    expect((await bring(2, items[2].id)).status).toBe(200)
    expect(await text(document.id)).toEqual(['первый', expect.stringContaining('second'), 'третий'])
    expect((await it.get(`/files/${file.id}`)).body.remark).toBe(
      'read as windows-1251 (no encoding was declared)',
    )
    problem(await bring(1, items[2].id), 409, 'conflict')
    problem(await bring(1, 'p-none'), 400, 'invalid-input')
    problem(await bring(9, items[1].id), 404, 'not-found')
    problem(await it.put(`/files/${file.id}/matching/1`).send({}), 400, 'invalid-input')
    expect((await bring(1, items[1].id)).body).toMatchObject({ pageNumber: 2 })
    expect((await text(document.id))[0]).toContain('first')
    const { body } = await it.get(`/documents/${document.id}/pages/1/text/revisions`)
    expect(
      body.items.map(({ layer, withdraws = false }: { layer: string; withdraws?: boolean }) => [
        layer,
        withdraws,
      ]),
    ).toEqual([
      ['embedded', false],
      ['transcription', false],
      ['transcription', true],
    ])
    const repeated = { ...keeper, 'Idempotency-Key': 'mend-1' }
    const once = await it.put(`/files/${file.id}/matching/1`, repeated).send({ page: null })
    expect((await it.put(`/files/${file.id}/matching/1`, repeated).send({ page: null })).body).toEqual(
      once.body,
    )
    expect((await text(document.id)).at(-1)).toBe('первый')
    const again = await it.post(`/files/${file.id}/matching`)
    expect(again.body).toMatchObject({ matched: 1, unmatched: 0, setAside: 1 })
  })

  test('of a document that somebody may not see is not told of', async () => {
    const hidden = await uploaded([{ name: 'text.txt', bytes: 'secret' }], { visibility: 'restricted' })
    const { id } = fileOf(hidden, 'text.txt')
    problem(await it.get(`/files/${id}/matching`, nobody), 404, 'not-found')
    problem(await it.put(`/files/${id}/matching/1`, nobody).send({ page: null }), 401, 'unauthenticated')
    problem(await it.get('/files/f-none/matching'), 404, 'not-found')
  })
})

describe('a file that is not what it seems', () => {
  const outcome = async (name: string, bytes: Buffer | string) => {
    const { state, error, mediaType } = fileOf(await uploaded([{ name, bytes }]), name) as Record<
      string,
      unknown
    >
    return [state, mediaType, error]
  }

  test('ends in a state and a sentence, and is kept as it is', async () => {
    const page = '<!DOCTYPE html><html><body><p>404 Not Found</p></body></html>'
    expect(await outcome('scan.pdf', page)).toEqual([
      'failed',
      'text/html',
      expect.stringContaining('It is named .pdf, but its bytes are text/html'),
    ])
    expect(await outcome('scan.jpg', page)).toEqual([
      'failed',
      'text/html',
      expect.stringContaining('It is named .jpg'),
    ])
    expect(await outcome('page.txt', page)).toEqual(['done', 'text/html', null])
    expect(await outcome('delo.docx', 'plain words')).toEqual([
      'failed',
      'text/plain',
      expect.stringContaining('It is named .docx'),
    ])
    expect((await outcome('delo.doc', aDocx(paragraph('words'))))[0]).toBe('done')
    const binary = Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 7919) % 256))
    expect(await outcome('notes.txt', binary)).toEqual([
      'failed',
      'application/octet-stream',
      expect.stringContaining('cannot be read'),
    ])
    expect(await outcome('empty.xml', '')).toEqual([
      'failed',
      'text/plain',
      expect.stringContaining('it has 0 bytes'),
    ])
    const laughs = '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text>&a;</text></TEI>'
    expect(await outcome('a.xml', laughs)).toEqual([
      'failed',
      'application/tei+xml',
      expect.stringContaining('declares entities of its own'),
    ])
  })
})
