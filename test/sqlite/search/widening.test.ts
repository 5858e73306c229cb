import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchRequest } from '../../../src/ports/search-index.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

async function search(opened: ReturnType<typeof openSqlite>, q: string, part: Partial<SearchRequest> = {}) {
  const asked = {
    filter: {},
    in: ['text'],
    match: 'all',
    sort: 'relevance',
    limit: 20,
    cursor: null,
  } as const
  const request = { ...asked, transliterate: true, query: parseQuery(q), ...part }
  const { hits, ...rest } = await opened.search.find(request, keeper)
  return { titles: hits.map(({ document }) => document.title), hits, ...rest }
}

const aText = (opened: ReturnType<typeof openSqlite>, title: string, text: string, language = 'en') =>
  aReadDocument(opened, [text], { description: { title, language } })

describe('a word with ~', () => {
  test('finds what recognisers made of it, after the pages that have the word itself', async () => {
    const opened = openSqlite()
    await aText(opened, 'misread', 'deportatlon deportatlon deportatlon')
    await aText(opened, 'twice misread', 'deportotlon')
    await aText(opened, 'right', `The deportation of ${'many other people '.repeat(40)}`)
    expect((await search(opened, 'deportation~')).titles).toEqual(['right', 'misread'])
    expect((await search(opened, 'deportation~2')).titles).toEqual(['right', 'misread', 'twice misread'])
    const { hits } = await search(opened, 'deportation~')
    expect(hits[1]?.pages[0]?.snippet).toBe(Array(3).fill('<mark>deportatlon</mark>').join(' '))
  })

  test('finds words of pages that came after it was first asked for', async () => {
    const opened = openSqlite()
    await aText(opened, 'first', 'wagon')
    expect((await search(opened, 'wagon~')).titles).toEqual(['first'])
    await aText(opened, 'second', 'wagen')
    expect((await search(opened, 'wagon~')).titles).toEqual(['first', 'second'])
  })
})

describe('a name', () => {
  test('is found in the other script, also inflected there, unless it is to stand as written', async () => {
    const opened = openSqlite()
    await aText(
      opened,
      'russian',
      'По приказу товарища Серова всё было сделано в городе Шяуляй за одну ночь',
      'ru',
    )
    await aText(opened, 'english', 'By order of comrade Serov everything was done in one night')
    expect((await search(opened, 'Serov')).titles.toSorted()).toEqual(['english', 'russian'])
    expect((await search(opened, 'Серов')).titles.toSorted()).toEqual(['english', 'russian'])
    expect((await search(opened, 'Šiauliai')).titles).toEqual(['russian'])
    expect((await search(opened, 'Šiauliai')).hits[0]?.pages[0]?.snippet).toContain('<mark>Шяуляй</mark>')
    await aText(opened, 'stamp', 'СЕРОВ', 'mn')
    expect((await search(opened, 'Serov')).titles).toContain('stamp')
    expect((await search(opened, '=Serov')).titles).toEqual(['english'])
    expect((await search(opened, '"Serov"')).titles).toEqual(['english'])
    expect((await search(opened, 'Serov', { transliterate: false })).titles).toEqual(['english'])
  })
})

describe('a word', () => {
  test('finds forms of it that came after it was first asked for, in texts of any language', async () => {
    const opened = openSqlite()
    await aText(opened, 'first', 'a wagon')
    const titles = async (q: string) => (await search(opened, q)).titles.toSorted()
    expect([await titles('wagon'), await titles('Šiauliai')]).toEqual([['first'], []])
    await aText(opened, 'second', 'the wagons')
    await aText(opened, 'third', 'в Шяуляе', 'ru')
    await aText(opened, 'fourth', 'Wagonen und Wagons', 'de')
    expect([await titles('wagon'), await titles('Šiauliai')]).toEqual([
      ['first', 'fourth', 'second'],
      ['third'],
    ])
  })
})

describe('a query of bare words that few documents fulfil', () => {
  test('goes on with documents that hold them together, then with those that lack some, and says which', async () => {
    const opened = openSqlite()
    await aText(opened, 'full', 'families at night by train')
    await aReadDocument(opened, ['families', 'night', 'train'], { description: { title: 'together' } })
    await aText(opened, 'two of three', 'night train')
    await aText(opened, 'one of three', 'train')
    const relaxed = await search(opened, 'families night train', { match: 'auto' })
    expect(relaxed.titles).toEqual(['full', 'together', 'two of three'])
    expect(relaxed.hits.map(({ missing }) => missing)).toEqual([[], [], ['families']])
    expect(relaxed.total).toEqual({ documents: 1, pages: 1, exact: true })
    expect(relaxed.partial).toEqual({ documents: 2 })
    expect((await search(opened, 'families night train')).titles).toEqual(['full'])
    expect((await search(opened, '"families" night train', { match: 'auto' })).titles).toEqual(['full'])
  })

  test('is relaxed to its last page, or not at all', async () => {
    const opened = openSqlite()
    for (let n = 0; n < 9; n++) await aText(opened, `full ${n}`, 'night train')
    await aText(opened, 'partial', 'night')
    const first = await search(opened, 'night train', { match: 'auto', limit: 5 })
    for (let n = 0; n < 9; n++) await aText(opened, `later ${n}`, 'night train')
    const second = await search(opened, 'night train', { match: 'auto', limit: 50, cursor: first.next })
    expect(second.titles).toEqual(['full 5', 'full 6', 'full 7', 'full 8', 'partial'])
  })
})

