import type { Connection } from './open-database.ts'

const cancelled = 'Reading was cancelled: the file is kept; retry its job to read it.'

/** A job and its parts as one: what happens to the parts decides what is said of the whole. */
export function jobParts(db: Connection) {
  const start = db.prepare(`
    update job set state = 'running' where key = (select parent from job where key = ?) and state = 'queued'`)
  // From the last part on, for the first ones end first.
  const open = db.prepare<[number], number>(
    "select 1 from job where parent = ? and state in ('queued', 'running') order by key desc limit 1",
  )
  const tally = db.prepare<[number], { parts: number; failed: number; cancelled: number }>(`
    select count(*) as parts, sum(state = 'failed') as failed, sum(state = 'cancelled') as cancelled
    from job where parent = ?`)
  const end = db.prepare(
    'update job set state = :state, message = :message, finished_at = :at where key = :key',
  )
  const stop = db.prepare(`
    update job set state = 'cancelled', finished_at = :at, lease_token = null, lease_until = null, message = null
    where (key = :key or parent = :key) and file is not null and state in ('queued', 'running')`)
  const stopFiles = db.prepare(`
    update file set state = 'failed', error = :error
    where key in (select file from job where (key = :key or parent = :key) and state = 'cancelled' and finished_at = :at)
      and state in ('queued', 'running')`)
  const again = db.prepare(`
    update job set state = 'queued', run_after = :at, finished_at = null, error = null, message = null, attempts = 0
    where (key = :key or parent = :key) and file is not null and state in ('failed', 'cancelled')`)
  const againFiles = db.prepare(`
    update file set error = null, state = (select case kind when 'picture' then 'waiting' else 'queued' end from job
        where (key = :key or parent = :key) and file = file.key and state = 'queued')
    where key in (select file from job where (key = :key or parent = :key) and state = 'queued') and state = 'failed'`)
  const wantAgain = db.prepare(`
    update page set recognition = 'wanted', fault = null where recognition = 'failed'
      and file = (select file from job where key = :key and kind = 'picture')`)
  const reopen = db.prepare(`
    update job set finished_at = null, message = null, state = case
      when exists (select 1 from job part where part.parent = job.key and part.state = 'running') then 'running'
      else 'queued' end
    where kind = 'ingest' and key = coalesce((select parent from job where key = :key), :key)`)
  const parentOf = db
    .prepare<[number], number | null>('select coalesce(parent, key) from job where key = ?')
    .pluck()

  function settle(parent: number | null, at: string): void {
    if (parent === null || open.get(parent) !== undefined) return
    const { parts, failed, cancelled } = tally.get(parent) ?? { parts: 0, failed: 0, cancelled: 0 }
    const state = cancelled > 0 ? 'cancelled' : 'done'
    const message = failed > 0 ? `${failed} of ${parts} files could not be read: see their errors.` : null
    end.run({ key: parent, state, message, at })
  }

  return {
    /** A part has started, so the whole runs. */
    started: (part: number): void => void start.run(part),
    /** A part has ended; with the last one the whole is done, though single files failed. */
    ended: settle,
    /** Cancels what has not ended and returns how many parts that were. */
    cancel(key: number, at: string): number {
      const { changes } = stop.run({ key, at })
      stopFiles.run({ key, at, error: cancelled })
      settle(parentOf.get(key) ?? null, at)
      return changes
    },
    /** Queues again what failed or was cancelled and returns how many parts that were. */
    retry(key: number, at: string): number {
      const { changes } = again.run({ key, at })
      if (changes === 0) return 0
      againFiles.run({ key })
      wantAgain.run({ key })
      reopen.run({ key })
      return changes
    },
  }
}
