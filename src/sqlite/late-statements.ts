import type Database from 'better-sqlite3'
import { plannedOnce } from './planned-once.ts'

type Statement = Database.Statement<unknown[], unknown>

/**
 * Has SQLite compile each statement of a connection when it is first run: of the hundreds that an archive knows, most
 * commands and most threads run few, and compiling all of them takes a good part of their start. Each is planned once.
 */
export function prepareLate(db: Database.Database): void {
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => lateStatement(() => prepare(plannedOnce(sql)))) as typeof db.prepare
}

function lateStatement(make: () => Statement): Statement {
  let made: Statement | null = null
  const statement = () => {
    made ??= make()
    return made
  }
  const changed = (change: (one: Statement) => Statement): Statement => {
    if (made) change(made)
    else {
      const before = make
      make = () => change(before())
    }
    return late
  }
  const late = {
    get: (...values: unknown[]) => statement().get(...values),
    all: (...values: unknown[]) => statement().all(...values),
    run: (...values: unknown[]) => statement().run(...values),
    iterate: (...values: unknown[]) => statement().iterate(...values),
    pluck: (isOn = true) => changed((one) => one.pluck(isOn)),
    raw: (isOn = true) => changed((one) => one.raw(isOn)),
  } as Statement
  return late
}
