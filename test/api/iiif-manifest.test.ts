import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectParsed } from '../support/iiif-parsed.ts'
import { brokenRules } from '../support/iiif-rules.ts'
import { schemaFaults } from '../support/iiif-schema.ts'
import { aPicture } from '../support/images.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

const base = 'https://archive.example'
let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: base })
})
afterAll(() => it.close())

/** A manifest, once it has been found to break no rule. */
async function manifest(id: string, as: Record<string, string> = nobody) {
  const reply = await it.get(`/iiif/3/${id}/manifest`, as)
  expect(reply.status, reply.text).toBe(200)
  expect(brokenRules(reply.body)).toEqual([])
  expect(schemaFaults(reply.body)).toEqual([])
  expectParsed(reply.body)
  return reply.body
}

const aJpeg = (width = 900, height = 1200) => aPicture(width, height).jpeg().toBuffer()
const told = (body: { metadata: { label: { en: string[] }; value: object }[] }, label: string) =>
  body.metadata.find((pair) => pair.label.en[0] === label)?.value

async function added(description: object, files: { name: string; bytes: Buffer | string }[]) {
  const reply = await it.upload(description, files)
  expect(reply.status, reply.text).toBe(201)
  await it.idle()
  return (await it.get(`/documents/${reply.body.id}`)).body
}

