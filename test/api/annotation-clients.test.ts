import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, type Served } from './client.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const profile = `application/ld+json; profile="${context}"`
type Json = Record<string, unknown>

describe('annotations of clients', () => {
  let it: Served
  let source: string
  beforeAll(async () => {
    it = await aServedArchive()
    const { port } = it.server.address() as { port: number }
    const { id } = await it.add(['📜 The town of Šiauliai by night.'])
    source = `http://127.0.0.1:${port}/api/v1/documents/${id}/pages/1`
  })
  afterAll(() => it.close())

  const user = { id: 'https://people.example/ona', name: 'Ona', isGuest: false }
  const bodies = [
    {
      type: 'TextualBody',
      value: 'A stamp',
      purpose: 'commenting',
      created: '2026-01-02T10:00:00.123Z',
      creator: user,
    },
    { type: 'TextualBody', value: 'stamp', purpose: 'tagging', modified: '2026-01-02T10:01:00.000Z' },
  ]
  const times = { created: '2026-01-02T10:00:00.000Z', modified: '2026-01-02T10:02:00.000Z' }

  /** As `serializeW3CImageAnnotation` of @annotorious/annotorious 3.8 writes it. */
  const ofImage = (selector: Json, part: Json = {}): Json => ({
    ...{ '@context': context, id: '2ff04e66-6bd0-4c2c-9f31-5bd1a2e0a4d9', type: 'Annotation', body: bodies },
    ...{ ...times, creator: user },
    target: { source, type: 'SpecificResource', selector },
    ...part,
  })
  const fragment = (value: string) => ({
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value,
  })
  const svg = (shape: string) => ({ type: 'SvgSelector', value: `<svg>${shape}</svg>` })
  /** As `serializeW3CTextAnnotation` of @recogito/text-annotator 4.1 writes it. */
  const ofText = (): Json => ({
    ...{ '@context': context, id: 'd5f7d0d2-0a4f-4a0a-8f57-3a2a1e7d2c11', type: 'Annotation', body: bodies },
    ...{ ...times, creator: user },
    stylesheet: { type: 'CssStylesheet', value: '.red { color: red }' },
    target: [
      {
        styleClass: 'red',
        id: '0c1d',
        scope: 'https://reader.example/page',
        source,
        selector: [
          { type: 'TextQuoteSelector', exact: 'Šiauliai', prefix: 'town of ', suffix: ' by' },
          // It reckons in UTF-16, the standard in code points: its quote tells which are meant.
          { type: 'TextPositionSelector', start: 15, end: 23 },
        ],
      },
    ],
  })

  test.each<[string, () => Json]>([
    ['Annotorious: a rectangle', () => ofImage(fragment('xywh=pixel:10.5,20,300,99.25'))],
    ['Annotorious: a polygon', () => ofImage(svg('<polygon points="1,2 3,4 5,6" />'))],
    ['Annotorious: a path', () => ofImage(svg('<path fill-rule="evenodd" d="M1 2 L3 4 Z" />'))],
    [
      'Annotorious: an ellipse without bodies',
      () => ofImage(svg('<ellipse cx="1" cy="2" rx="3" ry="4" />'), { body: [] }),
    ],
    [
      'Annotorious: a guest',
      () => ofImage(fragment('xywh=pixel:1,2,3,4'), { creator: { isGuest: true, id: 'x1' } }),
    ],
    ['Recogito: a passage', ofText],
  ])('%s comes back as it was sent, and as it was changed', async (_, annotation) => {
    const sent = JSON.parse(JSON.stringify(annotation()))
    const added = await it.post('/annotations/').set('Content-Type', profile).send(JSON.stringify(sent))
    expect(added.status, added.text).toBe(201)
    const { id, via, archive, anchor, ...rest } = (await it.get(new URL(added.body.id).pathname)).body
    const { id: given, ...said } = sent
    expect([rest, via, id]).toEqual([said, given, added.headers.location])
    expect(archive.number).toBe(1)
    if (Array.isArray(sent.target)) expect(anchor).toMatchObject({ state: 'anchored', start: 14, end: 22 })

    const edited = { ...sent, body: [{ type: 'TextualBody', value: 'Edited', purpose: 'commenting' }] }
    const changed = await it
      .put(new URL(id).pathname)
      .set({ 'Content-Type': profile, 'If-Match': added.headers.etag ?? '' })
      .send(JSON.stringify(edited))
    expect([
      changed.status,
      changed.body.body,
      changed.body.target,
      changed.body.via,
      changed.body.creator,
    ]).toEqual([...[200, edited.body, sent.target, given, sent.creator]])
  })
})
