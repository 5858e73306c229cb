import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { satisfies } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchNode } from '../../../src/domain/search/query.ts'
import { aReadDocument } from '../../contract/opened.ts'
import { queriesOf } from '../../domain/search/queries.ts'
import { anAnnotation, keeper } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

type Kind = 'page' | 'description' | 'annotation'
type Row = { kind: Kind; text: string; of: Doc }
type Doc = { title: string; type: string; rows: Row[] }

const aDoc = (title: string, type: string, pages: string[], note: string | null = null): Doc => {
  const doc: Doc = { title, type, rows: [] }
  const add = (kind: Kind, text: string) => doc.rows.push({ kind, text, of: doc })
  add('description', title)
  for (const text of pages) add('page', text)
  if (note !== null) add('annotation', note)
  return doc
}

const docs = [
  aDoc('t1 A1 b2', 'order', ['a1 x b2 C3', 'A1 B2 wxyz1', 'c3 c3 x x x x b2']),
  aDoc('t2', 'order', ['B2 a1', 'x A1 x b2 c3'], 'A1 b2'),
  aDoc('t3 c3', 'report', ['a1', 'b2 x x A1'], 'a1 C3'),
  aDoc('t4', 'report', ['C3 b2 wxyq1 a1', 'a1 b2'], 'Wxyz1 a1'),
  aDoc('t5 a1', 'report', [], 'b2'),
  aDoc('t6', 'note', ['x', 'B2', 'a1 x x x b2'], 'a1 x b2'),
  aDoc('t7 B2 C3', 'note', ['A1 c3']),
]

async function archive() {
  const opened = openSqlite()
  for (const { title, type, rows } of docs) {
    const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ text }) => text)
    const { id } = await aReadDocument(opened, of('page'), { description: { title, type } })
    for (const note of of('annotation')) await opened.write.annotations.add(anAnnotation(id, note))
  }
  return async (q: string) => {
    const asked = { filter: {}, in: ['text', 'description'], match: 'all', sort: 'added' } as const
    const rest = { transliterate: true, limit: 20, cursor: null, query: parseQuery(q) } as const
    const { hits, total } = await opened.search.find({ ...asked, ...rest }, keeper)
    expect(total.exact).toBe(true)
    return Object.fromEntries(hits.map(({ document, pageHits }) => [document.title, pageHits]))
  }
}

type Found = { rows: Set<Row>; docs: Set<Doc> }

/** What a query finds, read off the texts by what the language says. */
function byDefinition(node: SearchNode): Found {
  const all = docs.flatMap(({ rows }) => rows)
  switch (node.kind) {
    case 'or': {
      const parts = node.parts.map(byDefinition)
      return {
        rows: new Set(parts.flatMap(({ rows }) => [...rows])),
        docs: new Set(parts.flatMap((part) => [...part.docs])),
      }
    }
    case 'and': {
      const wanted = node.parts.filter(({ kind }) => kind !== 'not').map(byDefinition)
      const unwanted = node.parts.flatMap((part) => (part.kind === 'not' ? [byDefinition(part.part)] : []))
      const has = (found: Found, row: Row) => found.rows.has(row) || found.docs.has(row.of)
      const rows = all.filter(
        (row) =>
          wanted.every((found) => has(found, row)) &&
          wanted.some((found) => found.rows.has(row)) &&
          !unwanted.some((found) => has(found, row)),
      )
      const whole = docs.filter(
        (doc) =>
          wanted.every((found) => found.docs.has(doc)) &&
          !unwanted.some((found) => found.docs.has(doc) || doc.rows.some((row) => found.rows.has(row))),
      )
      return { rows: new Set(rows), docs: new Set(whole) }
    }
    case 'field': {
      const of = (kind: Kind) => [...byDefinition(node.part).rows].filter((row) => row.kind === kind)
      if (node.field === 'text') return { rows: new Set(of('page')), docs: new Set() }
      if (node.field === 'note')
        return { rows: new Set(), docs: new Set(of('annotation').map((row) => row.of)) }
      const said = (doc: Doc) => (node.field === 'type' ? doc.type : doc.title)
      return { rows: new Set(), docs: new Set(docs.filter((doc) => holds(node.part, said(doc)))) }
    }
    default:
      return { rows: new Set(all.filter(({ text }) => holds(node, text))), docs: new Set() }
  }
}

const holds = (node: SearchNode, text: string) => satisfies(node, text, analyse(text, null))

