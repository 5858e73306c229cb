import { describe, expect, onTestFinished, test } from 'vitest'
import { knownMigrations, migrate } from '../../src/sqlite/migrate.ts'
import { openForReading, openForWriting } from '../../src/sqlite/open-database.ts'
import { aCataloguePath } from './open.ts'

function aDatabase() {
  const db = openForWriting(aCataloguePath())
  onTestFinished(() => void db.close())
  return db
}

const tables = (db: ReturnType<typeof aDatabase>) =>
  db.prepare("select count(*) from sqlite_schema where type = 'table'").pluck().get()

describe('migrations', () => {
  test('have a number each, are taken once and recorded with their hashes', () => {
    const db = aDatabase()
    const known = knownMigrations()
    expect(new Set(known.map(({ number }) => number)).size).toBe(known.length)
    migrate(db)
    const taken = () => db.prepare('select number, sha256 from migration order by number').all()
    const first = taken()
    expect(first).toEqual(known.map(({ number, sha256 }) => ({ number, sha256 })))
    migrate(db)
    expect(taken()).toEqual(first)
  })

  test('refuse a database that a newer program wrote, and one made by another form of a step', () => {
    const db = aDatabase()
    const known = knownMigrations()
    migrate(db)
    const changed = known.map((step) => (step.number === 1 ? { ...step, sha256: '0'.repeat(64) } : step))
    expect(() => migrate(db, known.slice(0, -1))).toThrow(/newer Fonds/)
    expect(() => migrate(db, changed)).toThrow(/is not the one/)
  })

  test('are taken that were not, although later ones were', () => {
    const db = aDatabase()
    const known = knownMigrations()
    migrate(
      db,
      known.filter(({ name }) => name !== '0021-attention.sql'),
    )
    migrate(db)
    expect(db.prepare('select count(*) from migration').pluck().get()).toBe(known.length)
  })

  test('are taken all or none', () => {
    const db = aDatabase()
    const broken = {
      number: 2,
      name: '0002-broken.sql',
      sql: 'create table b (x); no such statement',
      sha256: 'x',
    }
    const [first] = knownMigrations()
    expect(first).toBeDefined()
    if (first) expect(() => migrate(db, [first, broken])).toThrow(/syntax/)
    expect(tables(db)).toBe(0)
  })

  test('make strict tables only, that nobody writes through a reading connection', () => {
    const path = aCataloguePath()
    const db = openForWriting(path)
    migrate(db)
    const loose = db
      .prepare(
        "select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
    const reading = openForReading(path)
    expect(() => reading.exec("insert into setting values ('a', 'b')")).toThrow(/readonly/)
    expect([db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]).toEqual(
      ['wal', 2],
    )
    reading.close()
    db.close()
  })

  test('are not looked for where there is no archive', () => {
    expect(() => openForReading(aCataloguePath())).toThrow(/no archive/)
  })
})
