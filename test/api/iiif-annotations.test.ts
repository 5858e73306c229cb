import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectParsed } from '../support/iiif-parsed.ts'
import { brokenRules } from '../support/iiif-rules.ts'
import { schemaFaults } from '../support/iiif-schema.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

const base = 'https://archive.example'
type Note = { id: string; target: unknown; body: { value: string; language?: string }; motivation: unknown }

let it: Served
let id: string
let page: string
let canvas: string
let size: { width: number; height: number }

beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: base })
  const bytes = Buffer.from(
    await aPdf(['The families could take a hundred kilograms.\nThe wagons left at night.', 'B']),
  )
  const added = await it.upload({ title: 'Instructions' }, [{ name: 'p.pdf', bytes }])
  await it.idle()
  id = added.body.id
  ;[page] = (await it.get(`/documents/${id}/pages`)).body.items.map((one: { id: string }) => one.id)
  canvas = `${base}/iiif/3/${id}/canvas/${page}`
  size = (await it.get(`/iiif/3/${id}/canvas/${page}`)).body
})
afterAll(() => it.close())

/** A page of annotations at an address, once it has been found to break no rule. */
async function annotationsAt(address: string, as: Record<string, string> = nobody) {
  const reply = await it.get(address.replace(base, ''), as)
  expect(reply.status, reply.text).toBe(200)
  expect(brokenRules(reply.body)).toEqual([])
  expect(schemaFaults(reply.body)).toEqual([])
  expectParsed(reply.body)
  expect(reply.headers['content-type']).toMatch(/^application\/ld\+json;profile=/)
  return reply.body as { id: string; items: Note[]; next?: { id: string }; label: object }
}