function hitsByDefinition(q: string) {
  const { rows, docs: whole } = byDefinition(parseQuery(q).root)
  const counted = docs.map((doc): [Doc, number, boolean] => {
    const found = doc.rows.filter((row) => row.kind !== 'annotation' && rows.has(row))
    return [doc, found.filter(({ kind }) => kind === 'page').length, found.length > 0 || whole.has(doc)]
  })
  return Object.fromEntries(counted.filter(([, , is]) => is).map(([doc, pages]) => [doc.title, pages]))
}

const words = [
  'a1',
  'b2',
  'c3',
  '=a1',
  '=A1',
  '=B2',
  '=c3',
  '="A1 B2"',
  '"a1 b2"',
  '"b2 a1"~1',
  'a1 NEAR/1 =b2',
]
const fields = [
  'title:wxyz1~',
  'note:wxyz1~',
  'type:ord*',
  'type:order',
  'type:report',
  'title:=A1',
  'title:b2',
  'note:a1',
  'note:=A1',
  'note:"b2 a1"~1',
]
const term = fc.constantFrom(...words, ...fields, 'text:=A1', 'text:(b2 -=A1)', 'note:(a1 -=b2)')
const query = queriesOf(term)

describe('letters as written and stretches of words', () => {
  test.each([
    ['=A1 note:a1', { t2: 1, 't3 c3': 1 }],
    ['note:=A1', { t2: 0 }],
    ['type:order -=C3', { t2: 0 }],
    ['type:note -note:=A1', { t6: 0, 't7 B2 C3': 0 }],
    ['b2 -(=A1 NEAR/1 b2)', { 't1 A1 b2': 2, t2: 1, 't3 c3': 1, t4: 2, t6: 2, 't7 B2 C3': 0 }],
    ['=A1 OR title:t4', { 't1 A1 b2': 1, t2: 1, 't3 c3': 1, t4: 0, 't7 B2 C3': 1 }],
  ])('%s', async (q, expected) => {
    const found = await archive()
    expect(await found(q)).toEqual(expected)
    expect(hitsByDefinition(q)).toEqual(expected)
  })

  test('are found and excluded as the language says, wherever in a query they stand', async () => {
    const found = await archive()
    await fc.assert(
      fc.asyncProperty(query, async (q) => void expect(await found(q)).toEqual(hitsByDefinition(q))),
      { numRuns: 300 },
    )
  })

  test('are looked at only where they may stand, so that the total is exact though more is found', async () => {
    const opened = openSqlite()
    const pages = Array.from({ length: 2100 }, (_, n) => (n === 5 ? 'b2 A1' : n === 7 ? 'b2 a1' : 'b2'))
    await aReadDocument(opened, pages)
    const asked = { filter: {}, in: ['text'], match: 'all', sort: 'added', limit: 20, cursor: null } as const
    const total = async (q: string) =>
      (await opened.search.find({ ...asked, transliterate: true, query: parseQuery(q) }, keeper)).total
    expect(await total('b2 -=A1')).toEqual({ documents: 1, pages: 2099, exact: true })
    expect(await total('=b2')).toEqual({ documents: 1, pages: 2000, exact: false })
  })

  test('are all found within a document, however often others speak of them', async () => {
    const opened = openSqlite()
    await aReadDocument(opened, Array(2100).fill('b2 B2 b2'))
    const { id } = await aReadDocument(opened, [`B2 ${'x '.repeat(50)}`, 'b2', `x ${'x '.repeat(50)} B2`])
    const within = (q: string) => opened.search.within(id, parseQuery(q), { limit: 10, cursor: null }, keeper)
    expect(await within('=B2')).toMatchObject({ numbers: [1, 3], exact: true })
    expect(await within('b2 -=B2')).toMatchObject({ numbers: [2], exact: true })
  })

  test('are looked for first where a filter lets them be found, and all found there', async () => {
    const opened = openSqlite()
    await aReadDocument(opened, Array(2100).fill('b2 B2 b2'), {
      description: { title: 'much', type: 'list' },
    })
    const rare = { title: 'rare', type: 'order' }
    await aReadDocument(opened, [`B2 ${'x '.repeat(50)}`], { description: rare })
    const asked = { filter: { type: 'order' }, in: ['text'], match: 'all', sort: 'added' } as const
    const rest = { transliterate: true, limit: 20, cursor: null, query: parseQuery('=B2') } as const
    const { hits, total } = await opened.search.find({ ...asked, ...rest }, keeper)
    expect(hits.map(({ document }) => document.title)).toEqual(['rare'])
    expect(total).toEqual({ documents: 1, pages: 1, exact: true })
  })
})
