import type { JobReader } from '../ports/jobs.ts'
import { type JobRow, jobColumns, jobRows, toJob } from './job-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { dueToSign } from './text-signing.ts'

/** Jobs, read by a connection that may be read-only. */
export function sqliteJobReader(db: Connection): JobReader {
  const jobs = jobRows(db)
  const listed = `${jobColumns} where j.parent is null and j.key < :before and (:state is null or j.state = :state)`
  // As the index of these has it, word by word.
  const withFailures = `(j.state = 'failed' or j.kind in ('ingest', 'bulk') and j.state = 'done' and j.message is not null)`
  const newestFirst = 'order by j.key desc limit :more'
  // Of itself SQLite would go through the many jobs of a batch, too.
  const selectBy = (index: string, more = '') =>
    db.prepare<unknown[], JobRow>(
      `${listed.replace('from job j', `from job j indexed by ${index}`)} and j.batch is null ${more} ${newestFirst}`,
    )
  const selectList = selectBy('job_listed')
  const selectFailures = selectBy('job_with_failures', `and ${withFailures}`)
  const selectOfDocument = db.prepare<unknown[], JobRow>(
    `${listed} and (not :failures or ${withFailures})
      and j.document = (select key from document where id = :document) ${newestFirst}`,
  )
  const due = db
    .prepare<{ at: string }, number>(`
      select 1 from job where state = 'queued' and kind <> 'ingest' and run_after <= :at
      union all select 1 from job where state = 'running' and kind <> 'ingest' and lease_until < :at limit 1`)
    .pluck()
  const open = db
    .prepare<[], number>(`
      select (select count(*) from job where state = 'queued' and kind <> 'ingest')
        + (select count(*) from job where state = 'running' and kind <> 'ingest')`)
    .pluck()
  const urgent = db
    .prepare<[string, number], number>(`
      select 1 from job where state = 'queued' and kind <> 'ingest' and run_after <= ? and priority > ? limit 1`)
    .pluck()
  const unsigned = db.prepare<[string], { file: number }>(dueToSign)
  const stale = db.prepare<[], number>('select 1 from stale_description limit 1').pluck()
  return {
    async find(id) {
      const row = jobs.byId(id)
      return row ? toJob(row) : null
    },
    async list({ state, failures, document }, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const asked = { state: state ?? null, before, more: slice.limit + 1 }
      const rows =
        document === undefined
          ? (failures ? selectFailures : selectList).all(asked)
          : selectOfDocument.all({ ...asked, document, failures: failures ? 1 : 0 })
      return listing(rows, slice, (row) => row.key, toJob)
    },
    async waiting(at) {
      return due.get({ at }) !== undefined
    },
    async open() {
      return open.get() ?? 0
    },
    async moreUrgent(at, priority) {
      return urgent.get(at, priority) !== undefined
    },
    async signing(before) {
      return unsigned.get(before) !== undefined
    },
    async describing() {
      return stale.get() !== undefined
    },
  }
}
