import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { aServedArchive, nobody, type Served } from './client.ts'

const docs = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8')
const [, table = ''] = /\n\| write \| and find \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(docs) ?? []
const rows = table.split('\n').map((row) => row.split(' | '))
const codeIn = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
const examples = rows.flatMap(([write]) => codeIn(write))

/** What the text says is found: the query, and words that it leads to. */
const promised = [
  ...rows.map(([write, found]) => [codeIn(write)[0], /^also \*(.+?)\*/.exec(found ?? '')?.[1]]),
  ...[...docs.matchAll(/`([^`]+)` finds \*(.+?)\*/g)].map(([, query, words]) => [query, words]),
].flatMap(([query, words]) => (query && words ? words.split(', ').map((word) => ({ query, word })) : []))

/** Which of the papers each example finds. */
const finds: Record<string, string[]> = {
  'deportation order': ['Order'],
  trėmimas: ['Pranešimas'],
  '"forced settlements"': ['List', 'Serov'],
  'deportation OR выселение OR trėmimas': ['Order', 'Pranešimas', 'Сообщение'],
  'order -001223': ['Serov'],
  'order NOT 001223': ['Serov'],
  '(families OR relatives) night': ['List', 'Order', 'Serov'],
  'deport*': ['Order'],
  'deportaton~': ['Order'],
  'deportato~2': ['Order'],
  'families NEAR/5 night': ['Order'],
  '"quietly speedily"~3': ['Serov'],
  '=Šiauliai': ['Pranešimas'],
  '="forced Settlements"': ['List'],
  'title:Serov': ['Serov'],
  'by:Beria': ['Order'],
  'id:001223': ['Order'],
  'type:order': ['Order'],
  'lang:lt': ['Pranešimas'],
  'subject:deportation': ['Order'],
  'text:Serov': ['Order'],
  'note:stamp': ['Serov'],
  'to:Merkulov': ['Сообщение'],
  'place:Tallinn': ['Сообщение'],
  'mark:received': ['Сообщение'],
  'claim:banishment': ['Сообщение'],
  'date:1941': ['List', 'Order'],
  'date:1941-02..1941-06': ['List', 'Order'],
  'date:..1941': ['List', 'Order', 'Pranešimas'],
}

/** Of the pages with promised words, where a word is known by it. */
const languages: Record<string, string> = { trėmimas: 'lt', Serov: 'ru' }

describe('the examples of docs/search.md', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
    await it.add(['Order 001223: deportations begin; families leave by night, says Serov.'], {
      ...{ title: 'Order', creator: 'Lavrenti Beria', type: 'order', date: '1941-06-14', language: 'en' },
      ...{ identifiers: [{ scheme: 'number', value: '001223' }], subjects: ['deportation'] },
    })
    const { id } = await it.add(
      [
        'Forced settlements were ordered. Families were to be taken quietly and speedily, and in no case before the night.',
      ],
      { title: 'Serov', type: 'instruction', language: 'en' },
    )
    const noted = await it
      .post('/annotations/')
      .set('Content-Type', 'application/ld+json')
      .send({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        body: { type: 'TextualBody', value: 'The copy with the stamp.' },
        target: `http://localhost/api/v1/documents/${id}/pages/1`,
      })
    expect(noted.status, noted.text).toBe(201)
    await it.add(['The forced Settlements near SIAULIAI; relatives came at night.'], {
      ...{ title: 'List', date: '1941-02-03/1941-03', language: 'en' },
    })
    await it.add(['Apie trėmimo tvarką: Šiauliai.'], { title: 'Pranešimas', date: '1939', language: 'lt' })
    const report = await it.add(['О выселении семей.'], { title: 'Сообщение', language: 'ru' })
    for (const claim of [
      { property: 'addressee', value: { text: 'Merkulov' } },
      { property: 'place', value: { text: 'Tallinn' } },
      { property: 'title', value: { text: 'On banishment' }, rank: 'deprecated', reasons: ['conflation'] },
    ])
      expect((await it.post(`/documents/${report.id}/claims`).send(claim)).status).toBe(201)
    const [{ id: witness }] = report.witnesses
    const marked = await it.post(`/witnesses/${witness}/marks`).send({ kind: 'receipt', reading: 'Received' })
    expect(marked.status, marked.text).toBe(201)
  })
  afterAll(() => it.close())

  /** What lacks no word of the query. */
  const titles = async (q: string): Promise<string[]> => {
    const reply = await it.get('/search', nobody).query({ q, limit: 100 })
    expect(reply.status, reply.text).toBe(200)
    const hits: { document: { title: string }; missing: string[] }[] = reply.body.hits
    return hits
      .filter(({ missing }) => missing.length === 0)
      .map(({ document }) => document.title)
      .toSorted()
  }

  test('are all known here', () => expect(examples.toSorted()).toEqual(Object.keys(finds).toSorted()))

  test.each(examples)('%s finds what is said of it', async (q) => {
    expect(await titles(q)).toEqual(finds[q])
  })

  test.each(promised)('$query finds $word', async ({ query, word }) => {
    const { id } = await it.add([`${word}.`], { title: '·', language: languages[query] })
    expect(await titles(query)).toContain('·')
    await it.delete(`/documents/${id}`)
  })

  test('and their limits are those of the program', () => {
    const [, characters, terms, levels] =
      /At most ([\d,]+) characters, (\d+) terms, (\d+) levels/
        .exec(docs)
        ?.map((digits) => Number(digits.replace(',', ''))) ?? []
    const nested = (depth = 0) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    for (const more of [0, 1]) {
      const tooMuch = [
        'a'.repeat((characters ?? 0) + more),
        'a '.repeat((terms ?? 0) + more),
        nested((levels ?? 0) + more),
      ]
      for (const q of tooMuch)
        if (more === 0) expect(parseQuery(q).text).toBe(q)
        else expect(() => parseQuery(q), q).toThrow(/at most/)
    }
  })
})
