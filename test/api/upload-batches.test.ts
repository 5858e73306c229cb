import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPng } from '../support/tiny-images.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_OCR: 'off', FONDS_IMAGES: 'demand' })
})
afterAll(() => it.close())

async function begun(body: object = {}): Promise<string> {
  const reply = await it.post('/uploads').send(body)
  expect(reply.status, reply.text).toBe(201)
  expect(reply.headers.location).toMatch(new RegExp(`/api/v1/uploads/${reply.body.id}$`))
  expect(reply.body).toMatchObject({ phase: 'open', job: null })
  return reply.body.id
}

// What is attached may have a path, which the types do not know.
const pathed = (path: string) =>
  Object.assign({ contentType: 'application/octet-stream' }, { filepath: path })

async function send(id: string, files: Record<string, Buffer | string>) {
  const sent = it.post(`/uploads/${id}/files`)
  for (const [path, bytes] of Object.entries(files)) sent.attach('files', Buffer.from(bytes), pathed(path))
  return sent
}

async function committed(id: string, body: object = {}) {
  const reply = await it.post(`/uploads/${id}/commit`).send(body)
  expect(reply.status, reply.text).toBe(200)
  await it.idle()
  return (await it.get(`/uploads/${id}?limit=100`)).body
}

describe('uploads in a batch', () => {
  test('are grouped as a folder would be, added once, and watched as a job', async () => {
    const id = await begun({ name: 'Letters', all: { creator: 'Ivan Serov', date: '1941-06' } })
    const files = {
      'letters/p2.png': aPng(2),
      'letters/p10.png': aPng(10),
      'letters/p10.txt': 'The tenth leaf, about a telegraph.',
      'letters/metadata.json': '{"title":"Letters home"}',
      'letters/report/r.txt': 'A report about a telegraph.',
      'letters/.DS_Store': 'litter',
      'letters/empty.txt': '',
    }
    expect((await send(id, files)).body).toMatchObject({ files: { received: 7 }, phase: 'open' })
    const tried = await it.post(`/uploads/${id}/plan`).send({})
    expect(tried.body.documents.map(({ name }: { name: string }) => name)).toEqual([
      'letters/',
      'letters/report/r.txt',
    ])
    expect((await it.get(`/uploads/${id}`)).body).toMatchObject({ files: { received: 7 } })

    const done = await committed(id)
    expect(done).toMatchObject({ phase: 'added', files: { added: 5, failed: 1, 'passed-over': 1 } })
    const job = (await it.get(`/jobs/${done.job.id}`)).body
    expect(job).toMatchObject({
      kind: 'bulk',
      name: 'Letters',
      uploads: id,
      state: 'done',
      done: 6,
      total: 6,
    })
    expect(job.message).toMatch(/^1 of 6 files could not/)
    // Recognition is off: nothing will do what the two scans wait for.
    expect(done).toMatchObject({ reading: { waiting: 2 }, unattended: 2 })
    const jobs = (await it.get('/jobs')).body.items.filter(({ kind }: { kind: string }) => kind !== 'bulk')
    expect(jobs).toEqual([])
    const found = (await it.get('/search?q=telegraph')).body.hits
    expect(found.map(({ document }: { document: { title: string } }) => document.title).toSorted()).toEqual([
      'Letters home',
      'r.txt',
    ])
    const document = (await it.get(`/documents/${done.report.items[0].document}`)).body
    expect(document).toMatchObject({ creator: 'Ivan Serov' })
    expect(document.witnesses[0].files.map(({ name, role }: Record<string, string>) => [name, role])).toEqual(
      [
        ['p2.png', 'scan'],
        ['p10.png', 'scan'],
        ['p10.txt', 'transcription'],
      ],
    )
    const documents = (await it.get('/documents')).body.items.length
    expect((await send(id, { 'letters/p11.png': aPng(11) })).status).toBe(201)
    expect(await committed(id)).toMatchObject({ files: { added: 6 } })
    expect((await it.get('/documents')).body.items).toHaveLength(documents)
    problem(await send(id, { 'letters/p11.png': aPng(12) }), 409, 'conflict')
    problem(await it.delete(`/uploads/${id}`), 409, 'conflict')
    const csv = await it.get(`/uploads/${id}/report.csv`)
    expect(csv.text.split('\r\n')[1]).toMatch(/^letters\/p2\.png,d\w+,f\w+,waiting,1,\d+,,/)
    expect((await it.get('/uploads')).body.items[0]).toMatchObject({ id, name: 'Letters' })
  })

  test('become what is chosen for a folder, said of all at last, once it was seen what that would be', async () => {
    const id = await begun({ all: { creator: 'Nobody' } })
    await send(id, {
      'box/1.png': aPng(31),
      'box/2.png': aPng(32),
      'box/2.txt': 'Of a viaduct.',
      'box/2.json': '{"title":"The viaduct"}',
      'spare/3.png': aPng(33),
      'wrong/w.txt': 'Never added.',
      'wrong/w.json': '{"title":5}',
      'wrong/same.txt': 'Of a viaduct.',
      'wrong/none.txt': '',
    })
    const groupings = { box: 'file', spare: 'none' }
    const { body: tried } = await it.post(`/uploads/${id}/plan`).send({ groupings })
    const titles = tried.documents.map(({ title }: { title: string }) => title)
    expect(titles).toEqual(['1.png', 'The viaduct', 'same.txt', 'w.txt'])
    expect(tried.documents.map(({ wrong }: { wrong: string | null }) => wrong)).toEqual([
      ...[null, null, null],
      expect.stringMatching(/title: must be a text/),
    ])
    expect(tried).toMatchObject({
      byManifest: false,
      others: [
        { path: 'spare/3.png', state: 'passed-over', message: expect.stringMatching(/left out/) },
        { path: 'wrong/none.txt', state: 'failed', message: expect.stringMatching(/empty/) },
      ],
    })
    const nowhere = (await it.post(`/uploads/${id}/plan`).send({ all: { collection: 'NONE/1' } })).body
    expect(nowhere.documents[0].wrong).toMatch(/no collection.*“NONE\/1”/)
    const only = async (concern: string) => (await it.get(`/uploads/${id}?only=${concern}`)).body.report.items
    expect(await only('duplicates')).toMatchObject([
      { path: 'wrong/same.txt', sameAs: 'box/2.txt', duplicateOf: null },
    ])

    const done = await committed(id, { groupings, all: { creator: 'Somebody' } })
    expect(done).toMatchObject({ groupings, files: { added: 5, failed: 3, 'passed-over': 1 } })
    const { body } = await it.get(`/uploads/${id}/documents`)
    expect(body.items).toMatchObject([
      { title: '1.png', files: 1, read: 0, failed: 0, pages: 1 },
      { title: 'The viaduct', files: 2, read: 1 },
      { title: 'same.txt', files: 1, read: 1, pages: 1 },
    ])
    expect(done.report.items.map(({ title }: { title: string | null }) => title)).toContain('The viaduct')
    expect((await it.get(`/documents/${body.items[0].id}`)).body).toMatchObject({ creator: 'Somebody' })
    const failed = (await only('failed')).map(({ path }: { path: string }) => path)
    expect(failed.toSorted()).toEqual(['wrong/none.txt', 'wrong/w.json', 'wrong/w.txt'])
    expect(await only('passed-over')).toMatchObject([{ path: 'spare/3.png' }])
    const [twin] = await only('duplicates')
    expect(twin).toMatchObject({ path: 'wrong/same.txt', sameAs: null })
    expect((await it.get(`/files/${twin.duplicateOf}`)).body).toMatchObject({ name: '2.txt' })

    const more = await begun()
    await send(more, { 'again.txt': 'Of a viaduct.' })
    const { items } = (await it.get(`/uploads/${more}?only=duplicates`)).body.report
    expect(items).toMatchObject([{ path: 'again.txt', duplicateOf: twin.duplicateOf }])
    // What was chosen stands until something else is.
    expect((await it.post(`/uploads/${id}/commit`).send({})).body).toMatchObject({ groupings })
    await it.idle()
    problem(await it.get('/uploads/b0/documents'), 404, 'not-found')
    problem(await it.get(`/uploads/${id}?only=odd`), 400, 'invalid-input')
    problem(await it.post(`/uploads/${id}/plan`).send({ groupings: { box: 'heap' } }), 400, 'invalid-input')
  })

  test('follow a manifest, in the request or among them; one that is wrong is refused and nothing is lost', async () => {
    const id = await begun()
    await send(id, { 'a.txt': 'Alpha harbour.', 'b.txt': 'Beta harbour.', 'c.txt': 'Gamma harbour.' })
    const wrong = await it.post(`/uploads/${id}/commit`).send({ manifest: [{ path: 'a.txt', titel: 'x' }] })
    expect(problem(wrong, 400, 'invalid-input').detail).toMatch(/row 1 of the manifest.*“title”/)
    const manifest = [
      { path: 'b.txt', document: 'D', title: 'Both', subjects: ['harbours'] },
      { path: 'a.txt', document: 'D', role: 'translation' },
    ]
    const { body: tried } = await it.post(`/uploads/${id}/plan`).send({ manifest })
    expect(tried.documents).toMatchObject([{ name: 'D', files: [{ path: 'b.txt' }, { path: 'a.txt' }] }])
    const done = await committed(id, { manifest })
    expect(done).toMatchObject({ files: { added: 2, 'passed-over': 1 } })
    const { body } = await it.get('/search?q=harbour')
    expect(body.hits).toMatchObject([{ document: { title: 'Both' } }])

    const missing = [{ path: 'a.txt', document: 'D', title: 'Both' }, { path: 'never.txt' }]
    const messageOf = (reply: { report: { items: { path: string; message: string }[] } }) =>
      reply.report.items.find(({ path }) => path === 'never.txt')?.message
    expect(messageOf(await committed(id, { manifest: missing }))).toMatch(/Row 2 .* is not there/)
    expect(messageOf(await committed(id))).toMatch(/never sent/)

    const other = await begun()
    await send(other, { 'x/a.txt': 'Delta quay.', 'x/manifest.csv': 'path,title\na.txt,By table\n' })
    await committed(other)
    expect((await it.get('/search?q=quay')).body.hits).toMatchObject([{ document: { title: 'By table' } }])
  })

  test('with a description that is wrong fail by themselves, and are added once it is mended', async () => {
    const id = await begun()
    await send(id, {
      'l.txt': 'A lighthouse.',
      'l.json': '{"collection":"NONE/1"}',
      'm.txt': 'Another lighthouse.',
      'n.txt': 'A third one.',
      'n.json': '{"title":5}',
    })
    const failed = await committed(id)
    expect(failed.files).toMatchObject({ added: 1, failed: 4 })
    const numbered = failed.report.items.find(({ path }: { path: string }) => path === 'n.txt')
    expect(numbered.message).toMatch(/title: must be a text/)
    expect(failed.report.items[0].message).toMatch(/no collection.*“NONE\/1”/)
    await send(id, { 'l.json': '{"title":"The light"}', 'n.json': '{"title":"5"}' })
    expect((await committed(id)).files).toMatchObject({ added: 5, failed: 0 })
    expect((await it.get('/search?q=lighthouse')).body.total.documents).toBe(2)
  })

  test('are given up as long as nothing was made of them', async () => {
    const id = await begun()
    await send(id, { 'gone.txt': 'A text that is given up.' })
    expect((await it.delete(`/uploads/${id}`)).status).toBe(204)
    problem(await it.get(`/uploads/${id}`), 404, 'not-found')
    problem(await send(id, { 'gone.txt': 'x' }), 404, 'not-found')
    problem(await it.post(`/uploads/${id}/commit`).send({}), 404, 'not-found')
  })

  test('take no path that leads out of them', async () => {
    const id = await begun()
    for (const path of ['../a.txt', '/etc/passwd', 'a/../../b', 'C:\\a.txt'])
      problem(await send(id, { [path]: 'x' }), 400, 'invalid-input')
    expect((await it.get(`/uploads/${id}`)).body.files.received).toBe(0)
  })

  test('are for archivists', async () => {
    problem(await it.post('/uploads', nobody).send({}), 401, 'unauthenticated')
    problem(await it.get('/uploads', nobody), 401, 'unauthenticated')
    problem(await it.post('/uploads').send({ grouping: 'heap' }), 400, 'invalid-input')
  })

  test('read the bulk after what somebody waits for', async () => {
    const id = await begun({ grouping: 'file' })
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.txt`, `Bulk text ${at}.`]))
    await send(id, many)
    await it.post(`/uploads/${id}/commit`).send({})
    const single = (await it.upload({ title: 'Waited for' }, [{ name: 'w.txt', bytes: 'Now.' }])).body
    await it.idle()
    const ended = (await it.get(`/jobs/${single.job.id}`)).body.finishedAt
    expect(
      ended < (await it.get(`/jobs/${(await it.get(`/uploads/${id}`)).body.job.id}`)).body.finishedAt,
    ).toBe(true)
  })
})

describe('the job of a batch', () => {
  test('is cancelled with all that is not read, and run again', async () => {
    const id = await begun({ grouping: 'file' })
    const many = Object.fromEntries(
      Array.from({ length: 4 }, (_, at) => [`${at}.txt`, `Cancelled text ${at}.`]),
    )
    await send(id, many)
    const { job } = (await it.post(`/uploads/${id}/commit`).send({})).body
    const cancelled = await it.post(`/jobs/${job.id}/cancel`)
    expect(cancelled.body).toMatchObject({ state: 'cancelled' })
    await it.idle()
    expect((await it.get(`/jobs/${job.id}`)).body.state).toBe('cancelled')
    for (const way of ['', '/events'])
      problem(await it.get(`/jobs/${job.id}${way}`, nobody), 404, 'not-found')
    expect((await it.get(`/jobs/${job.id}/events`)).text).toContain('"state":"cancelled"')
    expect((await it.post(`/jobs/${job.id}/retry`)).status).toBe(200)
    await it.idle()
    expect((await it.get(`/jobs/${job.id}`)).body).toMatchObject({ state: 'done', done: 4, total: 4 })
    expect((await it.get('/search?q=cancelled')).body.total.documents).toBe(4)
  })
})