describe('a manifest', () => {
  test('has a canvas for each page with its image, service and thumbnail, by absolute addresses', async () => {
    const { id } = await added({ title: 'A scan' }, [{ name: 'scan.jpg', bytes: await aJpeg() }])
    const [page] = (await it.get(`/documents/${id}/pages`)).body.items
    await it.get(`/iiif/image/3/${page.id}/info.json`)
    const body = await manifest(id)
    const image = `${base}/iiif/image/3/${page.id}`
    const service = [{ id: image, type: 'ImageService3', profile: 'level2' }]
    expect(body).toMatchObject({
      id: `${base}/iiif/3/${id}/manifest`,
      type: 'Manifest',
      label: { none: ['A scan'] },
      behavior: ['individuals'],
      start: { id: `${base}/iiif/3/${id}/canvas/${page.id}`, type: 'Canvas' },
      homepage: [{ id: `${base}/documents/${id}`, format: 'text/html' }],
      thumbnail: [{ id: `${image}/full/!320,320/0/default.jpg`, width: 240, height: 320, service }],
    })
    expect(body.provider).toMatchObject([{ id: `${base}/`, label: { none: ['archive.example'] } }])
    const [canvas] = body.items
    expect(canvas).toMatchObject({ label: { none: ['1'] }, width: 900, height: 1200 })
    expect(canvas.thumbnail).toMatchObject([{ width: 150, height: 200 }])
    expect(canvas.items[0].items[0]).toMatchObject({
      motivation: 'painting',
      body: {
        id: `${image}/full/max/0/default.jpg`,
        format: 'image/jpeg',
        width: 900,
        height: 1200,
        service,
      },
      target: canvas.id,
    })
    for (const { id } of [canvas.thumbnail[0], canvas.items[0].items[0].body])
      expect((await it.get(id.replace(base, ''), nobody)).headers['content-type']).toBe('image/jpeg')
    expect(body.structures).toBeUndefined()
    const alone = (await it.get(`/iiif/3/${id}/canvas/${page.id}`, nobody)).body
    expect(alone).toMatchObject({
      homepage: [{ id: `${base}/documents/${id}/pages/1`, format: 'text/html' }],
      partOf: [{ id: body.id }],
    })
  })

  test('says what is said of the document, each text in its language', async () => {
    const { id, witnesses } = await added(
      {
        ...{ title: 'Serov Instructions', date: '[1941-02-03..1941-06-07]', type: 'instruction' },
        ...{ language: 'ru', subjects: ['deportation'], abstract: '<b>How it was done.</b>' },
        rights: 'Free under https://creativecommons.org/licenses/by-sa/4.0/deed.lt for all.',
        identifiers: [{ scheme: 'number', value: '001223' }],
      },
      [],
    )
    const person = {
      kind: 'person',
      names: [
        { text: 'Serov', lang: 'en' },
        { text: 'Серов', lang: 'ru' },
      ],
    }
    const agent = (await it.post('/agents').send(person)).body.id
    const archive = { kind: 'corporateBody', names: [{ text: 'Special Archive', lang: 'en' }] }
    const holder = (await it.post('/agents').send(archive)).body.id
    const claims = [
      { property: 'author', value: { agent } },
      { property: 'author', value: { text: 'a clerk' } },
      { property: 'title', value: { text: 'О порядке', lang: 'ru' } },
      {
        property: 'title',
        value: { text: 'Wrong', lang: 'en' },
        rank: 'deprecated',
        reasons: ['conflation'],
      },
    ]
    for (const claim of claims)
      expect((await it.post(`/documents/${id}/claims`).send(claim)).status).toBe(201)
    await it
      .post(`/witnesses/${witnesses[0].id}/claims`)
      .send({ property: 'holder', value: { agent: holder } })
    const body = await manifest(id)
    expect(body.label).toEqual({ none: ['Serov Instructions'], ru: ['О порядке'] })
    // It would be taken for markup if it ended with the bracket.
    expect(body.summary).toEqual({ none: ['<b>How it was done.</b> '] })
    expect(body.rights).toBe('http://creativecommons.org/licenses/by-sa/4.0/')
    expect(body.requiredStatement.value.none[0]).toMatch(/^Free under/)
    expect(told(body, 'Date')).toEqual({ en: ['some day between 3 February and 7 June 1941'] })
    expect(told(body, 'Creator')).toEqual({
      en: ['Serov', 'a clerk'],
      ru: ['Серов', 'a clerk'],
      none: ['Serov', 'a clerk'],
    })
    expect(told(body, 'Language')).toEqual({ en: ['Russian'] })
    expect(told(body, 'Subject')).toEqual({ none: ['deportation'] })
    expect(told(body, 'Identifier')).toEqual({ none: ['001223 (number)'] })
    expect(told(body, 'Held by')).toEqual({ en: ['Special Archive'] })
    expect(body.provider[0]).toMatchObject({
      id: `${base}/api/v1/agents/${holder}`,
      label: { en: ['Special Archive'] },
    })
    expect(body.navDate).toBeUndefined()
    expect(JSON.stringify(body)).not.toContain('Wrong')
  })

  test('has one empty canvas where there are no pages, for it must have one', async () => {
    const { id } = await added({ title: 'Only described', date: '1941-06-14' }, [])
    const body = await manifest(id)
    expect(body.items).toMatchObject([{ label: { en: ['No pages'] }, width: 1200, height: 1697, items: [] }])
    expect(body).toMatchObject({ navDate: '1941-06-14T00:00:00Z' })
    for (const name of ['start', 'thumbnail', 'rendering', 'rights']) expect(body[name]).toBeUndefined()
  })

  test('gives pages without an image an empty canvas of the proportions of a sheet', async () => {
    const { id } = await it.add(['One.', 'Two.'])
    const { items } = await manifest(id)
    expect(items).toMatchObject([
      { label: { none: ['1'] }, width: 1200, height: 1697, items: [] },
      { label: { none: ['2'] }, width: 1200, height: 1697, items: [] },
    ])
  })

  test('measures pages of a PDF in points until their image is made, and then in its pixels', async () => {
    const { id } = await added({ title: 'Printed' }, [
      { name: 'p.pdf', bytes: Buffer.from(await aPdf(['A'])) },
    ])
    const [before] = (await manifest(id)).items
    expect(before.items[0].items[0].body.width).toBeUndefined()
    await it.get(`/documents/${id}/pages/1/image`)
    const [after] = (await manifest(id)).items
    expect(after.id).toBe(before.id)
    expect(after.width).toBeGreaterThan(before.width * 2)
    expect(after.items[0].items[0].body.width).toBe(after.width)
  })

  test('shows a missing leaf where it is missing, and starts with a page', async () => {
    const { id, witnesses } = await added({ title: 'Torn' }, [
      { name: 'a.jpg', bytes: await aJpeg(300, 400) },
      { name: 'b.jpg', bytes: await aJpeg(300, 500) },
    ])
    const operations = [
      { op: 'missing', after: 0, label: '1r', note: 'Torn out before 1950.' },
      { op: 'missing', after: 2 },
    ]
    const done = await it.post(`/witnesses/${witnesses[0].id}/page-changes`).send({ operations })
    expect(done.status, done.text).toBe(200)
    const { items, start } = await manifest(id)
    expect(items).toMatchObject([
      { label: { en: ['1r (missing leaf)'] }, summary: { none: ['Torn out before 1950.'] }, height: 400 },
      { label: { none: ['1'] } },
      { label: { none: ['2'] }, height: 500 },
      {
        label: { en: ['missing leaf'] },
        summary: { en: ['A leaf is missing here.'] },
        height: 500,
        items: [],
      },
    ])
    expect(start.id).toBe(items[1].id)
    for (const canvas of items) {
      const alone = await it.get(canvas.id.replace(base, ''), nobody)
      expect(brokenRules(alone.body)).toEqual([])
      expect(schemaFaults(alone.body)).toEqual([])
      const { '@context': _, partOf, homepage: __, ...same } = alone.body
      expect(same).toEqual(canvas)
      expect(partOf).toEqual([{ id: `${base}/iiif/3/${id}/manifest`, type: 'Manifest' }])
    }
  })

  test('has the pages of every witness, one after the other, and says which is whose', async () => {
    const first = await added({ title: 'In two copies', language: 'en' }, [
      { name: 'front.pdf', bytes: Buffer.from(await aPdf(['A', 'B'])) },
      { name: 'back.pdf', bytes: Buffer.from(await aPdf(['C', 'D'])) },
    ])
    const { id } = first
    const copy = await it.post(`/documents/${id}/witnesses`).send({ label: 'Fair copy', language: 'he' })
    const more = it.post(`/documents/${id}/files`).field('witness', copy.body.id)
    await more.attach('files', await aJpeg(), { filename: 'copy.jpg', contentType: 'image/jpeg' })
    await it.idle()
    const body = await manifest(id)
    const label = first.witnesses[0].label
    expect(body.items.map((canvas: { label: { none: string[] } }) => canvas.label.none[0])).toEqual([
      ...['1', '2', '3', '4'].map((page) => `${label}, ${page}`),
      'Fair copy, 1',
    ])
    const [contents] = body.structures
    expect(contents).toMatchObject({
      label: { en: ['Copies'] },
      items: [
        {
          label: { none: [label] },
          items: [{ label: { none: ['front.pdf'] } }, { label: { none: ['back.pdf'] } }],
        },
        { label: { none: ['Fair copy'] }, viewingDirection: 'right-to-left' },
      ],
    })
    expect(contents.items[0].items[1].items.map((one: { id: string }) => one.id)).toEqual(
      body.items.slice(2, 4).map((one: { id: string }) => one.id),
    )
    expect(body.rendering).toHaveLength(4)
    expect(body.rendering[2]).toMatchObject({ label: { en: ['PDF: Fair copy'] }, language: ['he'] })
    for (const { id, format } of [...body.rendering, ...body.seeAlso]) {
      const reply = await it.head(id.replace(`${base}/api/v1`, ''), nobody)
      expect([id, reply.status]).toEqual([id, 200])
      expect(reply.headers['content-type']?.split(';')[0]).toBe(format)
    }
  })

  test('has one canvas for a page that stands in two witnesses, and names it in both ranges', async () => {
    const { id, witnesses } = await added({ title: 'Twice' }, [
      { name: 'p.pdf', bytes: Buffer.from(await aPdf(['A', 'B'])) },
    ])
    const other = (await it.post(`/documents/${id}/witnesses`).send({ label: 'Extract' })).body.id
    const copy = { op: 'copy', witness: witnesses[0].id, from: 2 }
    const done = await it.post(`/witnesses/${other}/page-changes`).send({ operations: [copy] })
    expect(done.status, done.text).toBe(200)
    const { items, structures } = await manifest(id)
    expect(items).toHaveLength(2)
    const [first, second] = structures[0].items
    expect([first.items.length, second.items]).toEqual([2, [{ id: items[1].id, type: 'Canvas' }]])
  })

  test('reads a book in Hebrew from right to left, and one with folios in openings', async () => {
    const { id } = await added({ title: 'ספר', language: 'he' }, [
      { name: 'b.pdf', bytes: Buffer.from(await aPdf(['A', 'B', 'C', 'D'])) },
    ])
    const [{ id: witness }] = (await it.get(`/documents/${id}`)).body.witnesses
    expect(await manifest(id)).toMatchObject({ viewingDirection: 'right-to-left', behavior: ['individuals'] })
    const operations = [{ op: 'label', from: 1, to: 4, start: '1r' }]
    const done = await it.post(`/witnesses/${witness}/page-changes`).send({ operations })
    expect(done.status, done.text).toBe(200)
    expect((await manifest(id)).behavior).toEqual(['paged'])
  })

  test('is absent for who may not see the document, gone once that is deleted', async () => {
    const { id } = await it.add(['Hidden.'], { visibility: 'restricted' })
    const [page] = (await it.get(`/documents/${id}/pages`)).body.items
    await manifest(id, keeper)
    for (const path of ['manifest', `canvas/${page.id}`]) {
      problem(await it.get(`/iiif/3/${id}/${path}`, nobody), 404, 'not-found')
      problem(await it.get(`/iiif/3/d-none/${path}`, keeper), 404, 'not-found')
    }
    const other = await it.add(['Other.'])
    problem(await it.get(`/iiif/3/${other.id}/canvas/${page.id}`), 404, 'not-found')
    await it.delete(`/documents/${other.id}`)
    problem(await it.get(`/iiif/3/${other.id}/manifest`), 410, 'gone')
  })

  test('keeps the place of a page that is withheld, and names the translation of the next', async () => {
    const { id } = await it.add(['Withheld.', 'Shown.'])
    const translation = { layer: 'translation:lt', language: 'lt', content: 'Rodoma.' }
    for (const page of [1, 2])
      expect((await it.put(`/documents/${id}/pages/${page}/text`).send(translation)).status).toBe(200)
    await it.patch(`/documents/${id}/pages/1`).send({ visibility: 'restricted' })
    const { items } = await manifest(id)
    expect(items).toMatchObject([{ items: [] }, { label: { none: ['2'] } }])
    const labels = (canvas: { annotations?: { label: object }[] }) =>
      canvas.annotations?.map(({ label }) => label)
    const texts = [{ en: ['Text'] }, { en: ['Translation: Lithuanian'] }]
    expect(items.map(labels)).toEqual([undefined, texts])
    expect((await manifest(id, keeper)).items.map(labels)).toEqual([texts, texts])
  })

  test('names nothing that one may not see', async () => {
    const hidden = await it.add([], { title: 'Hidden paper', visibility: 'restricted' })
    const { id, witnesses } = await it.add(['Page.'])
    const heading = { text: 'Hidden paper', status: 'misattributed', names: hidden.id }
    await it.patch(`/witnesses/${witnesses[0].id}`).send({ headingAsPrinted: heading })
    expect(JSON.stringify(await manifest(id, nobody))).not.toContain('Hidden paper')
  })

  test('may be read by pages of any origin, is kept by its tag, and comes as the reader likes', async () => {
    const { id } = await it.add(['Page.'])
    const path = `/iiif/3/${id}/manifest`
    const reply = await it.get(path, nobody)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    })
    const etag = reply.headers.etag ?? ''
    expect((await it.get(path, { 'If-None-Match': etag })).status).toBe(304)
    problem(await it.get(path, { 'If-Match': '"another"' }), 412, 'precondition-failed')
    const head = await it.head(path, nobody)
    expect([head.status, head.headers.etag, head.headers['content-length']]).toEqual([
      ...[200, etag, reply.headers['content-length']],
    ])
    const plain = await it.get(path, { Accept: 'application/json' })
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(plain.body).toEqual(reply.body)
    const linked = await it.get(`/documents/${id}/export.jsonld`, nobody)
    expect(linked.headers['content-type']).toBe('application/ld+json')
    problem(await it.get(`${path}?page=1`), 400, 'invalid-input')
  })
})
