import { expect, test } from 'vitest'
import { dayOfCivil } from '../../../src/domain/date/day.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { DocumentFilter } from '../../../src/ports/documents.ts'
import { all, aReadDocument } from '../../contract/opened.ts'
import { keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

type Days = [string | null, string | null][]

const day = (iso: string | null) => {
  if (iso === null) return null
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  return dayOfCivil(year, month, date)
}
const json = (days: Days | null) => days && JSON.stringify(days.map((each) => each.map(day)))

async function anArchive() {
  const opened = openSqlite()
  const put = opened.db.prepare(`
    insert or replace into description
    select document, title, creator, type, language, collection, earliest_day, latest_day, view, :windows, :stated, :claimed
    from description where document = (select key from document where id = :id)`)
  return {
    ...opened,
    async dated(title: string, windows: Days, stated: Days | null, claimed: Days | null) {
      const { id } = await aReadDocument(opened, ['night'], { description: { title } })
      put.run({ id, windows: json(windows), stated: json(stated), claimed: json(claimed) })
    },
  }
}

const twice: Days = [
  ['1941-02-03', '1941-07-20'],
  ['1943-04-14', '1946-03-15'],
]

test('dates are looked for in each mode, and lists say the same', async () => {
  const it = await anArchive()
  await it.dated('a body that existed twice', twice, null, [['1939-10-11', '1939-10-11']])
  await it.dated(
    'stated',
    [['1942-05-01', '1942-05-31']],
    [['1942-05-01', '1942-05-31']],
    [['1942-05-01', '1942-05-31']],
  )
  await it.dated('before June', [[null, '1941-06-01']], null, null)
  await it.dated('unknown', [], null, null)
  await it.dated('any day', [[null, null]], null, null)
  const find = async (from: string | null, to: string | null, part: Partial<DocumentFilter> = {}) => {
    const filter = { dateFrom: day(from) ?? undefined, dateTo: day(to) ?? undefined, ...part }
    const request = { query: parseQuery('night'), in: ['text'], match: 'all', transliterate: true } as const
    const { hits } = await it.search.find(
      { ...request, filter, sort: 'added', limit: 100, cursor: null },
      keeper,
    )
    const listed = await it.documents.list(keeper, filter, all)
    const titles = hits.map(({ document }) => document.title)
    expect(listed.items.map(({ description }) => description.title)).toEqual(titles)
    return titles
  }
  expect(await find('1942-01-01', '1942-12-31')).toEqual(['stated'])
  expect(await find('1941-03-01', '1941-03-02')).toEqual(['before June', 'a body that existed twice'])
  expect(await find('1939-01-01', '1939-12-31')).toEqual(['before June'])
  expect(await find('1939-01-01', '1939-12-31', { dates: 'claimed' })).toEqual(['a body that existed twice'])
  expect(await find('1941-01-01', '1946-12-31', { dates: 'certain' })).toEqual([
    'stated',
    'a body that existed twice',
  ])
  expect(await find('1941-01-01', '1943-12-31', { dates: 'certain' })).toEqual(['stated'])
  expect(await find(null, '1941-12-31', { dates: 'certain' })).toEqual(['before June'])
  expect(await find('1941-01-01', '1946-12-31', { dates: 'stated' })).toEqual(['stated'])
  expect(await find('1942-01-01', '1942-12-31', { undated: true })).toEqual(['any day', 'unknown', 'stated'])
})

test('a date that is only claimed against the evidence is told as that', async () => {
  const it = await anArchive()
  await it.dated('twice', twice, null, [['1939-10-11', '1939-10-11']])
  const request = { query: parseQuery('night'), in: ['text'], match: 'all', transliterate: true } as const
  const filter = {
    dateFrom: day('1939-01-01') ?? 0,
    dateTo: day('1939-12-31') ?? 0,
    dates: 'claimed',
  } as const
  const { hits } = await it.search.find(
    { ...request, filter, sort: 'added', limit: 100, cursor: null },
    keeper,
  )
  expect(hits.map(({ notes }) => notes.map(({ kind }) => kind))).toEqual([['claimed-date']])
})

test('a histogram counts a document once in each year and decade that its windows touch', async () => {
  const it = await anArchive()
  await it.dated('twice', twice, null, null)
  await it.dated(
    'thrice in a year',
    [
      ['1941-01-01', '1941-02-01'],
      ['1941-05-01', '1942-06-01'],
    ],
    null,
    null,
  )
  await it.dated(
    'open',
    [
      ['1940-01-01', '1940-02-01'],
      ['1950-01-01', null],
    ],
    null,
    null,
  )
  await it.dated('any day', [[null, null]], null, null)
  const request = { query: parseQuery('night'), in: ['text'], match: 'all', transliterate: true } as const
  const found = await it.search.find(
    { ...request, filter: {}, sort: 'added', limit: 100, cursor: null },
    keeper,
  )
  expect(found.histogram).toEqual([
    { year: 1941, count: 2 },
    { year: 1942, count: 1 },
    { year: 1943, count: 1 },
    { year: 1944, count: 1 },
    { year: 1945, count: 1 },
    { year: 1946, count: 1 },
  ])
  expect(found.facets.decade).toEqual([{ value: '1940s', count: 2 }])
  expect(found.histogramBins).toEqual({ undated: 1, openStart: 0, openEnd: 1, vague: 0 })
})
