import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/sqlite/migrate.ts'
import { plannedOnce } from '../../src/sqlite/planned-once.ts'

const sql = `select d.id, f.name, o.id as original from file f join document d on d.key = f.document
  join witness w on w.key = f.witness left join file o on o.key = f.duplicate_of
  where f.document = ? and f.state = ? order by f.ordinal limit ?`

describe('a statement that is planned once', () => {
  test('costs no more when it is given something new than when that stays bound', () => {
    const db = new Database(':memory:')
    migrate(db)
    const asked = [1, 'done', 20]
    const given = db.prepare(plannedOnce(sql))
    const bound = db.prepare(sql).bind(...asked)
    const [giving = Number.NaN, staying = 0] = fastest(
      () => given.all(...asked),
      () => bound.all(),
    )
    expect(giving / staying).toBeLessThan(4)
    db.close()
  })

  test('finds and changes what it does otherwise, whatever the types of what is given', () => {
    const db = new Database(':memory:')
    db.exec(
      "create table paper (key integer primary key, title text) strict; insert into paper values (1, '1')",
    )
    for (const statement of [
      'select * from paper where title = ?',
      'select * from paper where title is ?',
      'select * from paper where key = ?',
      'select * from paper where key = 1 limit ?',
      'update paper set title = ? returning title',
    ])
      for (const value of [1, 1n, '1', '1.0', null, Buffer.from('1')])
        expect(outcome(db, plannedOnce(statement), value)).toEqual(outcome(db, statement, value))
    db.close()
  })
})

/** What a statement gives, or the message with which it fails. */
function outcome(db: Database.Database, statement: string, value: unknown): unknown {
  try {
    return db.prepare(statement).all(value)
  } catch (error) {
    return String(error)
  }
}

/** The shortest of many rounds of each, in turns. */
function fastest(...works: (() => unknown)[]): number[] {
  const round = (work: () => unknown) => {
    const started = performance.now()
    for (let n = 0; n < 100; n++) work()
    return performance.now() - started
  }
  const rounds = Array.from({ length: 30 }, () => works.map(round))
  return works.map((_, at) => Math.min(...rounds.map((times) => times[at] ?? Number.POSITIVE_INFINITY)))
}
