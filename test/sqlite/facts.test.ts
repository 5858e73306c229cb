import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/sqlite/bags/columns.ts'
import { facts } from '../../src/sqlite/bags/facts.ts'
import { notCarried } from '../../src/sqlite/bags/not-carried.ts'
import { migrate } from '../../src/sqlite/migrate.ts'

describe('what bags carry', () => {
  const db = new Database(':memory:')
  migrate(db)
  const tables = db
    .prepare<[], string>(`
      select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
        and name not like 'sqlite_%'`)
    .pluck()
    .all()

  test('every table is a fact that bags carry, or says why it is not', () => {
    const says =
      'Add the table of a new migration to the facts of sqlite/bags, or to bags/not-carried.ts with why.'
    const known = [...facts.map(({ table }) => table), ...Object.keys(notCarried)]
    expect(known.toSorted(), says).toEqual(tables.toSorted())
  })

  test('every column of a fact is carried, or made', () => {
    const says = 'Add the column of a new migration to its table in the facts of sqlite/bags.'
    for (const fact of facts) {
      const columns = db
        .prepare<[string], string>('select name from pragma_table_info(?)')
        .pluck()
        .all(fact.table)
      const known = [...columnsOf(fact).map(({ column }) => column), ...Object.keys(fact.made ?? {})]
      expect([fact.table, ...known.toSorted()], says).toEqual([fact.table, ...columns.toSorted()])
    }
  })

  test('no secret is carried', () => {
    for (const fact of facts)
      for (const { column } of columnsOf(fact))
        expect([fact.table, column]).not.toEqual([
          fact.table,
          expect.stringMatching(/password|proof|secret|lease/),
        ])
    expect(facts.map(({ table }) => table)).not.toContain('session')
    expect(facts.find(({ table }) => table === 'token')?.columns.bytes).toBeUndefined()
  })

  test('every record with its fields is in docs/bags.md', () => {
    const docs = readFileSync(new URL('../../docs/bags.md', import.meta.url), 'utf8')
    for (const fact of facts) {
      const row = docs.split('\n').find((line) => line.startsWith(`| \`${fact.record}\` |`)) ?? fact.record
      const fields = [...row.matchAll(/`([A-Za-z0-9]+)`/g)].map(([, field]) => field)
      for (const { field } of columnsOf(fact))
        expect([fact.record, fields]).toEqual([fact.record, expect.arrayContaining([field])])
    }
  })
})
