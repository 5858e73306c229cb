import type { PlanBatch } from '../ports/batches.ts'
import { batchRows, type StoredBatch } from './batch-rows.ts'
import type { Connection } from './open-database.ts'

const gone = 'It is not there any more.'

/** What a batch holds, noted in the transaction of who calls. What became something stays what it became. */
export function batchPlanning(db: Connection) {
  const batches = batchRows(db)
  // A file that was added and looks otherwise now is to be looked at again.
  const find = db.prepare(`
    insert into batch_file (batch, path, spelt, bytes, changed, state, round)
    values (:batch, :path, :spelt, :bytes, :changed, 'listed', :round)
    on conflict (batch, path) do update set spelt = excluded.spelt, round = excluded.round,
      state = case
        when state = 'added' and bytes = excluded.bytes and changed is excluded.changed then 'added'
        when state in ('added', 'again') then 'again'
        else 'listed' end,
      says = iif(state in ('added', 'again'), says, null), bytes = excluded.bytes, changed = excluded.changed`)
  const put = db.prepare(`
    insert into batch_document (batch, name, title, cells) values (:batch, :name, :title, :cells)
    on conflict (batch, name) do update set title = excluded.title, cells = excluded.cells`)
  const partOf = db
    .prepare<[number, string], number>('select key from batch_document where batch = ? and name = ?')
    .pluck()
  const assign = db.prepare(`
    update batch_file set part = iif(state = 'again', part, :part), role = :role, position = :position, says = null,
      state = iif(state = 'again', state, 'listed'), round = :round
    where batch = :batch and path = :path and state <> 'added'`)
  const other = db.prepare(`
    insert into batch_file (batch, path, spelt, state, says, round) values (:batch, :path, :path, :state, :says, :round)
    on conflict (batch, path) do update set state = excluded.state, says = excluded.says, round = excluded.round
    where state <> 'added'`)
  const forget = db.prepare(`
    delete from batch_file where batch = :batch and round < :round and state in ('failed', 'passed-over') and file is null`)
  const lose = db.prepare(`
    update batch_file set state = iif(state = 'again', 'added', 'failed'), says = :says
    where batch = :batch and round < :round and state in ('listed', 'again')`)
  const proceed = db.prepare("update batch set phase = 'adding', changed_at = :at where key = :batch")
  const count = db.prepare(`
    update job set (total, done) = (
      select count(*), coalesce(sum(l.state = 'failed'
        or (l.state = 'added' and coalesce(f.state not in ('queued', 'running'), 1))), 0)
      from batch_file l left join file f on f.key = l.file
      where l.batch = :batch and l.state in ('listed', 'again', 'added', 'failed'))
    where key = :job`)

  function current(id: string): StoredBatch | null {
    const batch = batches.byId(id)
    return batch && batch.phase !== 'abandoned' && batch.job_state !== 'cancelled' ? batch : null
  }

  return {
    plan({ batch: id, documents, found, others }: PlanBatch): boolean {
      const batch = current(id)
      if (!batch) return false
      // Two runs may list at once: what either finds is found in the newest round.
      const { round } = batch
      for (const file of found) find.run({ batch: batch.key, round, ...file })
      for (const { name, title, cells, files } of documents) {
        const said = cells === undefined ? null : JSON.stringify(cells)
        put.run({ batch: batch.key, name, title, cells: said })
        const part = partOf.get(batch.key, name)
        for (const file of files) assign.run({ batch: batch.key, round, part, ...file })
      }
      for (const one of others) other.run({ batch: batch.key, round, ...one })
      return true
    },
    planned(id: string, round: number, at: string): boolean {
      const batch = current(id)
      if (!batch) return false
      if (batch.round === round) {
        forget.run({ batch: batch.key, round })
        lose.run({ batch: batch.key, round, says: gone })
      }
      proceed.run({ batch: batch.key, at })
      count.run({ batch: batch.key, job: batch.job_key })
      return true
    },
  }
}
