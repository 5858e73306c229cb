import type { Connection } from './open-database.ts'

const cancelled = 'Reading was cancelled: the file is kept; retry its job to read it.'

/** The jobs of a batch as one: cancelled, or run again, all together. */
export function bulkParts(db: Connection) {
  const batchOf = db.prepare<[number], number>('select key from batch where job = ?').pluck()
  const setState = db.prepare(
    'update job set state = :state, finished_at = :at, message = null where key = :key and state = :before',
  )
  const stop = db.prepare(`
    update job set state = 'cancelled', finished_at = :at, lease_token = null, lease_until = null, message = null
    where batch = :batch and state in ('queued', 'running')`)
  const stopFiles = db.prepare(`
    update file set state = 'failed', error = :says
    where key in (select file from job where batch = :batch and state = 'cancelled' and finished_at = :at)
      and state in ('queued', 'running')`)
  const again = db.prepare(`
    update job set state = 'queued', run_after = :at, finished_at = null, error = null, message = null, attempts = 0
    where batch = :batch and state in ('failed', 'cancelled')`)
  const reopen = db.prepare(`
    update job set state = 'queued', finished_at = null, message = null
    where key in (select parent from job where batch = :batch and state = 'queued') and state in ('done', 'cancelled')`)
  const againFiles = (kind: 'extract' | 'picture', state: 'queued' | 'waiting') =>
    db.prepare(`
      update file set state = '${state}', error = null
      where key in (select file from job where batch = :batch and kind = '${kind}' and state = 'queued')
        and state = 'failed'`)
  const readAgain = againFiles('extract', 'queued')
  const pictureAgain = againFiles('picture', 'waiting')
  const wantAgain = db.prepare(`
    update page set recognition = 'wanted', fault = null
    where recognition = 'failed'
      and file in (select file from job where batch = :batch and kind = 'picture' and state = 'queued')`)
  const recount = db.prepare('update job set total = total where key = ?')

  return {
    /** Cancels what is not read yet, and the adding; returns how many jobs that were, its own included. */
    cancel(key: number, at: string): number {
      const { changes } = setState.run({ key, at, state: 'cancelled', before: 'running' })
      if (changes === 0) return 0
      const batch = batchOf.get(key)
      const parts = stop.run({ batch, at }).changes
      stopFiles.run({ batch, at, says: cancelled })
      return parts + changes
    },
    /** Queues again what failed or was cancelled, and goes on adding; returns how many jobs that were. */
    retry(key: number, at: string): number {
      const batch = batchOf.get(key)
      const { changes } = setState.run({ key, at: null, state: 'running', before: 'cancelled' })
      const parts = again.run({ batch, at }).changes
      reopen.run({ batch })
      readAgain.run({ batch })
      pictureAgain.run({ batch })
      wantAgain.run({ batch })
      recount.run(key)
      return parts + changes
    },
  }
}
