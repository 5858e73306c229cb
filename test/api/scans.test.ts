import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aScan, aScanPdf, type Scan } from '../support/scans/a-scan.ts'
import { sentences } from '../support/scans/sentences.ts'
import { aServedArchive, problem, type Served } from './client.ts'

type Box = readonly [number, number, number, number]

/** How much of the second box the first one covers. */
function cover([x, y, w, h]: Box, [left, top, width, height]: Box): number {
  const across = Math.min(x + w, left + width) - Math.max(x, left)
  const down = Math.min(y + h, top + height) - Math.max(y, top)
  return across > 0 && down > 0 ? (across * down) / (width * height) : 0
}

describe('a scan', () => {
  let it: Served
  let scans: Scan[]
  let id: string
  let file: string

  beforeAll(async () => {
    it = await aServedArchive({ FONDS_OCR: 'auto', FONDS_IMAGES: 'ingest' })
    scans = [
      await aScan({ language: 'lt', seed: 3, dpi: 150, paper: 'slip', sentences: sentences.lt.slice(1, 6) }),
      await aScan({ language: 'en', seed: 5, dpi: 150, paper: 'slip', sentences: sentences.en.slice(0, 4) }),
    ]
    const bytes = Buffer.from(await aScanPdf(scans))
    const added = await it.upload({ title: 'Two leaves' }, [{ name: 'leaves.pdf', bytes }])
    id = added.body.id
    file = added.body.witnesses[0].files[0].id
    await it.idle()
  }, 120_000)
  afterAll(() => it.close())

  const page = async (number: number, query = '') =>
    (await it.get(`/documents/${id}/pages/${number}${query}`)).body

  test('is recognised, each page in its language, and then its file is done', async () => {
    expect((await it.get(`/files/${file}`)).body).toMatchObject({ state: 'done', error: null })
    for (const [at, language] of ['lt', 'en'].entries()) {
      const { text, recognition, confidence, layers } = await page(at + 1)
      expect({ recognition, layers }).toEqual({ recognition: 'done', layers: ['ocr'] })
      expect(confidence).toBeGreaterThan(80)
      expect(text).toMatchObject({ layer: 'ocr', language })
    }
  })

  test('is found by any form of its words, which are marked where they stand on its image', async () => {
    const { hits } = (await it.get('/search').query({ q: 'drabužiai' })).body
    expect(hits).toHaveLength(1)
    const [{ number, boxes, snippet }] = hits[0].pages
    expect(number).toBe(1)
    expect(snippet).toContain('<mark>drabužių</mark>')
    const { width, height } = await page(1)
    const [scan] = scans
    const truth = scan?.words.find(({ text }) => text.startsWith('drabužių'))
    if (!scan || !truth) throw new Error('The scan says drabužių.')
    const [across, down] = [width / scan.width, height / scan.height]
    const [x, y, w, h] = truth.box
    const there: Box = [x * across, y * down, w * across, h * down]
    expect(Math.max(...boxes.map((box: Box) => cover(box, there)))).toBeGreaterThan(0.8)
  })

  test('has an image of each page, by its own address and by IIIF, and a thumbnail', async () => {
    const { id: pageId, width, height } = await page(2)
    const shown = await it.get(`/documents/${id}/pages/2/image?width=300`)
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
    const info = await it.get(`/iiif/image/3/${pageId}/info.json`)
    expect(info.body).toMatchObject({ type: 'ImageService3', profile: 'level2', width, height })
    expect((await it.get(`/files/${file}/thumbnail`)).status).toBe(200)
  })

  test('is corrected word by word: the boxes stay, and recognition anew leaves the correction alone', async () => {
    const { text } = await page(1)
    const content = text.content.replace(/drabužių/u, 'rūbų')
    const sent = { layer: 'transcription', content, basedOn: text.revision }
    expect((await it.put(`/documents/${id}/pages/1/text`).send(sent)).status).toBe(200)
    const corrected = (await page(1)).text
    const word = corrected.words.find((one: { text: string }) => one.text.startsWith('rūbų'))
    const before = text.words.find((one: { text: string }) => one.text.startsWith('drabužių'))
    expect(word).toMatchObject({ box: before.box, confidence: null })

    const wish = { languages: ['lt'] }
    const asked = await it.post(`/documents/${id}/pages/1/recognition`).send(wish)
    expect(asked.status, asked.text).toBe(202)
    expect(asked.body).toMatchObject({ kind: 'picture', total: 1, document: id })
    expect(asked.headers.location).toMatch(new RegExp(`/jobs/${asked.body.id}$`))
    await it.idle()
    expect((await page(1)).text.revision).toBe(corrected.revision)
    const revisions = (await it.get(`/documents/${id}/pages/1/text/revisions`)).body.items
    expect(revisions.map((one: { layer: string }) => one.layer)).toEqual(['ocr', 'transcription'])
  })

  test('is recognised anew as a whole, and its doubtful pages are those that nobody has written', async () => {
    const doubtful = await it.get('/recognition/doubtful').query({ below: 101, document: id })
    expect(doubtful.body.items).toMatchObject([{ document: id, number: 2, title: 'Two leaves' }])
    const wish = { languages: ['lt', 'xx', 'tlh'] }
    const { errors } = problem(await it.post(`/files/${file}/recognition`).send(wish), 400, 'invalid-input')
    expect(errors?.[0]?.message).toContain('xx, tlh')
    const asked = await it.post(`/files/${file}/recognition`).set('Idempotency-Key', 'k1').send({})
    const again = await it.post(`/files/${file}/recognition`).set('Idempotency-Key', 'k1').send({})
    expect([asked.status, again.body.id]).toEqual([202, asked.body.id])
    await it.idle()
    expect((await it.get(`/jobs/${asked.body.id}`)).body).toMatchObject({ state: 'done', done: 2, total: 2 })
  })
})

test('what no engine can read fails by itself, with a sentence', async () => {
  const it = await aServedArchive({ FONDS_OCR: 'auto' })
  try {
    const { png } = await aScan({
      language: 'en',
      seed: 2,
      dpi: 150,
      paper: 'slip',
      sentences: sentences.en.slice(0, 4),
    })
    const jpeg = await sharp(png).jpeg({ quality: 90 }).toBuffer()
    const cut = jpeg.subarray(0, jpeg.length / 2)
    const added = await it.upload({ title: 'Cut' }, [
      { name: 'cut.jpg', bytes: cut },
      { name: 'none.png', bytes: Buffer.concat([png.subarray(0, 40), Buffer.alloc(400)]) },
    ])
    await it.idle()
    const [first, second] = (await it.get(`/documents/${added.body.id}`)).body.witnesses[0].files
    expect(second).toMatchObject({ state: 'failed', error: expect.stringMatching(/none\.png/) })
    const remark = expect.stringMatching(/cut short/)
    expect(first).toMatchObject({ state: 'done', remark })
    const page = (await it.get(`/documents/${added.body.id}/pages/1`)).body
    expect(page).toMatchObject({ recognition: 'done', remark })
    problem(await it.get(`/files/${second.id}/thumbnail`), 422, 'unreadable-file')
  } finally {
    await it.close()
  }
}, 60_000)
