import { beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, problem, type Served } from './client.ts'
import { said } from './said.ts'

let served: Served

beforeAll(async () => {
  served = await aServedArchive()
})

const { post, patch, datingOf } = said(() => served)

describe('a dating as it could be told at a time', () => {
  const moment = async (): Promise<string> => {
    // Later than what was done before, and earlier than what is done after.
    await new Promise((resolve) => setTimeout(resolve, 3))
    const at = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 3))
    return at
  }
  const asOf = async (document: string, at: string) => {
    const [dating, description] = await Promise.all([
      served.get(`/documents/${document}/dating`).query({ asOf: at }),
      served.get(`/documents/${document}`).query({ asOf: at }),
    ])
    expect([dating.status, description.status], dating.text).toEqual([200, 200])
    const { earliest, latest } = description.body.date
    expect([{ earliest, latest }]).toEqual(dating.body.windows)
    return `${earliest}/${latest}`
  }

  test('knows the claims, periods, marks, works and merges of then', async () => {
    const before = await moment()
    const body = await post('/agents', {
      kind: 'corporateBody',
      names: ['A board'],
      existence: ['1900/1950'],
    })
    const twin = await post('/agents', {
      kind: 'corporateBody',
      names: ['The board'],
      existence: ['1920/1930'],
    })
    const book = await post('/sources', { type: 'book', title: 'A book', issued: { 'date-parts': [[1945]] } })
    const paper = await post('/documents', { title: 'A paper of the board' })
    const issuer = await post(`/documents/${paper.id}/claims`, {
      property: 'issuer',
      value: { agent: body.id },
    })
    const times: [string, string][] = []
    const then = async (windows: string) => times.push([await moment(), windows])
    await then('1900-01-01/1950-12-31')
    await post(`/documents/${paper.id}/claims`, { property: 'printed-in', value: { source: book.id } })
    await then('1900-01-01/1945-12-31')
    const corrected = { type: 'book', title: 'A book', issued: { 'date-parts': [[1944]] } }
    expect((await served.patch(`/sources/${book.id}`).send(corrected)).status).toBe(200)
    await then('1900-01-01/1944-12-31')
    const witness = await post(`/documents/${paper.id}/witnesses`, { label: 'Copy' })
    const mark = await post(`/witnesses/${witness.id}/marks`, { kind: 'receipt', date: '1940-06-07' })
    await then('1900-01-01/1940-06-07')
    await patch(`/marks/${mark.id}`, { date: '1939-06-07' })
    await then('1900-01-01/1939-06-07')
    expect((await served.delete(`/marks/${mark.id}`)).status).toBe(204)
    await then('1900-01-01/1944-12-31')
    await patch(`/agents/${body.id}`, { existence: ['1910/1950'] })
    await then('1910-01-01/1944-12-31')
    expect((await served.post(`/agents/${body.id}/merge`).send({ into: twin.id })).status).toBe(200)
    await then('1910-01-01/1944-12-31')
    expect((await served.post(`/agents/${body.id}/unmerge`)).status).toBe(200)
    await post(`/claims/${issuer.id}/revisions`, { rank: 'deprecated' })
    expect((await datingOf(paper.id)).windows).toEqual([{ earliest: null, latest: '1944-12-31' }])
    for (const [at, windows] of times) expect(await asOf(paper.id, at), at).toBe(windows)
    problem(await served.get(`/documents/${paper.id}/dating`).query({ asOf: before }), 404, 'not-found')
    problem(await served.get(`/documents/${paper.id}/dating?asOf=then`), 400, 'invalid-input')
  })

  test('follows from the other documents as they were described then', async () => {
    const letter = await post('/documents', { title: 'A letter', date: '1900' })
    const answer = await post('/documents', { title: 'An answer' })
    await post(`/documents/${answer.id}/claims`, { property: 'answers', value: { document: letter.id } })
    const then = await moment()
    await patch(`/documents/${letter.id}`, { date: '1910' })
    expect(await asOf(answer.id, then)).toBe('1900-01-01/null')
    expect((await datingOf(answer.id)).windows).toEqual([{ earliest: '1910-01-01', latest: null }])
  })

  test('and the notes of a heading that named another document', async () => {
    const order = await post('/documents', { title: 'The order' })
    const paper = await post('/documents', { title: 'The paper' })
    const heading = { text: 'Order 7', status: 'misleading', names: order.id }
    const witness = await post(`/documents/${paper.id}/witnesses`, { headingAsPrinted: heading })
    const then = await moment()
    await patch(`/witnesses/${witness.id}`, { headingAsPrinted: null })
    const notesOf = async (id: string, query: object) =>
      (await served.get(`/documents/${id}`).query(query)).body.notes.map(({ see }: { see: string }) => see)
    expect(await notesOf(paper.id, {})).toEqual([])
    expect(await notesOf(paper.id, { asOf: then })).toEqual([order.id])
    expect(await notesOf(order.id, { asOf: then })).toEqual([paper.id])
  })
  test('and the witnesses with their marks, and what it was confused with', async () => {
    const other = await post('/documents', { title: 'Another', date: '1939' })
    const paper = await post('/documents', { title: 'The paper', date: '1941' })
    const confused = await post(`/documents/${other.id}/claims`, {
      property: 'confused-with',
      value: { document: paper.id },
    })
    const copy = await post(`/documents/${paper.id}/witnesses`, {
      label: 'A copy',
      marks: [{ kind: 'receipt' }],
    })
    const [mark] = (await served.get(`/witnesses/${copy.id}`)).body.marks
    const gone = await post(`/witnesses/${copy.id}/marks`, { kind: 'secrecy', reading: 'Secret' })
    const then = await moment()
    await patch(`/witnesses/${copy.id}`, { label: 'The Šiauliai copy' })
    await patch(`/marks/${mark.id}`, { kind: 'receipt', reading: 'received on June 7' })
    await served.delete(`/marks/${gone.id}`)
    await post(`/documents/${paper.id}/witnesses`, { label: 'A later copy' })
    await patch(`/documents/${paper.id}`, { date: '1940' })
    await post(`/claims/${confused.id}/revisions`, { rank: 'deprecated', reasons: ['unsupported'] })

    const told = async (query: object) => {
      const { items } = (await served.get(`/documents/${paper.id}/witnesses`).query(query)).body
      return items.map(({ label, marks }: { label: string; marks: { reading: string | null }[] }) => [
        label,
        marks.map(({ reading }) => reading),
      ])
    }
    expect((await told({})).slice(-2)).toEqual([
      ['The Šiauliai copy', ['received on June 7']],
      ['A later copy', []],
    ])
    expect((await told({ asOf: then })).at(-1)).toEqual(['A copy', [null, 'Secret']])
    const confusions = async (query: object) =>
      (await served.get(`/documents/${paper.id}/confusions`).query(query)).body.items
    expect(await confusions({})).toEqual([])
    const [{ document, table }] = await confusions({ asOf: then })
    expect(document.id).toBe(other.id)
    expect(table[0]).toMatchObject({ row: 'date', this: { values: [{ text: '1941' }] } })
    for (const of of ['witnesses', 'confusions']) {
      problem(await served.get(`/documents/${paper.id}/${of}?asOf=then`), 400, 'invalid-input')
      const before = await served.get(`/documents/${paper.id}/${of}?asOf=1999-01-01T00:00:00Z`)
      problem(before, 404, 'not-found')
    }
  })
})
