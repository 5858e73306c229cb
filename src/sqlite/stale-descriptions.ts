import { v7 } from 'uuid'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'

/** Documents that a job is to describe anew, in the transaction of who calls. */
export function staleDescriptions(db: Connection) {
  const underWay = db.prepare<[], number>('select job from stale_description order by job limit 1').pluck()
  const open = db.prepare(`
    insert into job (id, kind, state, total, run_after, created_at) values (?, 'describe', 'running', 0, ?, ?)`)
  const keep = db.prepare('insert or ignore into stale_description (document, job) values (?, ?)')
  const grow = db.prepare('update job set total = total + ? where key = ?')
  const next = db.prepare<[number], DocumentRow & { job: number }>(`
    select d.*, s.job from stale_description s join document d on d.key = s.document order by s.document limit ?`)
  const forget = db.prepare('delete from stale_description where document = ?')
  const advance = db.prepare('update job set done = done + 1 where key = ?')
  const end = db.prepare(`
    update job set state = 'done', finished_at = ?
    where key = ? and not exists (select 1 from stale_description s where s.job = job.key)`)
  return {
    /** Leaves documents to the job that is under way, or to a new one. */
    put(documents: readonly DocumentRow[], at: string): void {
      if (documents.length === 0) return
      const job = underWay.get() ?? open.run(`j${v7().replaceAll('-', '')}`, at, at).lastInsertRowid
      const added = documents.reduce((sum, { key }) => sum + keep.run(key, job).changes, 0)
      grow.run(added, job)
    },
    /** Takes at most so many documents, which are then to be described; with the last the job ends. */
    take(most: number, at: string): DocumentRow[] {
      const taken = next.all(most)
      for (const { key, job } of taken) {
        forget.run(key)
        advance.run(job)
      }
      for (const job of new Set(taken.map((row) => row.job))) end.run(at, job)
      return taken
    },
  }
}
