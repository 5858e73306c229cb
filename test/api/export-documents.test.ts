import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, type Served } from './client.ts'

type Row = Record<string, string>

/** The body as it came: supertest reads only text/* by itself. */
async function bodyOf(asked: ReturnType<Served['get']>): Promise<string> {
  const reply = await asked.buffer(true).parse((sent, done) => {
    const chunks: Buffer[] = []
    sent.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
    sent.on('end', () => done(null, Buffer.concat(chunks).toString()))
  })
  expect(reply.status).toBe(200)
  return reply.body
}

const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, bom: true })

/** Rows without their keys, which are ids of the archive they come from, in an order of their own. */
const comparable = (rows: Row[]) =>
  rows.map(({ key: _, ...row }) => row).toSorted((a, b) => ((a.title ?? '') < (b.title ?? '') ? -1 : 1))

describe('all documents as a table', () => {
  let it: Served
  let other: Served
  const collection = { level: 'fonds', title: 'Papers', referenceCode: 'K-1' }
  const table = `key,title,date,creator,type,language,collection,shelfmark,holder,number,identifiers,subjects,abstract,rights,visibility,embargoUntil,note
1,Serov Instructions,between 3 Feb and 7 June 1941,Ivan Serov,instruction,ru,K-1/58,58/7,An archive,12,register:A\\;1; shelfmark:58/8,deportation; a\\;b,"Of ""lines""
two",Free.,,,Torn.
2,=1+1,06/07/1941,+2,,,,@3,,,,-4,,,members,,
3,'quoted',n.d.,,,,,,,,,,,,embargoed,2090-01-01,
4,Old Style,25 October (7 November) 1917,,,,,,,,,,,,restricted,,
5,Šiauliai — Шяуляй,1941~,,,,,,,,,,,,,,
`
  beforeAll(async () => {
    it = await aServedArchive()
    other = await aServedArchive()
    for (const archive of [it, other]) {
      const { id: parent } = (await archive.post('/collections').send(collection)).body
      await archive.post('/collections').send({ level: 'file', title: 'File', referenceCode: '58', parent })
    }
    await importInto(it, table)
  })
  afterAll(async () => {
    await it.close()
    await other.close()
  })

  async function importInto(archive: Served, text: string) {
    const begun = await archive.post('/imports').attach('files', Buffer.from(text), 'table.csv')
    expect(begun.status, begun.text).toBe(201)
    await archive.idle()
    const { body } = await archive.get(`/imports/${begun.body.id}`)
    expect(body).toMatchObject({ state: 'done', counts: { refused: 0 } })
    return body
  }

  test('has the columns of an import, guarded against formulas, for who may see the rows', async () => {
    const csv = await bodyOf(it.get('/export.csv'))
    const rows = rowsOf(csv)
    expect(rows).toHaveLength(5)
    expect(rows.find(({ title }) => title === 'Serov Instructions')).toMatchObject({
      date: '[1941-02-03..1941-06-07]',
      dateAsWritten: 'between 3 Feb and 7 June 1941',
      collection: 'K-1/58',
      shelfmark: '58/7',
      holder: 'An archive',
      number: '12',
      identifiers: 'shelfmark:58/8; register:A\\;1',
      subjects: 'deportation; a\\;b',
      note: 'Torn.',
    })
    expect(rows.find(({ shelfmark }) => shelfmark === "'@3")).toMatchObject({
      title: "'=1+1",
      creator: "'+2",
      subjects: "'-4",
      date: '',
      dateAsWritten: '06/07/1941',
    })
    expect(rows.find(({ title }) => title === 'Old Style')).toMatchObject({
      date: '1917-10-25',
      calendar: 'julian',
    })
    expect(
      rowsOf(await bodyOf(it.get('/export.csv', nobody)))
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Serov Instructions', 'Šiauliai — Шяуляй'])
    const { headers } = await it.head('/export.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="?fonds-\d{4}-\d\d-\d\d\.csv"?$/)
  })

  test('is the same once an empty archive has imported it', async () => {
    const csv = await bodyOf(it.get('/export.csv'))
    expect((await importInto(other, csv)).counts.added).toBe(5)
    expect(comparable(rowsOf(await bodyOf(other.get('/export.csv'))))).toEqual(comparable(rowsOf(csv)))
    expect((await importInto(other, csv)).counts).toMatchObject({ added: 0, known: 5 })
  })

  test('is the same as JSON Lines', async () => {
    const lines = await bodyOf(it.get('/export.jsonl'))
    const third = await aServedArchive()
    try {
      const { id: parent } = (await third.post('/collections').send(collection)).body
      await third.post('/collections').send({ level: 'file', title: 'File', referenceCode: '58', parent })
      await importInto(third, lines)
      const read = (text: string) =>
        comparable(
          text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Row),
        )
      expect(read(await bodyOf(third.get('/export.jsonl')))).toEqual(read(lines))
      expect(read(lines).find(({ title }) => title === '=1+1')).toMatchObject({ subjects: ['-4'] })
    } finally {
      await third.close()
    }
  })
})
