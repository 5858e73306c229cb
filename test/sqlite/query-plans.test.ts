import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteAnnotationReader } from '../../src/sqlite/annotation-reader.ts'
import { sqliteAnnotationWriter } from '../../src/sqlite/annotation-writer.ts'
import { sqliteAuthorityWriter } from '../../src/sqlite/authority-writer.ts'
import { sqliteBatchReader } from '../../src/sqlite/batch-reader.ts'
import { sqliteBatchWriter } from '../../src/sqlite/batch-writer.ts'
import { sqliteCanvasReader } from '../../src/sqlite/canvas-reader.ts'
import { sqliteClaimReader } from '../../src/sqlite/claim-reader.ts'
import { sqliteClaimWriter } from '../../src/sqlite/claim-writer.ts'
import { sqliteCollectionWriter } from '../../src/sqlite/collection-writer.ts'
import { sqliteDocumentReader } from '../../src/sqlite/document-reader.ts'
import { sqliteDocumentWriter } from '../../src/sqlite/document-writer.ts'
import { sqliteHistoryReader } from '../../src/sqlite/history-reader.ts'
import { sqliteJobReader } from '../../src/sqlite/job-reader.ts'
import { sqliteJobWriter } from '../../src/sqlite/job-writer.ts'
import { likenessRows } from '../../src/sqlite/likeness-rows.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { sqlitePageMatcher } from '../../src/sqlite/page-matcher.ts'
import { sqlitePageMatchingReader } from '../../src/sqlite/page-matching-reader.ts'
import { sqlitePageWorkReader } from '../../src/sqlite/page-work-reader.ts'
import { sqlitePageWorkWriter } from '../../src/sqlite/page-work-writer.ts'
import { plannedOnce } from '../../src/sqlite/planned-once.ts'
import { sqliteSourceWriter } from '../../src/sqlite/source-writer.ts'
import { sqliteTextReader } from '../../src/sqlite/text-reader.ts'
import { sqliteTextWriter } from '../../src/sqlite/text-writer.ts'
import { sqliteUploadWriter } from '../../src/sqlite/upload-store.ts'
import { sqliteWitnessReader } from '../../src/sqlite/witness-reader.ts'
import { sqliteWitnessWriter } from '../../src/sqlite/witness-writer.ts'

import { keeper } from '../support/builders.ts'

/** How each statement is done. */
function plansOf(prepared: readonly string[], db: Database.Database): { sql: string; details: string[] }[] {
  return prepared.map((sql) => {
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null])
    const unnamed = sql
      .split('?')
      .slice(1)
      .map(() => null)
    const plan = db
      .prepare<unknown[], { detail: string }>(`explain query plan ${plannedOnce(sql)}`)
      .all(...unnamed, ...(names.length > 0 ? [Object.fromEntries(names)] : []))
    return { sql, details: plan.map(({ detail }) => detail) }
  })
}

