import { beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'
import { said } from './said.ts'

const office = "Deputy People's Commissar for State Security"
const nkgbExisted = ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15']

let served: Served
let papers: Awaited<ReturnType<typeof theSerovCase>>

const { post, patch, datingOf } = said(() => served)

const dateOf = async (document: string) => (await served.get(`/documents/${document}`)).body.date

const isFound = async (document: string, from: string, to: string) =>
  (await served.get(`/documents?dateFrom=${from}&dateTo=${to}&limit=100`)).body.items.some(
    ({ id }: { id: string }) => id === document,
  )

async function theSerovCase() {
  const nkgb = await post('/agents', { kind: 'corporateBody', names: ['NKGB'], existence: nkgbExisted })
  const serov = await post('/agents', {
    kind: 'person',
    names: ['Ivan Serov'],
    existence: ['1905-08-13/1990-07-01'],
    offices: [{ title: office }],
  })
  const deportation = await post('/happenings', {
    names: ['the June deportation'],
    date: '1941-06-13/1941-06-14',
  })
  const source = await post('/sources', {
    type: 'article-journal',
    title: 'On the dates of the Instructions',
  })
  const document = await post('/documents', { title: 'Instructions' })
  const say = (body: object) => post(`/documents/${document.id}/claims`, body)
  const sources = [{ source: source.id }]
  await say({ property: 'issuer', value: { agent: nkgb.id }, sources })
  await say({ property: 'signatory', value: { agent: serov.id, capacity: office } })
  await say({ property: 'prepares', value: { happening: deportation.id } })
  const witness = await post(`/documents/${document.id}/witnesses`, {
    label: 'Šiauliai',
    transmission: 'carbon',
    marks: [
      {
        kind: 'receipt',
        asRead: 'XXXX-06-07',
        date: '1941-06-07',
        inferred: ['year'],
        because: 'the NKGB existed on a 7 June before the deportation in 1941 only',
        sources,
      },
    ],
  })
  const dated = { property: 'date', rank: 'deprecated', sources }
  const of1939 = await say({ ...dated, value: { edtf: '1939-10-11', event: 'signed' } })
  const ofJanuary = await say({ ...dated, value: { edtf: '1941-01-21', event: 'signed' } })
  return { document: document.id, nkgb, serov, deportation, source, witness, of1939, ofJanuary }
}

beforeAll(async () => {
  served = await aServedArchive()
  papers = await theSerovCase()
})

describe('the Serov Instructions', () => {
  const window = { earliest: '1941-02-03', latest: '1941-06-07' }

  test('are dated by what is said of them, with every step', async () => {
    const { document, source, nkgb, of1939, ofJanuary } = papers
    const reply = await served.get(`/documents/${document}/dating`)
    expect(reply.body).toMatchObject({
      status: 'inferred',
      edtf: '[1941-02-03..1941-06-07]',
      windows: [window],
      withoutInferences: [{ earliest: '1941-02-03', latest: '1941-06-13' }],
      conflict: null,
      says: 'some day between 3 February and 7 June 1941',
      pending: false,
    })
    expect(reply.body.steps.map(({ n, says }: { n: number; says: string }) => `${n} ${says}`)).toEqual([
      '1 Issued by the NKGB, which existed 3 February – 20 July 1941 and 14 April 1943 – 15 March 1946.',
      '2 Signed by Ivan Serov, who lived 13 August 1905 – 1 July 1990.',
      '3 A carbon copy (Šiauliai) bears a receipt stamp of 7 June 1941 (read XXXX-06-07; the year is inferred: the NKGB existed on a 7 June before the deportation in 1941 only).',
      '4 Prepares the June deportation, which began on 13 June 1941.',
    ])
    const [issued, , stamp] = reply.body.steps
    const existence = (await served.get(`/agents/${nkgb.id}/claims?property=existence`)).body.items
    expect(issued.claims).toEqual(expect.arrayContaining(existence.map(({ id }: { id: string }) => id)))
    expect(issued.sources).toEqual([source.id])
    expect(issued.bound.windows).toEqual([
      { earliest: '1941-02-03', latest: '1941-07-20' },
      { earliest: '1943-04-14', latest: '1946-03-15' },
    ])
    expect(stamp).toMatchObject({ marks: [expect.any(String)], inferred: ['year'], sources: [source.id] })
    expect(reply.body.claims).toMatchObject([
      { claim: of1939.id, edtf: '1939-10-11', dated: '11 October 1939', verdict: 'refuted', days: -481 },
      { claim: ofJanuary.id, edtf: '1941-01-21', verdict: 'refuted', days: -13 },
    ])
    expect(reply.body.claims[0].because[0]).toMatchObject({ step: 1, days: -481 })
    expect(reply.body.claims[0].windows).toEqual([{ earliest: '1939-10-11', latest: '1939-10-11' }])
    const again = await served
      .get(`/documents/${document}/dating`)
      .set('If-None-Match', reply.headers.etag ?? '')
    expect(again.status).toBe(304)
    expect((await served.head(`/documents/${document}/dating`)).headers.etag).toBe(reply.headers.etag)
  })

  test('show that in their description, and are found by it', async () => {
    const { document } = papers
    expect(await dateOf(document)).toEqual({
      edtf: '[1941-02-03..1941-06-07]',
      ...window,
      status: 'inferred',
    })
    expect(await isFound(document, '1941-05-01', '1941-05-31')).toBe(true)
    expect(await isFound(document, '1939-10-11', '1939-10-11')).toBe(false)
  })

  test('have a wider window where the NKGB existed from January, and the old one when that is taken back', async () => {
    const { document, nkgb } = papers
    await patch(`/agents/${nkgb.id}`, { existence: ['1941-01-01/1941-07-20', nkgbExisted[1]] })
    const wide = await datingOf(document)
    expect(wide.windows).toEqual([{ earliest: '1941-01-01', latest: '1941-06-07' }])
    expect(wide.claims).toMatchObject([
      { verdict: 'refuted', days: -448 },
      { verdict: 'agrees', days: 0 },
    ])
    expect(await dateOf(document)).toMatchObject({ earliest: '1941-01-01', latest: '1941-06-07' })
    expect(await isFound(document, '1941-01-21', '1941-01-21')).toBe(true)
    await patch(`/agents/${nkgb.id}`, { existence: nkgbExisted })
    expect((await datingOf(document)).claims).toMatchObject([
      { days: -481 },
      { verdict: 'refuted', days: -13 },
    ])
    expect(await dateOf(document)).toMatchObject(window)
    expect(await isFound(document, '1941-01-21', '1941-01-21')).toBe(false)
  })

  test('have a narrower one when it becomes known since when Serov was in office', async () => {
    const { document, serov } = papers
    await patch(`/agents/${serov.id}`, { offices: [{ title: office, period: '1941-02-25/..' }] })
    expect((await datingOf(document)).windows).toEqual([{ earliest: '1941-02-25', latest: '1941-06-07' }])
    expect(await dateOf(document)).toMatchObject({ earliest: '1941-02-25' })
    expect(await isFound(document, '1941-02-05', '1941-02-20')).toBe(false)
    await patch(`/agents/${serov.id}`, { offices: [{ title: office }] })
    expect(await dateOf(document)).toMatchObject(window)
    expect(await isFound(document, '1941-02-05', '1941-02-20')).toBe(true)
  })

  test('follow the happening, and the stamp', async () => {
    const { document, deportation, witness } = papers
    await patch(`/happenings/${deportation.id}`, { date: '1941-05-22/1941-05-23' })
    expect(await dateOf(document)).toMatchObject({ latest: '1941-05-22' })
    await patch(`/happenings/${deportation.id}`, { date: '1941-06-13/1941-06-14' })
    const [mark] = (await served.get(`/witnesses/${witness.id}`)).body.marks
    await patch(`/marks/${mark.id}`, { kind: 'other' })
    expect(await dateOf(document)).toMatchObject({ latest: '1941-06-13' })
    await patch(`/marks/${mark.id}`, { kind: 'receipt' })
    expect(await dateOf(document)).toMatchObject(window)
  })

  test('have the date that an archivist settles on, marked where the evidence refutes it', async () => {
    const { document } = papers
    await patch(`/documents/${document}`, { date: '1941-06-04' })
    expect(await dateOf(document)).toMatchObject({ edtf: '1941-06-04', status: 'stated' })
    await patch(`/documents/${document}`, { date: '1939-10-11' })
    expect(await dateOf(document)).toMatchObject({
      earliest: '1939-10-11',
      latest: '1939-10-11',
      status: 'conflicting',
    })
    await patch(`/documents/${document}`, { date: null })
    expect(await dateOf(document)).toMatchObject({ ...window, status: 'inferred' })
  })
})

describe('documents that bound each other', () => {
  const dated = (description: object) => post('/documents', { title: 'A letter', ...description })
  const say = (document: string, property: string, value: object, more: object = {}) =>
    post(`/documents/${document}/claims`, { property, value, ...more })

  test('are redated by the date with which another was uploaded, changed or taken away', async () => {
    const letter = await dated({ date: '1920-05-01' })
    const [answer, further] = [await dated({}), await dated({})]
    await say(answer.id, 'answers', { document: letter.id })
    await say(further.id, 'mentions', { document: answer.id })
    const since = async () => [(await dateOf(answer.id)).earliest, (await dateOf(further.id)).earliest]
    expect(await since()).toEqual(['1920-05-01', '1920-05-01'])
    expect((await datingOf(further.id)).status).toBe('inferred')
    await patch(`/documents/${letter.id}`, { date: '1921-06-02' })
    expect(await since()).toEqual(['1921-06-02', '1921-06-02'])
    await served.delete(`/documents/${letter.id}`)
    expect(await since()).toEqual([null, null])
    expect(await dateOf(further.id)).toMatchObject({ edtf: null, status: 'unknown' })
    await served.post(`/documents/${letter.id}/restore`)
    expect(await since()).toEqual(['1921-06-02', '1921-06-02'])
  })

  test('are no more when the claim that relates them is withdrawn', async () => {
    const [letter, answer] = [await dated({}), await dated({ date: '1930-01-02' })]
    const claim = await say(answer.id, 'answers', { document: letter.id })
    expect(await dateOf(letter.id)).toMatchObject({ latest: '1930-01-02', status: 'inferred' })
    await post(`/claims/${claim.id}/revisions`, { rank: 'deprecated' })
    expect(await dateOf(letter.id)).toMatchObject({ latest: null, status: 'unknown' })
  })

  test('by way of a source that is a document', async () => {
    const [volume, paper] = [await dated({ date: '1950-03' }), await dated({})]
    const source = await post('/sources', { document: volume.id })
    await say(paper.id, 'printed-in', { source: source.id })
    expect(await dateOf(paper.id)).toMatchObject({ latest: '1950-03-31' })
    const work = await post('/sources', {
      type: 'book',
      title: 'A volume',
      issued: { 'date-parts': [[1948, 5]] },
    })
    await say(paper.id, 'printed-in', { source: work.id })
    expect(await dateOf(paper.id)).toMatchObject({ latest: '1948-05-31' })
  })

  test('where one is hidden from some who see the other, it neither bounds that nor is cited by it', async () => {
    const hidden = await dated({ title: 'A secret', date: '1940-01-01', visibility: 'restricted' })
    const [paper, later] = [await dated({ date: '1939', visibility: 'public' }), await dated({})]
    await say(later.id, 'answers', { document: hidden.id })
    await say(hidden.id, 'mentions', { document: paper.id })
    const source = await post('/sources', { document: hidden.id })
    await say(later.id, 'terminus', { edtf: '1900/..', kind: 'paper' }, { sources: [{ source: source.id }] })
    for (const as of [keeper, nobody]) {
      const { body } = await served.get(`/documents/${later.id}/dating`, as)
      expect(body).toMatchObject({
        status: 'unknown',
        windows: [{ earliest: null, latest: null }],
        steps: [],
      })
      expect(JSON.stringify(body)).not.toContain(hidden.id)
      expect(JSON.stringify(body)).not.toContain(source.id)
    }
    expect(JSON.stringify((await datingOf(paper.id)).steps)).not.toContain('A secret')
    problem(await served.get(`/documents/${hidden.id}/dating`, nobody), 404, 'not-found')
    // What everybody sees bounds the hidden one, and what is as hidden, too.
    const other = await dated({ visibility: 'restricted' })
    await say(other.id, 'answers', { document: hidden.id })
    expect(await dateOf(other.id)).toMatchObject({ earliest: '1940-01-01' })
    const reply = await dated({ visibility: 'restricted' })
    await say(reply.id, 'answers', { document: paper.id })
    expect((await datingOf(reply.id)).steps).toMatchObject([
      { bound: { windows: [{ earliest: '1939-01-01' }] } },
    ])
    await patch(`/documents/${hidden.id}`, { visibility: 'public' })
    expect(await dateOf(later.id)).toMatchObject({ earliest: '1940-01-01', status: 'inferred' })
    await patch(`/documents/${hidden.id}`, { visibility: 'restricted' })
    expect(await dateOf(later.id)).toMatchObject({ earliest: null })
  })

  test('in a ring are a named conflict, and what has a date keeps it', async () => {
    const [one, two, three] = [
      await dated({ title: 'First' }),
      await dated({}),
      await dated({ date: '1900' }),
    ]
    await say(one.id, 'answers', { document: two.id })
    await say(two.id, 'answers', { document: three.id })
    expect(await dateOf(one.id)).toMatchObject({ earliest: '1900-01-01' })
    const closing = await say(three.id, 'answers', { document: one.id })
    const { status, windows, conflict } = await datingOf(one.id)
    expect({ status, windows }).toEqual({ status: 'conflicting', windows: [] })
    expect(conflict).toMatchObject({ kind: 'cycle', says: expect.stringContaining('First') })
    expect(conflict.claims).toContain(closing.id)
    expect(await dateOf(two.id)).toEqual({ edtf: null, earliest: null, latest: null, status: 'conflicting' })
    expect(await dateOf(three.id)).toMatchObject({ edtf: '1900' })
    await post(`/claims/${closing.id}/revisions`, { rank: 'deprecated' })
    expect(await dateOf(two.id)).toMatchObject({ earliest: '1900-01-01', status: 'inferred' })
  })

  test('of an agent that was merged goes by the one that stands in its place', async () => {
    const [short, whole] = [
      await post('/agents', { kind: 'corporateBody', names: ['The Board'] }),
      await post('/agents', {
        kind: 'corporateBody',
        names: ['The Board of Trade'],
        existence: ['1786/1970'],
      }),
    ]
    const paper = await dated({})
    await say(paper.id, 'issuer', { agent: short.id })
    expect(await dateOf(paper.id)).toMatchObject({ status: 'unknown' })
    expect((await served.post(`/agents/${short.id}/merge`).send({ into: whole.id })).status).toBe(200)
    expect(await dateOf(paper.id)).toMatchObject({ earliest: '1786-01-01', latest: '1970-12-31' })
  })
})

describe('impossible dates', () => {
  test('are refused, and named where they cannot hold together', async () => {
    const paper = await post('/documents', { title: 'A paper' })
    const say = (value: object) =>
      served.post(`/documents/${paper.id}/claims`).send({ property: 'date', value })
    problem(await say({ edtf: '1941-02-30' }), 400, 'invalid-input')
    problem(await say({ edtf: '1941-06-07/1941-02-03' }), 400, 'invalid-input')
    const ended = { kind: 'corporateBody', names: ['A body'], existence: ['1946/1941'] }
    problem(await served.post('/agents').send(ended), 400, 'invalid-input')
    expect(await datingOf(paper.id)).toMatchObject({ status: 'unknown', claims: [], steps: [] })
    const [early, late] = await Promise.all(
      ['1900/1910', '1920/1930'].map((existed) =>
        post('/agents', { kind: 'person', names: [`Lived ${existed}`], existence: [existed] }),
      ),
    )
    for (const agent of [early, late])
      await post(`/documents/${paper.id}/claims`, { property: 'signatory', value: { agent: agent?.id } })
    const { status, windows, conflict } = await datingOf(paper.id)
    expect({ status, windows }).toEqual({ status: 'conflicting', windows: [] })
    expect(conflict).toMatchObject({
      kind: 'evidence',
      steps: [1, 2],
      says: expect.stringContaining('Lived 1900'),
    })
    expect(await dateOf(paper.id)).toEqual({
      edtf: null,
      earliest: null,
      latest: null,
      status: 'conflicting',
    })
  })

  test('of no document there is no dating, and of a deleted one no more', async () => {
    problem(await served.get('/documents/d-none/dating'), 404, 'not-found')
    const paper = await post('/documents', { title: 'A paper' })
    await served.delete(`/documents/${paper.id}`)
    problem(await served.get(`/documents/${paper.id}/dating`), 410, 'gone')
    problem(await served.get(`/documents/${paper.id}/dating`, nobody), 410, 'gone')
  })
})