describe('facets', () => {
  test('count what any value of their own filter would find', async () => {
    const opened = openSqlite()
    const add = (type: string, date: string | null, language: string) =>
      aReadDocument(opened, ['night'], {
        description: { title: type, type, language, ...(date && { date }) },
      })
    await add('order', '1941', 'ru')
    await add('letter', '1940/1941', 'ru')
    await add('report', '1954', 'en')
    await add('note', null, 'en')
    await add('list', '1941/..', 'lt')
    const { facets, histogram, histogramBins, total } = await search(opened, 'night', {
      filter: { type: 'order', language: 'ru' },
    })
    expect(total.documents).toBe(1)
    expect(facets.type.map(({ value }) => value).toSorted()).toEqual(['letter', 'order'])
    expect(facets.language).toEqual([{ value: 'ru', count: 1 }])
    expect(histogram).toEqual([{ year: 1941, count: 1 }])
    const all = await search(opened, 'night')
    expect(all.histogram).toEqual([
      { year: 1940, count: 1 },
      { year: 1941, count: 2 },
      { year: 1954, count: 1 },
    ])
    expect(all.histogramBins).toEqual({ undated: 1, openStart: 0, openEnd: 1, vague: 0 })
    expect(histogramBins).toEqual({ undated: 0, openStart: 0, openEnd: 0, vague: 0 })
  })
})

describe('a field', () => {
  test('can stand beside OR, in parentheses and in exclusions', async () => {
    const opened = openSqlite()
    const add = (title: string, type: string, text: string) =>
      aReadDocument(opened, [text], { description: { title, type } })
    await add('first', 'order', 'wagons')
    await add('second', 'letter', 'wagons and families')
    await add('third', 'report', 'nothing')
    const titles = async (q: string) =>
      (await search(opened, q, { in: ['text', 'description'] })).titles.toSorted()
    expect(await titles('type:order OR families')).toEqual(['first', 'second'])
    expect(await titles('wagons -type:order')).toEqual(['second'])
    expect(await titles('(wagons families) OR title:third')).toEqual(['second', 'third'])
    expect(await titles('type:(order OR letter) -families')).toEqual(['first'])
    expect(await titles('-wagons type:(order OR report)')).toEqual(['third'])
  })
})

describe('an empty archive', () => {
  test('finds nothing, and then what comes', async () => {
    const opened = openSqlite()
    const look = async () => [
      (await search(opened, 'wagons')).titles,
      (await search(opened, 'wagon~')).titles,
      (await search(opened, 'wag*')).titles,
      (await search(opened, '"the wagons"')).titles,
    ]
    expect(await look()).toEqual([[], [], [], []])
    await aText(opened, 'first', 'the wagons and a wagen')
    expect(await look()).toEqual([['first'], ['first'], ['first'], ['first']])
  })
})

describe('words near each other', () => {
  const forms = {
    приказ: 'приказ приказа приказу приказом приказе приказы приказов приказам приказами приказах',
    семья: 'семья семьи семье семью семьёй семей семьям семьями семьях',
    выселение: 'выселение выселения выселению выселением выселении',
  }
  const last = (word: keyof typeof forms) => forms[word].split(' ').at(-1) ?? ''

  test('are found in whichever of their many forms they stand', async () => {
    const opened = openSqlite()
    await aText(opened, 'forms', Object.values(forms).join(' . '), 'ru')
    await aText(
      opened,
      'far',
      `${last('приказ')} ${'и тогда '.repeat(8)} ${last('семья')} ${last('выселение')}`,
      'ru',
    )
    await aText(opened, 'near', `О ${last('приказ')} и ${last('семья')} при ${last('выселение')} тогда`, 'ru')
    const { titles, hits, total } = await search(opened, 'приказ NEAR/5 семья NEAR/5 выселение')
    expect(titles).toEqual(['near'])
    expect(total).toEqual({ documents: 1, pages: 1, exact: true })
    expect(hits[0]?.pages[0]?.snippet.match(/<mark>/g)).toHaveLength(3)
    const excluded = await search(opened, 'приказ -(приказ NEAR/5 семья NEAR/5 выселение)')
    expect(excluded.titles.toSorted()).toEqual(['far', 'forms'])
  })
})

test('a word that too many are like is told of as not counted exactly', async () => {
  const opened = openSqlite()
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const alike = letters.flatMap((one) => letters.map((other) => `q${one}${other}7`))
  await aText(opened, 'many', alike.join(' '))
  expect((await search(opened, 'qaa7~')).total.exact).toBe(true)
  expect((await search(opened, 'qaa7~2')).total.exact).toBe(false)
})