/** The statements that walk through a table or a whole index; those of jobs and batches under way hold what is asked for alone. */
function walks(prepared: readonly string[], db: Database.Database): string[] {
  const walking = plansOf(prepared, db).filter(({ sql, details }) => {
    // What a recursive statement has found itself it may walk through.
    const found = [...sql.matchAll(/(?:recursive|\),)\s+(\w+) \(/g)].map(([, name = '']) => name)
    const aliases = found.flatMap((name) => [...sql.matchAll(new RegExp(`from ${name} (\\w+)`, 'g'))])
    const own = new Set([...found, ...aliases.map(([, alias = '']) => alias)])
    return details.some(
      (detail) =>
        !own.has(detail.replace(/^SCAN /, '')) &&
        /^SCAN (?!.*INDEX (job_(to_run|under_way)|batch_under_way)|.*VIRTUAL|CONSTANT)/.test(detail),
    )
  })
  return walking.map(({ sql }) => sql)
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
    sqliteSourceWriter,
    sqliteAuthorityWriter,
    sqliteCollectionWriter,
    sqliteWitnessWriter,
    sqliteClaimWriter,
    sqliteTextWriter,
    sqlitePageWorkWriter,
    sqlitePageWorkReader,
    sqliteCanvasReader,
    likenessRows,
    sqliteTextReader,
    sqliteJobWriter,
    sqliteJobReader,
    sqlitePageMatcher,
    sqlitePageMatchingReader,
    sqliteBatchWriter,
    sqliteBatchReader,
    sqliteUploadWriter,
  ])
    store(db)
  expect(prepared.length).toBeGreaterThan(50)
  db.prepare = prepare as typeof db.prepare
  // Once at the start: what was running when the archive was closed is queued again; and where a clock is put right.
  // And what is stale, or wanted, is all to be done; what opened by itself is told to harvesters, who ask seldom.
  const allowed = (sql: string) =>
    /set state = 'queued'\s+where state = 'running'|set run_after = :at where|from stale_description|recognition = '(missing|wanted)'| as opened from document/.test(
      sql,
    )
  expect(walks(prepared, db).filter((sql) => !allowed(sql))).toEqual([])
  db.close()
})

test('the documents in a collection are found from the collection', () => {
  const db = new Database(':memory:')
  migrate(db)
  const prepared: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    prepared.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  sqliteDocumentReader(db)
  db.prepare = prepare as typeof db.prepare
  // A list goes through the documents from the newest on, whatever it filters by.
  const statements = prepared.filter(
    (sql) => sql.includes('with recursive tree') && !sql.includes('join description'),
  )
  expect(statements).toHaveLength(1)
  expect(walks(statements, db)).toEqual([])
  db.close()
})

test('jobs are listed from an index of those that are asked for', () => {
  const db = new Database(':memory:')
  migrate(db)
  const prepared: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    prepared.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  sqliteJobReader(db)
  db.prepare = prepare as typeof db.prepare
  const lists = prepared.filter((sql) => sql.includes('order by j.key desc'))
  const searches = plansOf(lists, db).map(({ details }) =>
    details.find((detail) => detail.startsWith('SEARCH j ')),
  )
  expect(searches).toEqual([
    'SEARCH j USING INDEX job_listed (key<?)',
    'SEARCH j USING INDEX job_with_failures (key<?)',
    'SEARCH j USING INDEX job_of_document (document=? AND key<?)',
  ])
  db.close()
})

test('annotations are listed and counted without going through those that are not asked for', async () => {
  const db = new Database(':memory:')
  migrate(db)
  const prepared: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    prepared.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  const annotations = sqliteAnnotationReader(db)
  sqliteAnnotationWriter(db)
  const document = 'd-1'
  for (const filter of [
    { document },
    { document, page: 'p-1' },
    { document, tag: 'a' },
    { document, motivations: ['commenting'] },
    { document, by: 'me' },
    { document, isWhole: true },
    { page: 'p-1' },
    { tag: 'a', by: 'me' },
    { by: 'me' },
  ]) {
    await annotations.list(keeper, filter, { limit: 2, cursor: null })
    await annotations.count(keeper, filter)
    await annotations.beforeLast(keeper, filter, 2)
  }
  db.prepare = prepare as typeof db.prepare
  const scans = plansOf(prepared, db).flatMap(({ details }) =>
    details.filter((detail) => /^SCAN (a|t|d|p|e|annotation|document|text_revision)\b/.test(detail)),
  )
  // From the end: where the last page of all begins, and the last event. And all are counted, from an index.
  expect([...new Set(scans)].toSorted()).toEqual([
    'SCAN a',
    'SCAN a USING INDEX annotation_standing',
    'SCAN e USING INDEX event_of_annotation',
  ])
  const counted = plansOf(
    prepared.filter((sql) => /count\(\*\)/.test(sql)),
    db,
  ).flatMap(({ details }) => details)
  expect(counted.filter((detail) => /^SEARCH a USING INDEX annotation_by_document/.test(detail))).toEqual([])
  db.close()
})
