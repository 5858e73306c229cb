import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { aServedArchive, asText, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
type Json = Record<string, unknown>

describe('the import of annotations', () => {
  let it: Served
  let paper: string
  const far = 'https://other.example/annotations/'
  beforeAll(async () => {
    it = await aServedArchive()
    paper = (await it.add(['The town of Šiauliai by night, and night again.', 'Nothing.'])).id
  })
  afterAll(() => it.close())

  const send = (body: unknown) => it.post('/api/v1/annotations/import').send(body as object)
  const outcomes = (reply: { body: { items: Json[] } }) => reply.body.items.map(({ outcome }) => outcome)
  const read = async (address: unknown) => (await it.get(new URL(String(address)).pathname, nobody)).body
  const aNote = (id: string, part: Json = {}): Json => ({
    id: `${far}${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2019-05-01T10:00:00Z',
    creator: { id: 'https://people.example/ona', type: 'Person', name: 'Ona' },
    bodyValue: id,
    target: {
      source: `https://other.example/api/v1/documents/${paper}/pages/1`,
      selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' },
    },
    ...part,
  })
  const collection = (...items: unknown[]) => ({
    '@context': context,
    id: 'https://other.example/all',
    type: 'AnnotationCollection',
    first: { id: 'https://other.example/all#1', type: 'AnnotationPage', items },
  })

  test('takes the table that is exported, as it was, and says before what would come', async () => {
    const target = `http://other.example/api/v1/documents/${paper}/pages/1`
    const texts = [
      { type: 'TextualBody', value: '=the "town", by night\nand day' },
      ...['stamp', '+ink'].map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ]
    const selector = { type: 'TextQuoteSelector', exact: 'Šiauliai' }
    const said = { type: 'Annotation', motivation: ['commenting', 'linking'], body: texts }
    const one = await it.post('/annotations/').send({ ...said, target: { source: target, selector } })
    const own = { ...said, target, archive: { visibility: 'private' } }
    const two = await it.post('/annotations/').send(own)
    const ids = [one, two].map(({ body }) => String(body.id))
    const csv = (await it.get(`/documents/${paper}/annotations.csv`).buffer().parse(asText)).body as string
    const moved = csv.replaceAll('/annotations/a', '/annotations/elsewhere-a')
    const bring = (table: string, query = '') =>
      it.post(`/api/v1/annotations/import${query}`).set('Content-Type', 'text/csv').send(table)
    const dry = await bring(moved, '?dryRun=true')
    expect([dry.status, dry.body.counts], dry.text).toEqual([
      200,
      { added: 0, known: 0, refused: 0, wouldAdd: 2 },
    ])
    const added = await bring(moved)
    expect(outcomes(added), added.text).toEqual(['added', 'added'])
    const [first, second] = await Promise.all(
      added.body.items.map(async ({ id }: Json) => (await it.get(new URL(String(id)).pathname)).body),
    )
    expect(first).toMatchObject({
      ...said,
      target: { source: target, selector },
      via: ids[0]?.replace('/annotations/a', '/annotations/elsewhere-a'),
    })
    expect(first.anchor.state).toBe('anchored')
    expect([first.archive.visibility, second.archive.visibility]).toEqual(['public', 'private'])
    expect((await bring(moved, '?dryRun=true')).body.counts).toMatchObject({ known: 2, wouldAdd: 0 })
    expect(wrongPaths(await bring('a,b\n1,2'))).toEqual([''])
    expect(wrongPaths(await bring('target,note\n"1,2'))).toEqual([''])
    const lost = await bring(`document,page,quote,note\n${paper},1,nowhere,x\n,,,y`)
    expect(lost.body.items.map(({ errors }: Json) => (errors as Json[])[0]?.path)).toEqual([
      'target.selector',
      'target',
    ])
    for (const { id } of [...added.body.items, ...ids.map((id) => ({ id }))])
      await it.delete(new URL(id).pathname)
  })

  test('tells what would come of what is answered in the same file, and of what is twice in it', async () => {
    const answer = aNote('dry-answer', { target: `${far}dry` })
    const file = collection(answer, aNote('dry'), aNote('dry'), aNote('lost', { target: 'urn:x' }))
    const before = (await it.get(`/documents/${paper}/annotations/`)).body.total
    const told = await it.post('/api/v1/annotations/import?dryRun=true').send(file)
    expect(outcomes(told)).toEqual(['would-add', 'known', 'would-add', 'refused'])
    expect(told.body.items.map(({ id }: Json) => id)).toEqual([null, null, null, null])
    expect((await it.get(`/documents/${paper}/annotations/`)).body.total).toBe(before)
    const done = await send(file)
    expect(outcomes(done)).toEqual(['added', 'known', 'added', 'refused'])
    for (const { id } of done.body.items.slice(0, 2)) await it.delete(new URL(id).pathname)
  })

  test('sent again with its Idempotency-Key is answered as before, and adds nothing twice', async () => {
    const notes = [aNote('keyed', { id: undefined }), { type: 'Annotation' }]
    const keyed = (body: unknown, key = 'import-1') => send(body).set('Idempotency-Key', key)
    const total = async () => (await it.get(`/documents/${paper}/annotations/`)).body.total
    const before = await total()
    const first = await keyed(notes)
    expect(outcomes(first)).toEqual(['added', 'refused'])
    expect((await keyed(notes)).body).toEqual(first.body)
    problem(await keyed([notes[0]]), 422, 'idempotency-mismatch')
    expect(await total()).toBe(before + 1)
    // As after a crash: the notes are there, their answer is not.
    const db = openForWriting(join(it.home, 'catalogue.sqlite'))
    db.prepare("delete from idempotency where key = 'import-1'").run()
    db.close()
    const again = await keyed(notes)
    expect([outcomes(again), again.body.items[0].id]).toEqual([['known', 'refused'], first.body.items[0].id])
    expect(await total()).toBe(before + 1)
    await it.delete(new URL(first.body.items[0].id).pathname)
  })

  test('adds each once, however often the file comes, with who made it and when as it says', async () => {
    const reply = await send(collection(aNote('one'), aNote('two'), aNote('one')))
    expect([reply.status, reply.body.counts], reply.text).toEqual([200, { added: 2, known: 1, refused: 0 }])
    const [one, two, again] = reply.body.items
    expect([one.via, one.index, again.id]).toEqual([`${far}one`, 0, one.id])
    expect(await read(one.id)).toMatchObject({
      via: `${far}one`,
      created: '2019-05-01T10:00:00Z',
      creator: { name: 'Ona' },
      anchor: { state: 'anchored', start: 12 },
      archive: {
        document: paper,
        number: 1,
        by: expect.any(String),
        added: expect.stringMatching(/^2[0-9]/),
      },
    })
    expect((await it.delete(new URL(two.id).pathname)).status).toBe(204)
    const later = await send([aNote('one'), aNote('two'), aNote('three', { id: 'urn:3', via: `${far}one` })])
    expect(outcomes(later)).toEqual(['known', 'known', 'known'])
    expect(later.body.items.map(({ deleted }: Json) => deleted)).toEqual([false, true, false])
    expect((await it.get(`/documents/${paper}/annotations/`)).body.total).toBe(1)
  })

  test('keeps threads, whatever the order, and answers to what is here already', async () => {
    const reply = (id: string, to: string) => aNote(id, { motivation: 'replying', target: to })
    const first = await send([
      reply('c', `${far}b`),
      reply('b', `${far}a`),
      aNote('a'),
      reply('x', `${far}y`),
      reply('y', `${far}x`),
    ])
    expect(outcomes(first)).toEqual(['added', 'added', 'added', 'refused', 'refused'])
    const [c, b, a] = first.body.items
    expect((await read(c.id)).target).toBe(b.id)
    expect(await read(b.id)).toMatchObject({ target: a.id, archive: { document: paper, number: 1 } })
    const later = await send([reply('d', `${far}a`), reply('e', `${far}nothing`)])
    expect(outcomes(later)).toEqual(['added', 'refused'])
    expect((await read(later.body.items[0].id)).target).toBe(a.id)
  })

  test('refuses what is wrong alone, with the place and the rule', async () => {
    const reply = await send([
      aNote('r1', { target: 'https://example.org/elsewhere' }),
      aNote('r2', { motivation: 'guessing' }),
      aNote('r3', { target: { source: `/api/v1/documents/${paper}/pages/9` } }),
      aNote('r4', {
        target: {
          source: `/api/v1/documents/${paper}/pages/1`,
          selector: { type: 'TextQuoteSelector', exact: 'nowhere' },
        },
      }),
      'text',
      null,
      aNote('r5'),
    ])
    expect(reply.body.counts).toEqual({ added: 1, known: 0, refused: 6 })
    const errors = reply.body.items.map(({ errors }: { errors: { path: string }[] }) => errors[0]?.path)
    expect(errors).toEqual(['target', 'motivation', 'target', 'target.selector', '', '', undefined])
    expect(reply.body.items[0].errors[0].message).toContain('names no page')
    problem(
      await send({ type: 'AnnotationCollection', first: 'https://other.example/1' }),
      400,
      'invalid-input',
    )
    problem(await send({ some: 'thing' }), 400, 'invalid-input')
    problem(await it.post('/api/v1/annotations/import', nobody).send([]), 401, 'unauthenticated')
    problem(await send(Array(10_001).fill({})), 413, 'too-large')
    const large = [aNote('large', { bodyValue: 'x'.repeat(11_000_000) })]
    problem(await send(large), 413, 'too-large')
  })

  test('takes the export of an archive, into another and into itself', async () => {
    const path = `/documents/${paper}/annotations.jsonld`
    const file = (await it.get(path, nobody).buffer().parse(asText)).body
    const type = { ...keeper, 'Content-Type': `application/ld+json; profile="${context}"` }
    const { body } = await it.post('/api/v1/annotations/import', type).send(file)
    expect(body.counts).toEqual({ added: 0, known: JSON.parse(file).total, refused: 0 })
    const other = await aServedArchive()
    const copied = (await other.add(['The town of Šiauliai by night, and night again.'])).id
    const moved = String(file).replaceAll(paper, copied)
    const sent = () => other.post('/api/v1/annotations/import', type).send(moved)
    expect((await sent()).body.counts).toEqual({ added: JSON.parse(file).total, known: 0, refused: 0 })
    expect((await sent()).body.counts.known).toBe(JSON.parse(file).total)
    const there = (await other.get(`/documents/${copied}/annotations/`)).body.first.items
    const here = (await it.get(`/documents/${paper}/annotations/`)).body.first.items
    expect(there.map(({ created, creator, bodyValue }: Json) => [created, creator, bodyValue])).toEqual(
      expect.arrayContaining(
        here.map(({ created, creator, bodyValue }: Json) => [created, creator, bodyValue]),
      ),
    )
    await other.close()
  })

  test('takes what hypothes.is exports: notes, tags, highlights, replies', async () => {
    const uri = `https://fonds.example/archive/documents/${paper}/pages/1?notes=true`
    const row = (id: string, part: Json = {}): Json => ({
      ...{ id, uri, text: '', tags: [], user: 'acct:ona@hypothes.is', user_info: { display_name: null } },
      created: '2016-02-15T18:59:41.500000+00:00',
      updated: '2016-02-15T19:00:00.000000+00:00',
      permissions: { read: ['group:__world__'], update: ['acct:ona@hypothes.is'] },
      target: [{ source: uri }],
      ...part,
    })
    const range = {
      type: 'RangeSelector',
      ...{ startContainer: '/div[1]/p[1]', startOffset: 12, endContainer: '', endOffset: 20 },
    }
    const selector = [
      range,
      { type: 'TextPositionSelector', start: 4711, end: 4719 },
      { type: 'TextQuoteSelector', exact: 'Šiauliai', prefix: 'town of ', suffix: ' by night' },
    ]
    const rows = [
      row('reply', { text: 'Answered', references: ['root'] }),
      row('root', { text: '*Which* town?', tags: ['place'], target: [{ source: uri, selector }] }),
      row('mark', { target: [{ source: uri, selector }] }),
      row('whole', { text: 'Of all', uri: `https://fonds.example/documents/${paper}` }),
      row('private', { text: 'mine', permissions: { read: ['acct:ona@hypothes.is'] } }),
      row('away', { text: 'x', uri: 'https://example.org/documents/17' }),
    ]
    const reply = await send({ total: rows.length, rows })
    expect(outcomes(reply), reply.text).toEqual(['added', 'added', 'added', 'added', 'refused', 'refused'])
    const [answer, root, mark, whole, secret] = await Promise.all(
      reply.body.items.map(async (item: Json) => (item.id ? read(item.id) : item)),
    )
    expect(root).toMatchObject({
      via: 'https://hypothes.is/a/root',
      motivation: 'commenting',
      created: '2016-02-15T18:59:41.500Z',
      modified: '2016-02-15T19:00:00.000Z',
      creator: { id: 'acct:ona@hypothes.is', type: 'Person', nickname: 'ona' },
      body: [
        { type: 'TextualBody', value: '*Which* town?', format: 'text/markdown' },
        { type: 'TextualBody', purpose: 'tagging', value: 'place' },
      ],
      anchor: { state: 'anchored', start: 12, end: 20 },
      archive: { document: paper, number: 1 },
    })
    expect(root.target.selector.slice(1)).toEqual(selector.slice(1))
    expect(root.target.selector[0]).toMatchObject({
      startSelector: { type: 'XPathSelector', value: '/div[1]/p[1]', refinedBy: { start: 12, end: 12 } },
    })
    expect(answer).toMatchObject({ motivation: 'replying', target: root.id, archive: { number: 1 } })
    expect([mark.motivation, mark.body, whole.archive.number]).toEqual(['highlighting', undefined, null])
    expect(secret.errors[0].path).toBe('permissions.read')
    expect((await send(rows)).body.counts).toEqual({ added: 0, known: 4, refused: 2 })
  })

  test('of many goes some at a time, so that others are answered meanwhile', async () => {
    const many = Array.from({ length: 400 }, (_, n) => aNote(`many-${n}`))
    const done = send(many).then(({ body }) => body.counts)
    let answered = 0
    let finished = false
    const counts = done.finally(() => {
      finished = true
    })
    while (!finished) {
      expect((await it.get('/health/live')).status).toBe(200)
      answered++
    }
    expect(await counts).toEqual({ added: 400, known: 0, refused: 0 })
    expect(answered).toBeGreaterThan(2)
    expect((await send(many)).body.counts.known).toBe(400)
  })
})
