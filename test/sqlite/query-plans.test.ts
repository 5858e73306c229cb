import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteClaimReader } from '../../src/sqlite/claim-reader.ts'
import { sqliteClaimWriter } from '../../src/sqlite/claim-writer.ts'
import { sqliteDocumentWriter } from '../../src/sqlite/document-writer.ts'
import { sqliteHistoryReader } from '../../src/sqlite/history-reader.ts'
import { sqliteJobReader } from '../../src/sqlite/job-reader.ts'
import { sqliteJobWriter } from '../../src/sqlite/job-writer.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { sqliteTextReader } from '../../src/sqlite/text-reader.ts'
import { sqliteTextWriter } from '../../src/sqlite/text-writer.ts'
import { sqliteWitnessReader } from '../../src/sqlite/witness-reader.ts'
import { sqliteWitnessWriter } from '../../src/sqlite/witness-writer.ts'

/** The statements that walk through a table or a whole index; those of jobs to run hold what is asked for alone. */
function walks(prepared: readonly string[], db: Database.Database): string[] {
  return prepared.filter((sql) => {
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null])
    const unnamed = sql
      .split('?')
      .slice(1)
      .map(() => null)
    const plan = db
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...unnamed, ...(names.length > 0 ? [Object.fromEntries(names)] : []))
    return plan.some(({ detail }) =>
      /^SCAN (?!.*INDEX job_(to_run|under_way)|.*VIRTUAL|CONSTANT)/.test(detail),
    )
  })
}

test('what is done for every document, file, batch of pages and job reads no table through', () => {
  const db = new Database(':memory:')
  migrate(db)
  const prepared: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    prepared.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  for (const store of [
    sqliteDocumentWriter,
    sqliteClaimReader,
    sqliteHistoryReader,
    sqliteWitnessReader,
    sqliteWitnessWriter,
    sqliteClaimWriter,
    sqliteTextWriter,
    sqliteTextReader,
    sqliteJobWriter,
    sqliteJobReader,
  ])
    store(db)
  expect(prepared.length).toBeGreaterThan(50)
  db.prepare = prepare as typeof db.prepare
  // Once at the start: what was running when the archive was closed is queued again.
  // What a recursive statement walks through is what it has found itself, and what is stale is all to be done.
  const allowed = (sql: string) =>
    /set state = 'queued'\s+where state = 'running'|with recursive|from stale_description/.test(sql)
  expect(walks(prepared, db).filter((sql) => !allowed(sql))).toEqual([])
  db.close()
})
