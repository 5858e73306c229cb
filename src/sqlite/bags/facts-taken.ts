import Database from 'better-sqlite3'
import { ArchiveError, invalid } from '../../domain/errors.ts'
import type { FactsTaken } from '../../ports/bags.ts'
import { migrate } from '../migrate.ts'
import { type Connection, openForWriting } from '../open-database.ts'
import { columnsOf, read } from './columns.ts'
import { deriveAll } from './derive.ts'
import type { Fact } from './fact.ts'
import { facts } from './facts.ts'

/** Rows of one transaction. */
const together = 10_000

/** A new catalogue in a file, built from records. It is nobody's before it is closed, so that nothing is synced meanwhile. */
export function takeFacts(path: string): FactsTaken {
  const db = openForWriting(path)
  db.pragma('synchronous = off')
  db.pragma('foreign_keys = off')
  migrate(db)
  const takers = new Map<string, (row: unknown) => void>()
  let taken = 0

  function count(): void {
    if (taken++ === 0) db.exec('begin')
    if (taken >= together) settle()
  }
  function settle(): void {
    if (db.inTransaction) db.exec('commit')
    taken = 0
  }

  return {
    taker(record) {
      const fact = facts.find((one) => one.record === record)
      if (!fact) return null
      const known = takers.get(record) ?? takerOf(db, fact)
      takers.set(record, known)
      return (row) => {
        count()
        known(row)
      }
    },
    strays() {
      settle()
      const rows = db.pragma('foreign_key_check') as { table: string; parent: string }[]
      const recordOf = (table: string) => facts.find((fact) => fact.table === table)?.record ?? table
      const strays = rows.map(
        ({ table, parent }) => `A ${recordOf(table)} names a ${recordOf(parent)} that is not there.`,
      )
      return [...new Set(strays)]
    },
    async derive(at, tell) {
      settle()
      try {
        await deriveAll(db, at, tell)
      } catch (error) {
        if (error instanceof ArchiveError || (error instanceof Error && 'code' in error)) throw error
        throw invalid('', `The records are of another shape than ours: ${String(error)}.`)
      }
    },
    close() {
      if (db.inTransaction) db.exec('rollback')
      db.pragma('journal_mode = delete')
      db.close()
    },
  }
}

function takerOf(db: Connection, fact: Fact): (row: unknown) => void {
  const columns = columnsOf(fact)
  const fields = new Set(columns.map(({ field }) => field))
  const made = Object.entries(fact.made ?? {}).filter(([, value]) => value !== null)
  const names = [...columns.map(({ column }) => column), ...made.map(([column]) => column)]
  const defaults = new Map(
    db
      .prepare<[string], [string, string]>(
        `select name, dflt_value from pragma_table_info(?) where "notnull" and dflt_value is not null`,
      )
      .raw()
      .all(fact.table),
  )
  // A bag of before a column came says nothing of it.
  const taken = (column: string) => (defaults.has(column) ? `coalesce(?, ${defaults.get(column)})` : '?')
  const values = [...columns.map(({ column }) => taken(column)), ...made.map(([, value]) => value)]
  const insert = db.prepare(
    `insert into ${fact.table} (${names.map((name) => `"${name}"`).join(', ')}) values (${values.join(', ')})`,
  )
  return (row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw invalid('', 'It is no JSON object.')
    const unknown = Object.keys(row).find((field) => !fields.has(field))
    if (unknown !== undefined) throw invalid(unknown, `is nothing that a ${fact.record} has.`)
    const given = row as Record<string, unknown>
    try {
      insert.run(
        columns.map(({ field, kind }) => {
          const value = Object.hasOwn(given, field) ? given[field] : null
          return value === null ? null : read[kind](value, field)
        }),
      )
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error
      throw invalid('', `It cannot be (${error.message}).`)
    }
  }
}
