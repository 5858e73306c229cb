import { isDamage } from '../domain/errors.ts'
import type { Connection } from './open-database.ts'

/** What is damaged in a catalogue, and whether all of it is made from what is not: `fonds reindex` makes that anew. */
export type Damage = { says: string[]; isOfIndexAlone: boolean }

type Table = { name: string; rootpage: number }

/** Goes through every table by itself, so that one that is damaged does not hide another. */
export function damageOf(db: Connection): Damage {
  const tables = allTables(db)
  const found = tables.flatMap((table) => {
    const faults = faultsOf(db, table)
    return faults.length === 0 ? [] : [{ table, faults }]
  })
  return {
    says: found.map(({ table, faults }) => `${table.name} is damaged (${faults[0]}).`),
    isOfIndexAlone: found.every(({ table }) => isOfIndex(table.name)),
  }
}

/**
 * Makes room for an index that is made anew: what is left of a damaged one is forgotten, and the database written anew
 * without it. Where something else is damaged, too, nothing is done.
 */
export function forgetDamagedIndex(db: Connection): void {
  const { says, isOfIndexAlone } = damageOf(db)
  if (says.length === 0 || !isOfIndexAlone) return
  const made = db
    .prepare<[], string>(
      "select sql from sqlite_schema where type = 'table' and name in ('reading_fts', 'term_stem')",
    )
    .pluck()
    .all()
  db.unsafeMode(true)
  db.pragma('writable_schema = on')
  try {
    db.transaction(() => {
      db.prepare(
        "delete from sqlite_schema where name glob 'reading_fts*' or name glob 'term_stem*' or tbl_name glob 'reading_fts_*' or tbl_name glob 'term_stem_*'",
      ).run()
      db.pragma('writable_schema = reset')
      for (const sql of made) db.exec(sql)
    })()
  } finally {
    db.pragma('writable_schema = reset')
    db.unsafeMode(false)
  }
  db.exec('vacuum')
}

function allTables(db: Connection): Table[] {
  try {
    return db
      .prepare<[], Table>("select name, rootpage from sqlite_schema where type = 'table' and rootpage > 0")
      .all()
  } catch (error) {
    if (isDamage(error)) return [{ name: 'sqlite_schema', rootpage: 1 }]
    throw error
  }
}

function faultsOf(db: Connection, { name, rootpage }: Table): string[] {
  try {
    const says = db.prepare<[], string>(`pragma integrity_check("${name}")`).pluck().all()
    return says
      .filter((line) => line !== 'ok')
      .flatMap((line) => line.split('\n'))
      .filter((line) => !line.startsWith('***'))
  } catch (error) {
    if (isDamage(error)) return [`Tree ${rootpage}: ${(error as Error).message}`]
    throw error
  }
}

const isOfIndex = (table: string): boolean => /^(reading_fts|term_stem)(_|$)/.test(table)
