import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSamples } from '../../src/samples/load-samples.ts'
import { aServedArchive, keeper, nobody, type Served } from './client.ts'

let api: Served
beforeAll(async () => {
  api = await aServedArchive()
})
afterAll(() => api.close())

const post = async (path: string, body: object) => {
  const answer = await api.post(path).send(body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const confusions = async (id: string, as = keeper as Record<string, string>) =>
  (await api.get(`/documents/${id}/confusions`, as)).body.items
const differs = (table: { row: string; differs: boolean | null }[]) =>
  Object.fromEntries(table.map((row) => [row.row, row.differs]))

describe('the confusions of a document', () => {
  test('tell of either document, with the claims that say so', async () => {
    const one = await api.add(['To all heads of departments'], { title: 'One', date: '1941' })
    const other = await api.add(['In connection with'], { title: 'Other', date: '1939-10-11' })
    const source = await post('/sources', { type: 'book', title: 'A book' })
    const claim = await post(`/documents/${one.id}/claims`, {
      property: 'confused-with',
      value: { document: other.id },
      sources: [{ source: source.id, locator: 'p. 1' }],
    })
    const [mine] = await confusions(one.id)
    expect(mine.document).toMatchObject({ id: other.id, title: 'Other', date: { edtf: '1939-10-11' } })
    expect(mine.claims).toEqual([claim])
    expect(differs(mine.table)).toEqual({
      date: true,
      signatory: null,
      body: null,
      number: null,
      subject: null,
      openingWords: true,
      title: true,
    })
    const [theirs] = await confusions(other.id)
    expect(theirs.document.id).toBe(one.id)
    expect(theirs.table[0].this).toEqual(mine.table[0].other)
    await post(`/claims/${claim.id}/revisions`, { rank: 'deprecated', reasons: ['unsupported'] })
    expect(await confusions(one.id)).toEqual([])
    expect(await confusions(other.id)).toEqual([])
  })

  test('say dates in words, with all the claims that give them, and open with the first page that has words', async () => {
    const one = await api.add(['—', 'To all heads of departments'], { title: 'Of two dates' })
    const other = await api.add(['In connection with'], { title: 'Of one date', date: '1939-10-11' })
    const dates = await Promise.all(
      ['1941-02', '1941-05'].map((edtf) =>
        post(`/documents/${one.id}/claims`, { property: 'date', value: { edtf } }),
      ),
    )
    await post(`/documents/${one.id}/claims`, { property: 'confused-with', value: { document: other.id } })
    const [{ table }] = await confusions(one.id)
    const cell = (name: string) => table.find(({ row }: { row: string }) => row === name).this.values[0]
    expect(cell('date').says).toBe('some day in February 1941 or some day in May 1941')
    expect(cell('date').claims.toSorted()).toEqual(dates.map(({ id }) => id).toSorted())
    expect(cell('openingWords').text).toBe('To all heads of departments')
  })

  test('say nothing of documents, or claims, that who asks may not see', async () => {
    const open = await api.add([], { title: 'Open' })
    const hidden = await api.add([], { title: 'Hidden', visibility: 'restricted' })
    const gone = await api.add([], { title: 'Gone' })
    await post(`/documents/${open.id}/claims`, { property: 'different-from', value: { document: hidden.id } })
    await post(`/documents/${hidden.id}/claims`, { property: 'confused-with', value: { document: open.id } })
    await post(`/documents/${gone.id}/claims`, { property: 'confused-with', value: { document: open.id } })
    await api.delete(`/documents/${gone.id}`)
    const [all, ...others] = await confusions(open.id)
    expect(others).toEqual([])
    expect(all.claims).toHaveLength(2)
    const answer = await api.get(`/documents/${open.id}/confusions`, nobody)
    expect(answer.body).toEqual({ items: [], next: null })
    expect((await api.get(`/documents/${hidden.id}/confusions`, nobody)).status).toBe(404)
    expect((await api.get(`/documents/${gone.id}/confusions`)).status).toBe(410)
  })

  test('of the sample archive tell the two papers apart', async () => {
    await loadSamples(api.archive.deps)
    const { items } = (await api.get('/documents?limit=100')).body
    const paper = items.find(({ title }: { title: string }) => title === 'Serov Instructions')
    const [{ document, table, claims }] = await confusions(paper.id, nobody)
    expect(document.title).toBe('NKVD Order No. 001223')
    expect(claims[0].sources).toMatchObject([{ locator: 'p. 292', stance: 'reports' }])
    expect(differs(table)).toMatchObject({
      signatory: true,
      body: true,
      number: true,
      subject: true,
      openingWords: null,
      title: true,
    })
    const texts = (name: string) => {
      const row = table.find((each: { row: string }) => each.row === name)
      return [row.this, row.other].map(({ values }) => values[0].text)
    }
    expect(texts('signatory')).toEqual(['Ivan Serov', 'Lavrentiy Beria'])
    expect(texts('body')).toEqual(['NKGB', 'NKVD'])
    expect(texts('number')).toEqual(['none', '001223'])
  }, 60_000)
})
