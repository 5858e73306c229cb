import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('imports', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const send = (table: string | Buffer, fields: Record<string, string> = {}, name = 'table.csv') => {
    const sent = it.post('/imports')
    for (const [field, value] of Object.entries(fields)) sent.field(field, value)
    return sent.attach('files', Buffer.from(table), name)
  }
  /** Imports a table to its end and returns what became of it. */
  async function run(table: string | Buffer, fields: Record<string, string> = {}) {
    const begun = await send(table, fields)
    expect(begun.status, begun.text).toBe(201)
    await it.idle()
    return (await it.get(`/imports/${begun.body.id}?limit=100`)).body
  }
  const outcomes = (done: { report: { items: { outcome: string }[] } }) =>
    done.report.items.map(({ outcome }) => outcome)
  const documentOf = async (done: { report: { items: { document: string }[] } }, row = 0) =>
    (await it.get(`/documents/${done.report.items[row]?.document}`)).body

  test('know from the start how many rows there are', async () => {
    const { job } = (await send('title\r\nA row\r\n\r\n"Another\r\none"\r\n')).body
    expect((await it.get(`/jobs/${job.id}`)).body.total).toBe(2)
    await it.idle()
    expect((await it.get(`/jobs/${job.id}`)).body).toMatchObject({ state: 'done', done: 2, total: 2 })
  })

  test('add the rows of a table, each with its claims, and tell what was assumed', async () => {
    const { id: collection } = (
      await it.post('/collections').send({ level: 'fonds', title: 'Papers', referenceCode: 'K-1' })
    ).body
    const done = await run(
      'key,title,date,creator,type,language,collection,subjects,shelfmark,holder\r\n' +
        'a1,Serov Instructions,between 3 Feb and 7 June 1941,Ivan Serov,instruction,ru,K-1,"deportation; NKGB",58/7,An archive\r\n' +
        'a2,"A ""quoted"", one",06/07/1941,,,,,,,\r\n',
    )
    expect(done).toMatchObject({
      state: 'done',
      counts: { added: 2, known: 0, refused: 0, wouldAdd: 0 },
      atRow: 3,
      error: null,
    })
    expect(done.report.items).toMatchObject([
      { row: 2, outcome: 'added', key: 'a1', remarks: [] },
      { row: 3, outcome: 'added', remarks: [{ column: 'date', kind: 'assumed' }] },
    ])
    expect(await documentOf(done)).toMatchObject({
      title: 'Serov Instructions',
      date: { edtf: '[1941-02-03..1941-06-07]' },
      creator: 'Ivan Serov',
      collection,
      subjects: ['deportation', 'NKGB'],
      identifiers: [{ scheme: 'shelfmark', value: '58/7' }],
    })
    const second = await documentOf(done, 1)
    expect(second).toMatchObject({ title: 'A "quoted", one', date: { status: 'unknown' } })
    const claims = (await it.get(`/documents/${second.id}/claims?property=date`)).body.items
    expect(claims[0].value).toMatchObject({ edtf: null, asWritten: '06/07/1941' })
    expect((await it.get('/search?q=Serov', nobody)).body.total.documents).toBe(1)
    const report = await it.get(`/imports/${done.id}/report.csv`)
    expect(report.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(report.text).toContain('3,added,a2,')
    expect(report.text).toContain('1941-07-06 or 1941-06-07')
    expect((await it.get(`/jobs/${done.job.id}`)).body).toMatchObject({
      kind: 'import',
      state: 'done',
      done: 2,
    })
  })

  test('add nothing twice: by key, or the same bytes again', async () => {
    const keyed = 'key;title\nb1;One\nb2;Two\nb1;One again\n'
    expect(outcomes(await run(keyed))).toEqual(['added', 'added', 'known'])
    expect(outcomes(await run(`${keyed}b3;Three\n`))).toEqual(['known', 'known', 'known', 'added'])
    const bare = 'title\nNameless one\nNameless two\n'
    expect(outcomes(await run(bare))).toEqual(['added', 'added'])
    expect(outcomes(await run(bare))).toEqual(['known', 'known'])
  })

  test('only say what they would add, where that is wanted', async () => {
    const before = (await it.get('/documents?limit=100')).body.items.length
    const done = await run('key,title\nc1,One\nc1,One\nc2,\n', { dryRun: 'true' })
    expect(outcomes(done)).toEqual(['would-add', 'known', 'refused'])
    expect(done.counts).toEqual({ added: 0, known: 1, refused: 1, wouldAdd: 1 })
    expect((await it.get('/documents?limit=100')).body.items.length).toBe(before)
    expect(outcomes(await run('key,title\nc1,One\n'))).toEqual(['added'])
  })

  test('refuse a row for what is wrong with it, and go on', async () => {
    const done = await run(
      `title,collection,visibility\nNowhere,no-such-fonds,\nFor whom,,everybody\n${'x'.repeat(1_100_000)},,\ntoo,many,restricted,cells\nFine,,\n`,
    )
    expect(outcomes(done)).toEqual(['refused', 'refused', 'refused', 'refused', 'added'])
    const says = done.report.items.map(({ remarks }: { remarks: { says: string }[] }) => remarks[0]?.says)
    expect(says).toEqual([
      expect.stringContaining('no collection with the id or reference code “no-such-fonds”'),
      expect.stringContaining('everybody'),
      expect.stringContaining('larger than 1 MB'),
      expect.stringContaining('4 cells, the header 3'),
      undefined,
    ])
  })

  test.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /is empty/],
    ['spaces only', ' \n\n', /is empty/],
    ['a header only', 'title,date\n', /has a header and no row/],
    ['a column twice', 'title,Title\na,b\n', /there twice/],
    ['an unknown column', 'title,dat\na,b\n', /nearest is “date”/],
    ['no title', 'date\n1941\n', /title is required/],
    ['a quote at the start that never ends', '"title\na\n', /never closed/],
  ])('refuse %s at once', async (_, table, says) => {
    const reply = await send(table)
    expect(problem(reply, 400, 'invalid-input').detail).toMatch(says)
  })

  test('refuse what is no table, and stray fields', async () => {
    expect(wrongPaths(await it.post('/imports').field('dryRun', 'true'))).toEqual(['files'])
    expect(wrongPaths(await send('title\na\n', { dryRun: 'perhaps' }))).toEqual(['dryRun'])
    expect(wrongPaths(await send('title\na\n', { dry: 'true' }))).toEqual(['dry'])
    problem(await it.get('/imports/i0'), 404, 'not-found')
    problem(await it.get('/imports/i0/report.csv'), 404, 'not-found')
    problem(
      await it.post('/imports', nobody).attach('files', Buffer.from('title\na\n'), 'x.csv'),
      401,
      'unauthenticated',
    )
  })

  test('end with a sentence where a table breaks off, and keep what was added', async () => {
    const done = await run('title\nBefore the break\n"never closed\n')
    expect(done).toMatchObject({
      state: 'failed',
      counts: { added: 1 },
      error: expect.stringMatching(/never closed/),
    })
  })

  test('read other encodings and say so, and a byte order mark', async () => {
    const lithuanian = Buffer.from('title\nĮsakymas apie tremtį – čia žodžių užtenka šiaip\n')
    const windows = Buffer.from(
      lithuanian
        .toString()
        .replace(
          /[ĮįčžųšŽ–]/g,
          (letter) =>
            `\\x${{ Į: 'c1', į: 'e1', č: 'e8', ž: 'fe', ų: 'f8', š: 'f0', Ž: 'de', '–': '96' }[letter]}`,
        )
        .replace(/\\x(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    )
    const done = await run(windows)
    expect(done.assumed).toMatch(/windows-1257/)
    expect((await documentOf(done)).title).toBe('Įsakymas apie tremtį – čia žodžių užtenka šiaip')
    const marked = await run(
      Buffer.concat([Buffer.from('\ufeff'), Buffer.from('title\tdate\nMarked\t1941\n')]),
    )
    expect(marked.assumed).toBeNull()
    expect(await documentOf(marked)).toMatchObject({ title: 'Marked', date: { edtf: '1941' } })
  })

  test('read JSON Lines, each line by itself', async () => {
    const lines = [
      { key: 'j1', title: 'In JSON', subjects: ['a;b'], identifiers: [{ scheme: 'number', value: '12' }] },
      'no object',
      { key: 'j2', title: 'Box kept', box: 12 },
    ]
    const table = lines.map((line) => `${JSON.stringify(line)}\n`).join('\n')
    const done = await run(table)
    expect(outcomes(done)).toEqual(['added', 'refused', 'refused'])
    expect(await documentOf(done)).toMatchObject({
      subjects: ['a;b'],
      identifiers: [{ scheme: 'number', value: '12' }],
    })
    expect(outcomes(await run(table, { keepUnknown: 'true' }))).toEqual(['known', 'refused', 'added'])
    const only = async (outcome: string) => (await it.get(`/imports/${done.id}?outcome=${outcome}`)).body
    expect(outcomes(await only('refused'))).toEqual(['refused', 'refused'])
    expect(outcomes(await only('added'))).toEqual(['added'])
    expect(wrongPaths(await it.get(`/imports/${done.id}?outcome=lost`))).toEqual(['outcome'])
  })

  test('take the apostrophe away that keeps spreadsheets from running a cell', async () => {
    const done = await run("title\n'=1+1\n'quoted'\n")
    expect([(await documentOf(done)).title, (await documentOf(done, 1)).title]).toEqual(['=1+1', "'quoted'"])
  })

  test('stop when they are cancelled, and go on at the next row when they are run again', async () => {
    const rows = 3000
    const table = Array.from({ length: rows }, (_, at) => `z${at},Cancelled ${at}\n`).join('')
    const { id, job } = (await send(`key,title\n${table}`)).body
    expect((await it.post(`/jobs/${job.id}/cancel`)).body).toMatchObject({
      kind: 'import',
      state: 'cancelled',
    })
    await it.idle()
    const stopped = (await it.get(`/imports/${id}`)).body
    expect(stopped).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) })
    expect(stopped.counts.added).toBeLessThan(rows)
    expect((await it.post(`/jobs/${job.id}/retry`)).body).toMatchObject({ state: 'running' })
    await it.idle()
    const done = (await it.get(`/imports/${id}`)).body
    expect(done).toMatchObject({ state: 'done', counts: { added: rows, known: 0 } })
    problem(await it.post(`/jobs/${job.id}/cancel`), 409, 'conflict')
    problem(await it.post(`/jobs/${job.id}/retry`), 409, 'conflict')
  })

  test('answer a repeated request with the same import', async () => {
    const as = { ...keeper, 'Idempotency-Key': 'one' }
    const again = () => it.post('/imports', as).attach('files', Buffer.from('title\nOnce\n'), 'x.csv')
    const first = await again()
    expect((await again()).body.id).toBe(first.body.id)
    await it.idle()
  })
})
