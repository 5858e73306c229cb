import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexCheck } from '../../src/sqlite/index-check.ts'
import { openForWriting } from '../../src/sqlite/open-database.ts'
import { reindex } from '../../src/sqlite/reindex.ts'
import { aDocx, paragraph } from '../support/docx.ts'
import { aPdf } from '../support/pdf.ts'
import { aPaper, leaks as leaksIn, type Paper, word } from './canary.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'
import { aPerson } from './people.ts'

describe('what is withheld of a page', () => {
  let it: Served
  let paper: Paper
  const people: Record<string, Record<string, string>> = { nobody }
  beforeAll(async () => {
    it = await aServedArchive()
    people.reader = (await aPerson(it, 'reader', 'reader')).as
    people.annotator = (await aPerson(it, 'annotator', 'annotator')).as
    paper = await aPaper(it)
  })
  afterAll(() => it.close())

  const leaks = (of: Paper, as: Record<string, string>) => leaksIn(it, of, as)

  const found = async (q: string, as: Record<string, string>) => {
    const { total, hits } = (await it.get(`/search?q=${q}`, as)).body
    return [total.documents, total.pages, hits[0]?.pageHits ?? 0]
  }

  test('a page that only archivists may see keeps its place and number, and tells nothing else', async () => {
    const { id, file, page } = paper
    expect((await leaks(paper, nobody)).length).toBeGreaterThan(25)
    const classed = await it.patch(`/documents/${id}/pages/2`).send({ visibility: 'restricted' })
    expect([classed.status, classed.body.own]).toEqual([
      200,
      { visibility: 'restricted', embargoUntil: null, group: null },
    ])
    for (const [who, as] of Object.entries(people)) {
      expect(await leaks(paper, as), who).toEqual([])
      const { items } = (await it.get(`/documents/${id}/pages`, as)).body
      expect(items.map((one: { number: number }) => one.number)).toEqual([1, 2, 3])
      expect(items[1]).toMatchObject({ id: page, width: null, layers: [], withheld: { whole: true } })
      expect((await it.get(`/documents/${id}/pages/2`, as)).body.text).toBe(null)
      problem(await it.get(`/documents/${id}/pages/2/image`, as), 404, 'not-found')
      problem(await it.get(`/iiif/image/3/${page}/0,0,10,10/max/0/default.jpg`, as), 404, 'not-found')
      problem(await it.get(`/files/${file}/content`, as), 403, 'forbidden')
      expect((await it.get(`/documents/${id}/text`, as)).text).toMatch(/first page.*\f\f.*third/s)
      expect(await found('herrings', as)).toEqual([1, 2, 2])
      expect(await found('sings', as)).toEqual([0, 0, 0])
      for (const q of ['mark:canary', 'note:canary']) expect(await found(q, as), q).toEqual([0, 0, 0])
      expect((await found('title:three -sings', as))[0]).toBe(1)
      expect((await it.get(`/documents/${id}/annotations/counts`, as)).body.items ?? []).toEqual([])
      const { items: canvases } = (await it.get(`/iiif/3/${id}/manifest`, as)).body
      expect(canvases.map((one: { items: unknown[] }) => one.items.length)).toEqual([1, 0, 1])
    }
    expect(await found('sings', keeper)).toEqual([1, 1, 1])
    expect((await it.get(`/files/${file}/content`)).status).toBe(200)
    const tags = await Promise.all(
      [keeper, nobody].map(async (as) => (await it.get(`/documents/${id}/text`, as)).headers.etag),
    )
    expect(tags[0]).not.toBe(tags[1])
    const target = `http://localhost/api/v1/documents/${id}/pages/2`
    const note = { type: 'Annotation', target, bodyValue: 'x' }
    expect(wrongPaths(await it.post('/annotations/', people.annotator).send(note))).toEqual(['target'])

    await it.patch(`/documents/${id}/pages/1`).send({ visibility: 'restricted' })
    problem(await it.get(`/files/${file}/thumbnail`, nobody), 404, 'not-found')
    expect((await it.get(`/files/${file}/thumbnail`)).status).toBe(200)
    await it.patch(`/documents/${id}/pages/1`).send({ visibility: null })

    await it.patch(`/documents/${id}`).send({ visibility: 'members' })
    expect(await found('sings', people.reader ?? {})).toEqual([0, 0, 0])
    expect((await it.patch(`/documents/${id}/pages/2`).send({ visibility: null })).body.own).toBeUndefined()
    expect(await found('sings', people.reader ?? {})).toEqual([1, 1, 1])
    expect(await found('sings', nobody)).toEqual([0, 0, 0])
    expect((await leaks(paper, people.reader ?? {})).length).toBeGreaterThan(10)
    await it.patch(`/documents/${id}`).send({ visibility: 'public' })
  })

  test('a page opens by itself, or to a group, within what its document is open to', async () => {
    const { id } = await it.add(['One.', 'An embargoed finch.'])
    const own = (body: object) => it.patch(`/documents/${id}/pages/2`).send(body)
    expect((await own({ visibility: 'embargoed', embargoUntil: '2999-01-01' })).status).toBe(200)
    expect(await found('finch', nobody)).toEqual([0, 0, 0])
    await own({ visibility: 'embargoed', embargoUntil: '2001-01-01' })
    expect(await found('finch', nobody)).toEqual([1, 1, 1])
    const { body: group } = await it.post('/groups').send({ name: 'Birds' })
    expect((await own({ visibility: 'restricted', group: group.id })).status).toBe(200)
    const { id: account, as } = await aPerson(it, 'reader', 'finch')
    expect(await found('finch', as)).toEqual([0, 0, 0])
    await it.put(`/groups/${group.id}/members/${account}`)
    expect(await found('finch', as)).toEqual([1, 1, 1])
    problem(await it.delete(`/groups/${group.id}`), 409, 'conflict')
    await it.patch(`/documents/${id}`).send({ visibility: 'restricted' })
    expect(await found('finch', as)).toEqual([0, 0, 0])
    expect(wrongPaths(await own({ visibility: 'embargoed' }))).toEqual(['embargoUntil'])
    expect(wrongPaths(await own({ visibility: 'restricted', group: 'g-none' }))).toEqual(['group'])
    await it.delete(`/documents/${id}`)
  })

  const black = async (id: string, box: readonly number[], as: Record<string, string>) => {
    const [left = 0, top = 0, width = 1, height = 1] = box
    const image = (await it.get(`/documents/${id}/pages/2/image?width=4000`, as)).body
    const part = await sharp(image).extract({ left, top, width, height }).png().toBuffer()
    const { channels } = await sharp(part).stats()
    return channels.every(({ max }) => max < 40)
  }

  test('words are blocks in all texts and black in the image, and found by archivists alone', async () => {
    const { id, file, box } = paper
    const before = await it.get(`/documents/${id}/pages/2/image`, nobody)
    const made = await it
      .post(`/documents/${id}/pages/2/redactions`)
      .send({ quotes: ['Canary'], because: 'A living person', tells: true })
    expect([made.status, made.body], made.text).toMatchObject([
      201,
      { image: 'parts', unplaced: ['translation:de'], quotes: ['Canary'] },
    ])
    for (const [who, as] of Object.entries(people)) {
      expect(await leaks(paper, as), who).toEqual([])
      const read = (await it.get(`/documents/${id}/pages/2`, as)).body
      expect(read.text.content).toMatch(/A █████ sings in here/)
      expect(read.text.words.map(({ text }: { text: string }) => text)).toEqual([
        'Quiet',
        'rooms',
        'A',
        'sings',
        'in',
        'here.',
      ])
      for (const one of read.text.words)
        expect([...read.text.content].slice(one.start, one.end).join('')).toBe(one.text)
      expect(read.withheld).toEqual({ whole: false, reasons: ['A living person'], until: null })
      expect((await it.get(`/documents/${id}/pages/2?layer=translation:de`, as)).body.text.content).toBe(
        '█████',
      )
      expect(await found('sings', as)).toEqual([1, 1, 1])
      for (const q of ['canary', 'mark:canary', 'kanarienvogel'])
        expect(await found(q, as), q).toEqual([0, 0, 0])
      expect(await black(id, box, as)).toBe(true)
      problem(await it.get(`/files/${file}/content`, as), 403, 'forbidden')
    }
    expect(await black(id, box, keeper)).toBe(false)
    expect(await found('canary', keeper)).toEqual([1, 1, 1])
    expect(await found('sings', keeper)).toEqual([1, 1, 1])
    const after = await it.get(`/documents/${id}/pages/2/image`, nobody)
    const whole = await it.get(`/documents/${id}/pages/2/image`)
    expect(new Set([after, whole].map(({ headers }) => headers.etag)).size).toBe(2)
    expect([before.headers['cache-control'], after.headers['cache-control']]).toEqual([
      'private, max-age=86400',
      'private, no-cache',
    ])

    const pdf = await it.get(`/documents/${id}/export.pdf`, nobody).buffer()
    const again = await it.upload({ title: 'The export' }, [{ name: 'export.pdf', bytes: pdf.body }])
    await it.idle()
    expect((await it.get(`/documents/${again.body.id}/text`)).text).toMatch(/sings/)
    expect((await it.get(`/documents/${again.body.id}/text`)).text).not.toMatch(word)
    await it.delete(`/documents/${again.body.id}`)

    const target = {
      source: `http://localhost/api/v1/documents/${id}/pages/2`,
      selector: { type: 'TextQuoteSelector', exact: 'sings' },
    }
    const own = await it
      .post('/annotations/', people.annotator)
      .send({ type: 'Annotation', target, bodyValue: 'Is it a canary?' })
    expect(own.status).toBe(201)
    expect((await it.get(`/annotations/${String(own.body.id).split('/').at(-1)}`, nobody)).status).toBe(200)
    const anchored = async (as: Record<string, string>) => {
      const { anchor } = (await it.get(`/annotations/${String(own.body.id).split('/').at(-1)}`, as)).body
      const { content } = (await it.get(`/documents/${id}/pages/2`, as)).body.text
      return [...content].slice(anchor.start, anchor.end).join('')
    }
    expect([await anchored(keeper), await anchored(nobody)]).toEqual(['sings', 'sings'])
    const guess = { ...target, selector: { type: 'TextQuoteSelector', exact: 'canary' } }
    expect(
      wrongPaths(
        await it.post('/annotations/', people.annotator).send({ type: 'Annotation', target: guess }),
      ),
    ).toEqual(['target.selector'])

    problem(await it.get(`/documents/${id}/pages/2/redactions`, people.annotator), 403, 'forbidden')
    expect((await it.get(`/documents/${id}/pages/2/redactions`)).body.items).toMatchObject([
      { id: made.body.id, because: 'A living person' },
    ])
    expect((await it.delete(`/redactions/${made.body.id}`)).status).toBe(204)
    problem(await it.delete(`/redactions/${made.body.id}`), 404, 'not-found')
    expect(await found('canary', nobody)).toEqual([1, 1, 1])
    expect(await black(id, box, nobody)).toBe(false)
    await it.delete(`/annotations/${String(own.body.id).split('/').at(-1)}`)
  })

  test('a region takes the words that it meets, in every layer and revision', async () => {
    const { id, box } = paper
    const [x = 0, y = 0, w = 0, h = 0] = box
    const region = [x + 2, y, w - 4, h]
    await it.put(`/documents/${id}/pages/2/text`).send({ content: 'Quiet rooms\nA canary sings in there.' })
    const made = await it
      .post(`/documents/${id}/pages/2/redactions`)
      .send({ regions: [region], because: 'Private' })
    expect([made.status, made.body.unplaced], made.text).toEqual([201, ['translation:de']])
    expect(await leaks(paper, nobody)).toEqual([])
    expect((await it.get(`/documents/${id}/pages/2`, nobody)).body).toMatchObject({
      text: { layer: 'transcription', content: expect.stringContaining('A █████ sings in there') },
      withheld: { reasons: [] },
    })
    const { items } = (await it.get(`/documents/${id}/pages/2/text/revisions`, nobody)).body
    for (const revision of items)
      expect((await it.get(`/documents/${id}/pages/2?revision=${revision.id}`, nobody)).text).not.toMatch(
        word,
      )
    expect(await black(id, region, nobody)).toBe(true)
    await it.delete(`/redactions/${made.body.id}`)
    const more = { regions: [region], quotes: ['Kanarienvogel'], because: 'Private', until: '2999-01-01' }
    const both = await it.post(`/documents/${id}/pages/2/redactions`).send(more)
    expect([both.status, both.body.unplaced], both.text).toEqual([201, []])
    expect((await it.get(`/documents/${id}/pages/2?layer=translation:de`, nobody)).body.text.content).toBe(
      'Ein █████ singt.',
    )
    expect(await found('canary', nobody)).toEqual([0, 0, 0])
    expect(await found('sings', nobody)).toEqual([1, 1, 1])
    await it.patch(`/documents/${id}`).send({ visibility: 'members' })
    expect(await leaks(paper, people.reader ?? {})).toEqual([])
    expect(await found('sings', people.reader ?? {})).toEqual([1, 1, 1])
    await it.delete(`/documents/${id}`)
  })

  test('has to be there', async () => {
    const { id } = await it.add(['A page of text.'])
    const redact = (wish: object) =>
      it.post(`/documents/${id}/pages/1/redactions`).send({ because: 'x', ...wish })
    expect(wrongPaths(await redact({}))).toEqual(['regions'])
    expect(wrongPaths(await redact({ quotes: ['absent'] }))).toEqual(['quotes.0'])
    expect(wrongPaths(await redact({ regions: [[0, 0, 1, 1]] }))).toEqual(['regions'])
    expect(wrongPaths(await redact({ quotes: ['page'], until: '2001-01-01' }))).toEqual(['until'])
    expect(wrongPaths(await redact({ passages: [{ revision: 'v-none', start: 0, end: 1 }] }))).toEqual([
      'passages.0.revision',
    ])
    const { revision } = (await it.get(`/documents/${id}/pages/1`)).body.text
    const made = await redact({ passages: [{ revision, start: 3, end: 4 }] })
    expect(made.body.quotes).toEqual(['page'])
    expect((await it.get(`/documents/${id}/pages/1`, nobody)).body.text.content).toBe('A █████ of text.')
    await it.delete(`/documents/${id}`)
  })

  test('is told before, with all that a redaction of the page leaves as it is', async () => {
    const [note, second] = ['A swallow. The swallow, twice.', 'Another swallow.'].map((text) =>
      Buffer.from(text),
    )
    const files = [
      { name: 'the swallow.txt', bytes: note ?? Buffer.alloc(0) },
      { name: 'b.txt', bytes: second ?? Buffer.alloc(0) },
    ]
    const { body } = await it.upload({ title: 'On swallow and crow', abstract: 'No bird.' }, files)
    await it.idle()
    const { id } = body
    const asked = (as: Record<string, string> | undefined = keeper) =>
      it.post(`/documents/${id}/pages/1/redactions/words`, as).send({ quotes: ['Swallow'] })
    const told = await asked()
    expect([told.status, told.body], told.text).toMatchObject([
      200,
      {
        here: [{ layer: 'transcription', times: 2 }],
        claims: [{ property: 'title' }],
        files: ['the swallow.txt'],
        pages: [{ number: 2, witness: null }],
      },
    ])
    problem(await asked(people.annotator), 403, 'forbidden')
    const none = await it.post(`/documents/${id}/pages/1/redactions/words`).send({ quotes: ['absent'] })
    expect(none.body).toEqual({ here: [], claims: [], files: [], pages: [] })
    expect((await it.get(`/documents/${id}/pages/1/redactions`)).body.items).toEqual([])
    await it.delete(`/documents/${id}`)
  })

  test('stays withheld when the index is made anew, which holds just what it should', async () => {
    const { id } = await it.add(['Sparrows and magpies.', 'Hidden magpies.'])
    await it
      .post(`/documents/${id}/pages/1/redactions`)
      .send({ quotes: ['magpies'], because: 'x', until: '2999-01-01' })
    await it.patch(`/documents/${id}/pages/2`).send({ visibility: 'members' })
    const told = async () => [
      await found('magpies', nobody),
      await found('sparrows', nobody),
      await found('magpies', keeper),
    ]
    const before = [
      [0, 0, 0],
      [1, 1, 1],
      [1, 2, 2],
    ]
    expect(await told()).toEqual(before)
    const db = openForWriting(join(it.home, 'catalogue.sqlite'))
    for (const _ of reindex(db, new Date().toISOString()));
    const findings: object[] = []
    for await (const finding of indexCheck(db)) findings.push(finding)
    db.close()
    expect(findings).toEqual([])
    expect(await told()).toEqual(before)
    await it.delete(`/documents/${id}`)
  })

  test('refuses the file of a transcription that was brought to the page, too', async () => {
    const scan = { name: 'delo.pdf', bytes: Buffer.from(await aPdf(['A jackdaw at Vilnia'])) }
    const text = { name: 'text.docx', bytes: aDocx(paragraph('A jackdaw at Vilnia, sealed')) }
    const { body } = await it.upload({ title: 'Two files' }, [scan, text])
    await it.idle()
    const [{ files }] = (await it.get(`/documents/${body.id}`)).body.witnesses
    const contents = (as: Record<string, string>) =>
      Promise.all(
        files.map(async ({ id }: { id: string }) => (await it.get(`/files/${id}/content`, as)).status),
      )
    expect(await contents(nobody)).toEqual([200, 200])
    await it.post(`/documents/${body.id}/pages/1/redactions`).send({ quotes: ['jackdaw'], because: 'x' })
    expect(await contents(nobody)).toEqual([403, 403])
    expect(await contents(keeper)).toEqual([200, 200])
  })
})
