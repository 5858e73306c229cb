import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aPicture } from '../support/images.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

type Entry = { kind: string; id: string; number?: number; label: string | null }

describe('page work', () => {
  let it: Served
  let standing: ReturnType<typeof add>
  beforeAll(async () => {
    it = await aServedArchive()
    standing = add(['one', 'two'])
  })
  afterAll(() => it.close())

  const add = async (pages: readonly string[], description: object = {}) => {
    const { id, witnesses } = await it.add(pages, description)
    return { id, witness: witnesses[0].id as string, file: witnesses[0].files[0]?.id as string }
  }
  const change = (witness: string, ...operations: object[]) =>
    it.post(`/witnesses/${witness}/page-changes`).send({ operations })
  const done = async (witness: string, ...operations: object[]) => {
    const reply = await change(witness, ...operations)
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  }
  const text = async (id: string) => (await it.get(`/documents/${id}/text`)).text.split('\f')
  const entries = async (witness: string, as: Record<string, string> = keeper): Promise<Entry[]> =>
    (await it.get(`/witnesses/${witness}/pages?limit=100`, as)).body.items
  const found = async (q: string, as: Record<string, string> = keeper) =>
    (await it.get('/search', as).query({ q, in: 'text' })).body.hits.map(
      (hit: { document: { id: string }; pages: { number: number }[] }) => [
        hit.document.id,
        hit.pages.map(({ number }) => number),
      ],
    )

  test('pages are put in order under the tag of their witness, and everything follows', async () => {
    const { id, witness } = await add(['one', 'two', 'three'])
    const listed = await it.get(`/witnesses/${witness}/pages`)
    const ids = listed.body.items.map((entry: Entry) => entry.id)
    const as = { ...keeper, 'If-Match': listed.headers.etag ?? '' }
    const put = (pages: string[], headers: Record<string, string> = as) =>
      it.put(`/witnesses/${witness}/pages`, headers).send({ pages })
    const reply = await put([ids[2], ids[0], ids[1]])
    expect(reply.status, reply.text).toBe(200)
    expect(reply.body.change).toMatchObject({ witness, undoes: null, undoneBy: null })
    expect(reply.body.witness).toMatchObject({ id: witness, pageCount: 3 })
    expect(await text(id)).toEqual(['three', 'one', 'two'])
    expect((await it.get(`/documents/${id}/pages/1`)).body).toMatchObject({
      id: ids[2],
      text: { content: 'three' },
    })
    expect(await found('three')).toEqual([[id, [1]]])
    problem(await put(ids), 412, 'precondition-failed')
    const again = { ...keeper, 'If-Match': reply.headers.etag ?? '' }
    expect((await put([ids[2], ids[0], ids[1]], again)).body.change).toBe(null)
    expect((await put(ids, again)).status).toBe(200)
    expect(wrongPaths(await put(ids.slice(1), keeper))).toEqual(['pages'])
    expect(wrongPaths(await put([...ids, ids[0]], keeper))).toEqual(['pages.3'])
    problem(await it.put('/witnesses/w0/pages').send({ pages: [] }), 404, 'not-found')
  })

  test('a part of a scanned file becomes a document of its own, and goes back', async () => {
    const { id, witness } = await add(['cover', 'first order', 'its second page', 'another'], {
      visibility: 'members',
    })
    const split = (body: object, headers = {}) =>
      it.post(`/documents/${id}/split`, { ...keeper, ...headers }).send(body)
    const order = { from: 2, to: 3, description: { title: 'An order' } }
    const reply = await split(order, { 'Idempotency-Key': 'split-once' })
    expect(reply.status, reply.text).toBe(201)
    const { change: made, ...document } = reply.body
    expect(document).toMatchObject({ title: 'An order', pageCount: 2, visibility: 'members' })
    expect(new URL(reply.headers.location ?? '').pathname).toBe(`/api/v1/documents/${document.id}`)
    expect((await split(order, { 'Idempotency-Key': 'split-once' })).body.id).toBe(document.id)
    expect(await text(id)).toEqual(['cover', 'another'])
    expect(await text(document.id)).toEqual(['first order', 'its second page'])
    expect(await found('order')).toEqual([[document.id, [1]]])
    const undone = await it.post(`/page-changes/${made}/undo`)
    expect(undone.body.change).toMatchObject({ undoes: made })
    expect(await text(id)).toHaveLength(4)
    expect((await it.get(`/documents/${document.id}`)).body.pageCount).toBe(0)
    problem(await it.post(`/page-changes/${made}/undo`), 409, 'conflict')
    problem(await it.post('/page-changes/r0/undo'), 404, 'not-found')
    const copy = await split({
      pages: [(await entries(witness))[3]?.id],
      keep: true,
      description: { title: 'C' },
    })
    expect([await text(copy.body.id), (await text(id)).length]).toEqual([['another'], 4])
    expect(wrongPaths(await split({ from: 2, description: {} }))).toEqual(['description.title'])
    expect(wrongPaths(await split({ description: { title: 'x' } }))).toEqual(['pages'])
    expect(wrongPaths(await split({ from: 9, description: { title: 'x' } }))).toEqual(['from'])
    problem(await split({ from: 1, witness: 'w0', description: { title: 'x' } }), 404, 'not-found')
    problem(await split(order, { 'If-Match': '"1-x"' }), 412, 'precondition-failed')
    problem(await it.post('/documents/d0/split').send(order), 404, 'not-found')
  })

  test('documents are merged, and a range of pages stands in two of them', async () => {
    const [one, two] = [await add(['a1', 'a2']), await add(['b1', 'b2'])]
    await done(one.witness, { op: 'take', witness: two.witness })
    expect([await text(one.id), (await it.get(`/documents/${two.id}`)).body.pageCount]).toEqual([
      ['a1', 'a2', 'b1', 'b2'],
      0,
    ])
    const report = await add(['p1', 'p2', 'p3 deportation', 'p4'])
    const paper = await add([], { title: 'Instructions' })
    const printed = await it.post(`/documents/${paper.id}/witnesses`).send({ label: 'As printed' })
    await done(printed.body.id, { op: 'copy', witness: report.witness, from: 2, to: 3 })
    expect(await found('deportation')).toEqual(
      expect.arrayContaining([
        [report.id, [3]],
        [paper.id, [2]],
      ]),
    )
    const listed = await it.get(`/documents/${paper.id}/pages?witness=${printed.body.id}`)
    const there = await it.get(`/documents/${report.id}/pages`)
    expect(listed.body.items[1].id).toBe(there.body.items[2].id)
    const places = (await it.get(`/files/${report.file}/pages`)).body.items.map(
      (page: { places: unknown[] }) => page.places.length,
    )
    expect(places).toEqual([1, 2, 2, 1])
    problem(await change(printed.body.id, { op: 'copy', file: report.file, from: 2 }), 409, 'conflict')
  })

  test('pages are labelled, and leaves are marked as missing beside them', async () => {
    const { id, witness } = await add(['1', '2', '3', '4'])
    await done(
      witness,
      { op: 'label', from: 1, to: 3, start: '1r' },
      { op: 'label', from: 4, labels: ['[back]'] },
      { op: 'missing', after: 2, label: '2r–3v', note: 'Cut out before 1954.' },
    )
    const { items, missing } = (await it.get(`/documents/${id}/pages`, nobody)).body
    expect(items.map(({ number, label }: Entry) => [number, label])).toEqual([
      [1, '1r'],
      [2, '1v'],
      [3, '2r'],
      [4, '[back]'],
    ])
    const leaf = { id: expect.any(String), after: 2, label: '2r–3v', note: 'Cut out before 1954.' }
    expect(missing).toEqual([leaf])
    const first = (await it.get(`/documents/${id}/pages?limit=1`)).body
    expect([
      first.missing,
      (await it.get(`/documents/${id}/pages?cursor=${first.next}`)).body.missing,
    ]).toEqual([undefined, [leaf]])
    const shown = await entries(witness, nobody)
    expect(shown.map(({ kind }) => kind)).toEqual(['page', 'page', 'missing', 'page', 'page'])
    expect(shown[0]).toMatchObject({ file: null, filePage: 1 })
    await done(witness, { op: 'describe', leaf: missing[0].id, label: '2r' })
    await done(witness, { op: 'remove', pages: [missing[0].id] })
    expect(await entries(witness)).toHaveLength(4)
    expect((await it.get(`/search?q=4`)).body.hits[0].pages[0].label).toBe('[back]')
  })

  test('what is taken out is listed by its file, and changes are listed by their witness', async () => {
    const { witness, file } = await add(['x1', 'x2', 'x3'])
    const { change: made } = await done(witness, { op: 'remove', from: 2, to: 3 })
    const unplaced = (await it.get(`/files/${file}/pages?unplaced=true`)).body.items
    expect(unplaced.map(({ filePage }: { filePage: number }) => filePage)).toEqual([2, 3])
    await done(witness, { op: 'copy', pages: [unplaced[1].id], after: 0 })
    const { items } = (await it.get(`/witnesses/${witness}/page-changes`)).body
    expect(items).toHaveLength(2)
    expect(items[1]).toEqual({ ...made, undoneBy: null })
    problem(await it.get('/files/f0/pages'), 404, 'not-found')
  })

  test('an annotation stays with its page, and whoever may see where it stands finds it there', async () => {
    const { id, witness } = await add(['quiet page', 'noted page'])
    const page = (await entries(witness))[1]?.id
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'unusual stamp' },
      target: { source: `/api/v1/pages/${page}`, selector: { type: 'TextQuoteSelector', exact: 'noted' } },
    }
    const json = { ...keeper, 'Content-Type': 'application/ld+json' }
    const kept = await it.post('/annotations/', json).send(JSON.stringify(annotation))
    expect(kept.status, kept.text).toBe(201)
    const split = await it.post(`/documents/${id}/split`).send({ from: 2, description: { title: 'Its own' } })
    const total = async (document: string) => (await it.get(`/documents/${document}/annotations/`)).body.total
    expect([await total(id), await total(split.body.id)]).toEqual([0, 1])
    const hits = (await it.get('/search?q=unusual&in=annotations', nobody)).body.hits
    expect(hits.map((hit: { document: { id: string } }) => hit.document.id)).toEqual([split.body.id])
    await it.post(`/page-changes/${split.body.change}/undo`)
    expect([await total(id), await total(split.body.id)]).toEqual([1, 0])
  })

  test('a page of a hidden document is shown by the public one that it stands in, and nothing else of it', async () => {
    const hidden = await add(['hush', 'shown elsewhere'], { visibility: 'restricted', title: 'Hidden' })
    const open = await add(['in the open'], { title: 'Open' })
    await done(open.witness, { op: 'copy', witness: hidden.witness, from: 2 })
    expect(await found('elsewhere', nobody)).toEqual([[open.id, [2]]])
    expect(await found('hush', nobody)).toEqual([])
    expect((await it.get(`/documents/${open.id}/pages/2`, nobody)).body.text.content).toBe('shown elsewhere')
    for (const path of [`/witnesses/${hidden.witness}/pages`, `/documents/${hidden.id}/pages`])
      problem(await it.get(path, nobody), 404, 'not-found')
    expect((await it.get(`/documents/${open.id}/history`, nobody)).text).not.toContain(hidden.witness)
    await it.delete(`/documents/${hidden.id}`)
    expect((await it.get(`/documents/${open.id}/pages/2`, nobody)).body.text.content).toBe('shown elsewhere')
    expect(await found('elsewhere', nobody)).toEqual([[open.id, [2]]])
    problem(await it.get(`/witnesses/${hidden.witness}/pages`), 410, 'gone')
    problem(await change(hidden.witness, { op: 'remove', from: 1 }), 410, 'gone')
    problem(await change(open.witness, { op: 'take', witness: hidden.witness }), 410, 'gone')
  })

  test('the image of a page is shown to whoever may see one of the documents that it stands in', async () => {
    const scan = async (title: string, visibility: string) => {
      const bytes = await aPicture(200, 300).png().toBuffer()
      const { body } = await it.upload({ title, visibility }, [{ name: 'scan.png', bytes }])
      await it.idle()
      const witness = body.witnesses[0].id as string
      return { id: body.id as string, witness, page: (await entries(witness))[0]?.id }
    }
    const image = async (page: string | undefined, as: Record<string, string> = nobody) =>
      (await it.get(`/iiif/image/3/${page}/info.json`, as)).status
    const [hidden, open] = [await scan('Hidden', 'restricted'), await scan('Open', 'public')]
    expect([await image(hidden.page), await image(hidden.page, keeper), await image(open.page)]).toEqual([
      404, 200, 200,
    ])
    await done(open.witness, { op: 'copy', pages: [hidden.page] })
    expect(await image(hidden.page)).toBe(200)
    await done(hidden.witness, { op: 'take', witness: open.witness, pages: [open.page] })
    expect(await image(open.page)).toBe(404)
    await done(hidden.witness, { op: 'remove', pages: [open.page] })
    expect([await image(open.page), await image(open.page, keeper)]).toEqual([404, 200])
  }, 60_000)

  test('is for archivists', async () => {
    const { id, witness, file } = await add(['one'])
    const operations = [{ op: 'remove', from: 1 }]
    const { token } = await addToken(it.archive.deps, 'test', {
      name: 'an annotator of pages',
      role: 'annotator',
    })
    const reader = { Authorization: `Bearer ${token}` }
    const asked = (as: Record<string, string>) => [
      it.post(`/witnesses/${witness}/page-changes`, as).send({ operations }),
      it.put(`/witnesses/${witness}/pages`, as).send({ pages: [] }),
      it.post(`/documents/${id}/split`, as).send({ from: 1, description: { title: 'x' } }),
      it.post('/page-changes/r0/undo', as),
      it.get(`/witnesses/${witness}/page-changes`, as),
      it.get(`/files/${file}/pages`, as),
    ]
    for (const reply of await Promise.all(asked(reader))) problem(reply, 403, 'forbidden')
    for (const reply of await Promise.all(asked(nobody))) problem(reply, 401, 'unauthenticated')
  })

  test.each<[object, string[]]>([
    [{ op: 'move', from: 1, pages: ['p'], after: 0 }, ['operations.0.from']],
    [{ op: 'move', to: 1, after: 0 }, ['operations.0.from']],
    [{ op: 'move', from: 1, to: 3, after: 0 }, ['operations.0.to']],
    [{ op: 'move', after: 0 }, ['operations.0.pages']],
    [{ op: 'move', from: 1, after: -1 }, ['operations.0.after']],
    [{ op: 'take', witness: 'w0' }, ['operations.0.witness']],
    [{ op: 'copy' }, ['operations.0.pages']],
    [{ op: 'copy', file: 'f0' }, ['operations.0.file']],
    [{ op: 'copy', file: 'f0', witness: 'w0' }, ['operations.0.file']],
    [{ op: 'copy', file: 'f0', pages: ['p0'] }, ['operations.0.pages']],
    [{ op: 'copy', pages: ['p0'] }, ['operations.0.pages.0']],
    [{ op: 'label', from: 1 }, ['operations.0.start']],
    [{ op: 'label', from: 1, start: '1r', step: 0 }, ['operations.0.step']],
    [{ op: 'label', from: 1, to: 2, labels: ['x'] }, ['operations.0.labels']],
    [{ op: 'describe', leaf: 'l0' }, ['operations.0.pages.0']],
    [{ op: 'burn', from: 1 }, ['operations.0.op']],
    [{ op: 'remove', from: 1, page: 2 }, ['operations.0.page']],
  ])('what cannot be done is named, and nothing is done: %j', async (operation, paths) => {
    const { witness } = await standing
    expect(wrongPaths(await change(witness, operation))).toEqual(paths)
    expect(wrongPaths(await change(witness, { op: 'remove', from: 1 }, { op: 'remove', from: 9 }))).toEqual([
      'operations.1.from',
    ])
    expect(await entries(witness)).toHaveLength(2)
  })
})
