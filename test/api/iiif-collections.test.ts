import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partSize } from '../../src/domain/collection/parts.ts'
import { expectParsed } from '../support/iiif-parsed.ts'
import { brokenRules } from '../support/iiif-rules.ts'
import { schemaFaults } from '../support/iiif-schema.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

const base = 'https://archive.example'
const root = '/iiif/3/collection/everything'
let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_BASE_URL: base })
})
afterAll(() => it.close())

/** A collection, once it has been found to break no rule. */
async function collection(path: string, as: Record<string, string> = nobody) {
  const reply = await it.get(path, as)
  expect(reply.status, reply.text).toBe(200)
  expect(brokenRules(reply.body)).toEqual([])
  expect(schemaFaults(reply.body)).toEqual([])
  expectParsed(reply.body)
  return reply.body
}

async function aUnit(description: object): Promise<string> {
  const reply = await it.post('/collections').send(description)
  expect(reply.status, reply.text).toBe(201)
  return reply.body.id
}

const manifestOf = (id: string) => `${base}/iiif/3/${id}/manifest`
const idsIn = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)

describe('a IIIF collection', () => {
  test('has the units and the documents that lie directly within it, and says where it lies itself', async () => {
    const fonds = await aUnit({
      ...{ level: 'fonds', title: 'Committee on Aggression', referenceCode: 'RG 46' },
      ...{ scopeAndContent: 'What the committee printed.', dates: '1953/1954', extent: '3 boxes' },
    })
    const series = await aUnit({ level: 'series', title: 'Reports', referenceCode: '3', parent: fonds })
    const loose = await it.add([], { title: 'In no collection' })
    const whole = await it.add([], { title: 'In the fonds', collection: fonds })
    const within = await it.add([], { title: 'In the series', collection: series })

    const everything = await collection(root)
    expect(everything).toMatchObject({
      id: `${base}${root}`,
      label: { none: ['archive.example'] },
      items: [
        { id: `${base}/iiif/3/collection/${fonds}`, type: 'Collection' },
        { id: manifestOf(loose.id), type: 'Manifest', label: { none: ['In no collection'] } },
      ],
    })
    const own = await collection(`/iiif/3/collection/${fonds}`)
    expect(own).toMatchObject({
      label: { none: ['RG 46 Committee on Aggression'] },
      summary: { none: ['What the committee printed.'] },
      homepage: [{ id: `${base}/collections/${fonds}` }],
      partOf: [{ id: `${base}${root}`, type: 'Collection' }],
    })
    expect(own.metadata).toEqual([
      { label: { en: ['Reference code'] }, value: { none: ['RG 46'] } },
      { label: { en: ['Level of description'] }, value: { en: ['fonds'] } },
      { label: { en: ['Dates'] }, value: { en: ['1953–1954'] } },
      { label: { en: ['Extent and medium'] }, value: { none: ['3 boxes'] } },
    ])
    expect(idsIn(own)).toEqual([`${base}/iiif/3/collection/${series}`, manifestOf(whole.id)])
    const part = await collection(`/iiif/3/collection/${series}`)
    expect(part.partOf).toMatchObject([{ id: own.id, label: { none: ['RG 46 Committee on Aggression'] } }])
    expect(idsIn(part)).toEqual([manifestOf(within.id)])

    // The way back, from a document to where it lies.
    const partOf = async (id: string) => (await it.get(`/iiif/3/${id}/manifest`, nobody)).body.partOf
    expect(await partOf(within.id)).toMatchObject([{ id: part.id, type: 'Collection' }])
    expect(await partOf(loose.id)).toMatchObject([{ id: everything.id }])
  })

  test('names nothing that who asks may not see, nor what was deleted', async () => {
    const unit = await aUnit({ level: 'file', title: 'A file' })
    const open = await it.add([], { title: 'Open', collection: unit })
    const hidden = await it.add([], { title: 'Hidden', collection: unit, visibility: 'restricted' })
    const deleted = await it.add([], { title: 'Deleted', collection: unit })
    expect((await it.delete(`/documents/${deleted.id}`)).status).toBe(204)
    const path = `/iiif/3/collection/${unit}`
    expect(idsIn(await collection(path))).toEqual([manifestOf(open.id)])
    expect(idsIn(await collection(path, keeper))).toEqual([manifestOf(open.id), manifestOf(hidden.id)])
  })

  test('that is not there is not found, nor a part behind its last', async () => {
    problem(await it.get('/iiif/3/collection/k-none'), 404, 'not-found')
    problem(await it.get('/iiif/3/collection/everything/2'), 404, 'not-found')
    problem(await it.get('/iiif/3/collection/everything/0'), 400, 'invalid-input')
  })

  test('has the documents of a search, best first, and leads to the rest', async () => {
    for (const title of ['The zeppelin', 'A zeppelin over Kaunas', 'Zeppelin, again'])
      await it.add(['A zeppelin.'], { title })
    const found = await collection('/iiif/3/search?q=zeppelin&limit=2')
    expect(found).toMatchObject({
      id: `${base}/iiif/3/search?q=zeppelin&limit=2`,
      label: { none: ['zeppelin'] },
      summary: { en: ['Found: 3 documents'] },
      homepage: [{ id: `${base}/search?q=zeppelin&limit=2` }],
    })
    const rest = await collection(found.seeAlso[0].id.replace(base, ''))
    expect(rest.seeAlso).toBeUndefined()
    const searched = await it.get('/search?q=zeppelin', nobody)
    expect([...idsIn(found), ...idsIn(rest)]).toEqual(
      searched.body.hits.map(({ document }: { document: { id: string } }) => manifestOf(document.id)),
    )
    problem(await it.get('/iiif/3/search?q="open', nobody), 400, 'invalid-query')
  })
})

test('a collection of more documents than are listed at once has them in parts', async () => {
  const many = await aServedArchive()
  try {
    const rows = Array.from({ length: partSize + 5 }, (_, at) => `Paper ${at + 1}`)
    const sent = await many
      .post('/imports')
      .attach('files', Buffer.from(`title\n${rows.join('\n')}`), { filename: 'papers.csv' })
    expect(sent.status, sent.text).toBe(201)
    await many.idle()
    const { body } = await many.get(root, nobody)
    expect(brokenRules(body)).toEqual([])
    expect(schemaFaults(body)).toEqual([])
    expect(body.items.map(({ label }: { label: object }) => label)).toEqual([
      { en: ['Documents 1 to 1000'] },
      { en: ['Documents 1001 to 1005'] },
    ])
    const parts = await Promise.all(
      idsIn(body).map(async (id) => (await many.get(new URL(id).pathname, nobody)).body),
    )
    for (const part of parts) expect([...brokenRules(part), ...schemaFaults(part)]).toEqual([])
    const labels = parts.flatMap(({ items }) => items.map(({ label }: { label: object }) => label))
    expect(labels).toEqual(rows.map((title) => ({ none: [title] })))
    expect(parts[1].partOf).toMatchObject([{ id: body.id }])
  } finally {
    await many.close()
  }
})
