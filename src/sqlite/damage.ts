import { ArchiveError, isDamage } from '../domain/errors.ts'
import type { Connection } from './open-database.ts'

/**
 * What is damaged in a catalogue, and whether all of it is made from what is not: `fonds reindex` makes that anew. That can be the
 * index of words, and the database's own indexes of tables.
 */
export type Damage = { says: string[]; isOfIndexAlone: boolean; isOfWords: boolean; indexes: string[] }

type Table = { name: string; rootpage: number }

/** Goes through every table by itself, so that one that is damaged does not hide another. */
export function damageOf(db: Connection): Damage {
  const tables = allTables(db)
  const roots = rootsOfIndexes(db)
  const found = tables.flatMap((table) => {
    const faults = faultsOf(db, table)
    return faults.length === 0 ? [] : [{ table, faults, indexes: faults.map((says) => indexIn(says, roots)) }]
  })
  const ofTables = found.filter(({ table }) => !isOfIndex(table.name))
  const indexes = ofTables.flatMap(({ indexes }) => indexes)
  return {
    says: found.map(({ table, faults }) => `${table.name} is damaged (${faults[0]}).`),
    isOfIndexAlone: indexes.every((index) => index !== null),
    isOfWords: found.length > ofTables.length,
    indexes: [...new Set(indexes.filter((index) => index !== null))],
  }
}

/** Makes the database's own indexes anew that are damaged, where nothing else is that is not made anew; returns which. */
export function mendIndexes(db: Connection, { indexes, isOfIndexAlone }: Damage): string[] {
  if (!isOfIndexAlone) return []
  for (const name of indexes) {
    try {
      db.exec(`reindex "${name}"`)
    } catch (error) {
      if (!isDamage(error)) throw error
      makeAnew(db, name)
    }
  }
  return indexes
}

/** Of an index that cannot even be emptied the place is forgotten. One that belongs to its table cannot be made by itself. */
function makeAnew(db: Connection, name: string): void {
  const sql = db
    .prepare<[string], string | null>("select sql from sqlite_schema where type = 'index' and name = ?")
    .pluck()
    .get(name)
  if (!sql)
    throw new ArchiveError(
      'damaged',
      `The index ${name} of the database cannot be made anew: restore the archive from a backup.`,
    )
  forgetting(db, () => {
    db.prepare("delete from sqlite_schema where type = 'index' and name = ?").run(name)
  })
  db.exec('vacuum')
  db.exec(sql)
}

/**
 * Makes room for an index that is made anew: what is left of a damaged one is forgotten, and the database written anew
 * without it. Where something else is damaged, too, nothing is done.
 */
export function forgetDamagedIndex(db: Connection, { isOfWords, isOfIndexAlone }: Damage): void {
  if (!isOfWords || !isOfIndexAlone) return
  const made = db
    .prepare<[], string>(
      "select sql from sqlite_schema where type = 'table' and name in ('reading_fts', 'term_stem')",
    )
    .pluck()
    .all()
  forgetting(db, () => {
    db.prepare(
      "delete from sqlite_schema where name glob 'reading_fts*' or name glob 'term_stem*' or tbl_name glob 'reading_fts_*' or tbl_name glob 'term_stem_*'",
    ).run()
    db.pragma('writable_schema = reset')
    for (const sql of made) db.exec(sql)
  })
  db.exec('vacuum')
}

/** Does in one transaction what is otherwise not allowed: to forget what there is without looking at it. */
function forgetting(db: Connection, forget: () => void): void {
  db.unsafeMode(true)
  db.pragma('writable_schema = on')
  try {
    db.transaction(forget)()
  } finally {
    db.pragma('writable_schema = reset')
    db.unsafeMode(false)
  }
}

/** The names of the database's own indexes by the pages at which they begin. */
function rootsOfIndexes(db: Connection): Map<number, string> {
  try {
    const all = db
      .prepare<[], Table>("select name, rootpage from sqlite_schema where type = 'index' and rootpage > 0")
      .all()
    return new Map(all.map(({ name, rootpage }) => [rootpage, name]))
  } catch (error) {
    if (isDamage(error)) return new Map()
    throw error
  }
}

/** The index that a fault is about; null where it is about a table. */
function indexIn(says: string, roots: Map<number, string>): string | null {
  const tree = /^Tree (\d+) /.exec(says)?.[1]
  if (tree !== undefined) return roots.get(Number(tree)) ?? null
  return / index (\S+)$/.exec(says)?.[1] ?? null
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
  const says: string[] = []
  try {
    for (const line of db.prepare<[], string>(`pragma integrity_check("${name}")`).pluck().iterate())
      says.push(...line.split('\n').filter((part) => part !== 'ok' && !part.startsWith('***')))
  } catch (error) {
    if (!isDamage(error)) throw error
    // It goes through the pages first, and says what is wrong with them before it reads the rows.
    if (says.length > 0) return says
    if (!isReadable(db, name)) return [`Tree ${rootpage}: ${(error as Error).message}`]
    return indexesOf(db, name).map((index) => `not all rows can be looked up in index ${index}`)
  }
  return says
}

function isReadable(db: Connection, table: string): boolean {
  try {
    for (const _ of db.prepare(`select * from "${table}" not indexed`).iterate());
    return true
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

const indexesOf = (db: Connection, table: string): string[] =>
  db
    .prepare<[string], string>("select name from sqlite_schema where type = 'index' and tbl_name = ?")
    .pluck()
    .all(table)

const isOfIndex = (table: string): boolean => /^(reading_fts|term_stem)(_|$)/.test(table)