const boxOf = (target: unknown) =>
  (/#xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(String(target)) ?? []).slice(1).map(Number)

async function annotate(annotation: object) {
  const sent = { type: 'Annotation', body: { type: 'TextualBody', value: 'Seen.' }, ...annotation }
  const reply = await it.post('/annotations/').send(sent)
  expect(reply.status, reply.text).toBe(201)
  return reply.body.id as string
}

/** What stands in the manifest's list of annotations of a canvas. */
const listed = async (number = 0) =>
  (await it.get(`/iiif/3/${id}/manifest`, nobody)).body.items[number].annotations

describe('the text of a canvas', () => {
  test('comes from an address that the canvas names, line by line, each where it stands', async () => {
    expect(await listed()).toEqual([
      { id: `${canvas}/text`, type: 'AnnotationPage', label: { en: ['Text'] } },
    ])
    const { id: own, items } = await annotationsAt(`${canvas}/text`)
    expect(own).toBe(`${canvas}/text`)
    expect(items.map(({ body }) => body.value)).toEqual([
      'The families could take a hundred kilograms.',
      'The wagons left at night.',
    ])
    const [first = [], second = []] = items.map(({ target }) => boxOf(target))
    expect(first[1]).toBeLessThan(second[1] ?? 0)
    for (const [index, { target, motivation }] of items.entries()) {
      const [x = 0, y = 0, w = 0, h = 0] = boxOf(target)
      expect(String(target).startsWith(`${canvas}#`)).toBe(true)
      expect([motivation, x + w <= size.width, y + h <= size.height, w * h > 0]).toEqual([
        ...['supplementing', true, true, true],
      ])
      expect(items[index]).toMatchObject({ textGranularity: 'line', type: 'Annotation' })
    }
  })

  test('comes word by word, too', async () => {
    const { items } = await annotationsAt(`/iiif/3/${id}/canvas/${page}/words`)
    expect(items.slice(0, 3).map(({ body }) => body.value)).toEqual(['The', 'families', 'could'])
    expect(new Set(items.map(({ target }) => target)).size).toBe(items.length)
    const { headers } = await it.get(`/iiif/3/${id}/canvas/${page}/words`, nobody)
    const again = { 'If-None-Match': headers.etag ?? '' }
    expect((await it.get(`/iiif/3/${id}/canvas/${page}/words`, again)).status).toBe(304)
  })

  test('comes as one where its places are not known, and in its layers, a translation in its language', async () => {
    const sent = { layer: 'translation:lt', language: 'lt', content: 'Šeimos galėjo.\nVagonai.' }
    expect((await it.put(`/documents/${id}/pages/1/text`).send(sent)).status).toBe(200)
    const address = `${canvas}/text/translation%3Alt`
    expect(await listed()).toEqual([
      { id: `${canvas}/text`, type: 'AnnotationPage', label: { en: ['Text'] } },
      { id: address, type: 'AnnotationPage', label: { en: ['Translation: Lithuanian'] } },
    ])
    const { items, id: own } = await annotationsAt(address)
    expect(own).toBe(address)
    expect(items).toMatchObject([
      { textGranularity: 'page', body: { value: sent.content, language: 'lt' }, target: canvas },
    ])
    expect((await annotationsAt(`/iiif/3/${id}/canvas/${page}/text/ocr`)).items).toEqual([])
    problem(await it.get(`/iiif/3/${id}/canvas/${page}/text/best`), 400, 'invalid-input')
  })

  test('is empty where the page bears none or a leaf is missing', async () => {
    const { witnesses } = (await it.get(`/documents/${id}`)).body
    const operations = [{ op: 'missing', after: 2 }]
    await it.post(`/witnesses/${witnesses[0].id}/page-changes`).send({ operations })
    await it.put(`/documents/${id}/pages/2/text`).send({ content: '' })
    const { items } = (await it.get(`/iiif/3/${id}/manifest`)).body
    for (const { id: address } of items.slice(1)) {
      expect((await annotationsAt(`${address}/text`)).items).toEqual([])
      expect((await annotationsAt(`${address}/annotations`)).items).toEqual([])
    }
    expect(items[2].annotations).toBeUndefined()
  })
})

describe('what people say of a canvas', () => {
  test('stands where its passage, its region or its page stands, whatever address that was told by', async () => {
    const source = `${base}/api/v1/documents/${id}/pages/1`
    const selector = { type: 'FragmentSelector', value: 'xywh=10,20,30,40' }
    const passage = await annotate({
      ...{
        motivation: 'questioning',
        target: { source, selector: { type: 'TextQuoteSelector', exact: 'wagons' } },
      },
    })
    const region = await annotate({ motivation: 'oa:commenting', target: { source, selector } })
    const whole = await annotate({
      bodyValue: 'Torn.',
      body: undefined,
      target: `${source}#xywh=pixel:1,2,3,4`,
    })
    const ofCanvas = await annotate({
      motivation: ['http://iiif.io/api/presentation/3#painting', 'tagging'],
      target: `${canvas}#xywh=0,0,99999,99999`,
    })
    const shape = { type: 'SvgSelector', value: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
    const drawn = await annotate({ target: [{ source, selector: shape }, 'https://example.org/like-this'] })
    const reply = await annotate({ motivation: 'replying', target: region })
    const { items } = await annotationsAt(`${canvas}/annotations`)
    expect((await listed()).at(-1)).toEqual({
      ...{ id: `${canvas}/annotations`, type: 'AnnotationPage', label: { en: ['Annotations'] } },
    })
    const words = (await annotationsAt(`${canvas}/words`)).items
    const wagons = words.find(({ body }) => body.value === 'wagons')
    expect(items.map(({ id }) => id)).toEqual([passage, region, whole, ofCanvas, drawn, reply])
    expect(items).toMatchObject([
      { motivation: 'questioning', target: wagons?.target },
      { motivation: 'commenting', target: `${canvas}#xywh=10,20,30,40` },
      { motivation: 'commenting', target: `${canvas}#xywh=1,2,3,4`, body: { value: 'Torn.' } },
      { motivation: 'tagging', target: `${canvas}#xywh=0,0,${size.width},${size.height}` },
      {
        target: [
          {
            source: {
              ...{ id: canvas, type: 'Canvas' },
              partOf: [{ id: `${base}/iiif/3/${id}/manifest`, type: 'Manifest' }],
            },
            selector: shape,
          },
          'https://example.org/like-this',
        ],
      },
      { motivation: 'replying', target: [canvas, region] },
    ])
    // The reading room lists what was said of the canvas as said of the page.
    const there = await it.get(`/documents/${id}/annotations/?page=${page}`)
    expect(there.body.total).toBe(6)
  })

  test('of a document as a whole is named by its manifest', async () => {
    const before = (await it.get(`/iiif/3/${id}/manifest`)).body
    expect(before.annotations).toBeUndefined()
    const about = await annotate({ target: `${base}/iiif/3/${id}/manifest` })
    const manifest = await it.get(`/iiif/3/${id}/manifest`, nobody)
    expect(brokenRules(manifest.body)).toEqual([])
    expect(schemaFaults(manifest.body)).toEqual([])
    const [{ id: address }] = manifest.body.annotations
    expect(address).toBe(`${base}/iiif/3/${id}/annotations`)
    const { items } = await annotationsAt(`/iiif/3/${id}/annotations`)
    expect(items).toMatchObject([{ id: about, target: `${base}/iiif/3/${id}/manifest` }])
  })

  test('comes a hundred at a time, each page with the address of the next', async () => {
    const other = await it.add(['Much is said of it.'])
    const [{ id: own }] = (await it.get(`/documents/${other.id}/pages`)).body.items
    const target = `${base}/iiif/3/${other.id}/canvas/${own}`
    for (let n = 0; n < 103; n++) await annotate({ target })
    const first = await annotationsAt(`${target}/annotations`)
    expect(first.items).toHaveLength(100)
    const second = await annotationsAt(first.next?.id ?? '')
    expect([second.items.length, second.next, second.id]).toEqual([3, undefined, first.next?.id])
    problem(await it.get(`/iiif/3/${other.id}/canvas/${own}/annotations?cursor=x`), 400, 'invalid-input')
  })

  test('is absent with the document that one may not see, and so is its text', async () => {
    const hidden = await it.add(['Hidden.'], { visibility: 'restricted' })
    const [{ id: own }] = (await it.get(`/documents/${hidden.id}/pages`)).body.items
    const at = `/iiif/3/${hidden.id}`
    for (const path of [
      'annotations',
      ...['text', 'text/embedded', 'words', 'annotations'].map((one) => `canvas/${own}/${one}`),
    ]) {
      problem(await it.get(`${at}/${path}`, nobody), 404, 'not-found')
      expect((await it.get(`${at}/${path}`, keeper)).status).toBe(200)
    }
    problem(await it.get(`/iiif/3/${id}/canvas/${own}/text`), 404, 'not-found')
    problem(await it.get('/iiif/3/d-none/annotations'), 404, 'not-found')
  })
})
