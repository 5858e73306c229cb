import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteAnnotationReader } from '../../src/sqlite/annotation-reader.ts'
import { sqliteAttentionReader } from '../../src/sqlite/attention-reader.ts'
import { sqliteBatchReader } from '../../src/sqlite/batch-reader.ts'
import { sqliteFixityReader } from '../../src/sqlite/fixity-store.ts'
import { jobParts } from '../../src/sqlite/job-parts.ts'
import { sqliteJobWriter } from '../../src/sqlite/job-writer.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { sqlitePageMatcher } from '../../src/sqlite/page-matcher.ts'
import { pictureJobs } from '../../src/sqlite/picture-jobs.ts'
import { sqliteRecognitionReader } from '../../src/sqlite/recognition-reader.ts'
import { sqliteUploadWriter } from '../../src/sqlite/upload-store.ts'

/** How each statement of a store that speaks of something is done. */
function plans(store: (db: Database.Database) => unknown, of: RegExp): string[][] {
  const db = new Database(':memory:')
  migrate(db)
  const prepare = db.prepare.bind(db)
  const prepared: string[] = []
  db.prepare = ((sql: string) => {
    prepared.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  store(db)
  const told = prepared
    .filter((sql) => of.test(sql))
    .map((sql) => {
      const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null])
      const unnamed = [...sql.matchAll(/\?/g)].map(() => null)
      const named = names.length > 0 ? [Object.fromEntries(names)] : []
      return prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...unnamed, ...named)
        .map(({ detail }) => detail)
    })
  db.close()
  expect(told.length).toBeGreaterThan(0)
  return told
}

const sorts = (plan: readonly string[]) => plan.some((step) => /USE TEMP B-TREE/.test(step))

test('what became of a batch is told from where the last part of it ended, without sorting all of it', () => {
  for (const plan of plans(sqliteBatchReader, /order by [ld]\.key limit \?/)) {
    expect(plan.find((step) => /^SEARCH [ld] /.test(step))).toMatch(/_in_order \(batch=\? AND rowid>\?\)$/)
    expect(sorts(plan)).toBe(false)
  }
})

test('the document of a batch that is added next is found from the files that are not added yet', () => {
  const [plan = []] = plans(sqliteBatchReader, /'again'\)\s+order by f\.part limit 1/)
  expect(plan).toContain('SEARCH f USING INDEX batch_file_to_add (part>?)')
  expect(plan).toContain('SEARCH d USING INTEGER PRIMARY KEY (rowid=?)')
})

test('uploads that are not whole are summed up without those that are', () => {
  const [plan] = plans(sqliteUploadWriter, /select coalesce\(sum/)
  expect(plan).toEqual(['SEARCH upload USING INDEX upload_not_whole (created_by=?)'])
})

test('originals that are due are found without those that are not', () => {
  const [plan = []] = plans(sqliteFixityReader, /as document/)
  expect(plan.filter((step) => /^SCAN fixity/.test(step))).toEqual([])
  expect(plan.filter((step) => /^SEARCH fixity/.test(step))).toHaveLength(3)
})

test('answers to an annotation are found without going through all annotations', () => {
  const [plan = []] = plans(sqliteAnnotationReader, /recursive answering/)
  expect(plan).toContain('SEARCH a USING INTEGER PRIMARY KEY (rowid=?)')
  expect(plan.filter((step) => /^SCAN a|AUTOMATIC/.test(step))).toEqual([])
})

test('pages that were recognised with little confidence come in their order, no more than are wanted', () => {
  const listed = plans(sqliteRecognitionReader, /p\.confidence < :below/)
  const counted = plans(sqliteAttentionReader, /p\.confidence < :below/)
  for (const plan of [...listed, ...counted]) {
    expect(plan.find((step) => /^(SEARCH|SCAN) (p|wp) /.test(step))).toMatch(/^SEARCH p .*page_to_review/)
    expect(sorts(plan)).toBe(false)
  }
})

test('files that are still to be pictured are looked for from where the last part of them ended', () => {
  const [plan = []] = plans(pictureJobs, /f\.key > .* order by f\.key limit :most/s)
  expect(plan[0]).toBe('SEARCH f USING INTEGER PRIMARY KEY (rowid>?)')
  expect(plan.filter((step) => /^SCAN|AUTOMATIC|TEMP B-TREE/.test(step))).toEqual([])
})

test('a job is claimed and ended without going through the files of its witness, however many there are', () => {
  const [claim = []] = plans(sqliteJobWriter, /f\.witness not in/)
  expect(claim).toContain('SCAN r USING INDEX job_under_way')
  expect(claim.filter((step) => /CORRELATED|SEARCH o .*witness/.test(step))).toEqual([])
  // The first files are read first, so that one that is not read yet is found from the last on.
  const lookedFor = [
    ...plans(jobParts, /where parent = \? and state in .* order by key desc limit 1/),
    ...plans(
      sqlitePageMatcher,
      /where f\.witness = \? and j\.kind = 'extract'.*order by f\.ordinal desc limit 1/s,
    ),
  ]
  expect(lookedFor).toHaveLength(2)
  for (const plan of lookedFor) expect(plan.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
})

test('a batch that was read to its end ends again without going through all its files', () => {
  const db = new Database(':memory:')
  migrate(db)
  const trigger = db
    .prepare<[], string>("select sql from sqlite_schema where name = 'batch_dealt_with'")
    .pluck()
    .get()
  const counting = /select count\(\*\) from \([\s\S]+?l\.batch = b\.key\)/.exec(trigger ?? '')?.[0] ?? ''
  const plan = db
    .prepare<[], { detail: string }>(`explain query plan ${counting.replaceAll('b.key', '1')}`)
    .all()
    .map(({ detail }) => detail)
  expect(plan.filter((step) => /^(SEARCH|SCAN) [fl] /.test(step))).toEqual([
    'SEARCH l USING COVERING INDEX batch_file_failed (batch=?)',
    'SCAN f USING COVERING INDEX file_failed',
    'SEARCH l USING INDEX batch_file_by_file (file=?)',
  ])
  db.close()
})
