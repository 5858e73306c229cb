import type { Job, JobKind, JobState } from '../domain/job.ts'
import type { Connection } from './open-database.ts'

export type JobRow = {
  key: number
  id: string
  kind: JobKind
  state: JobState
  document: string | null
  file: string | null
  title: string | null
  name: string | null
  uploads: string | null
  import: string | null
  done: number
  total: number | null
  waiting: number | null
  unattended: number | null
  message: string | null
  error: string | null
  created_at: string
  started_at: string | null
  finished_at: string | null
}

/** The condition that a file `f` waits for recognition that no job will do as things stand. */
export const isUnattended = `f.state = 'waiting'
  and not exists (select 1 from job w where w.file = f.key and w.state in ('queued', 'running'))`

const partsThat = (condition: string) => `iif(j.kind = 'ingest',
  (select count(*) from job part join file f on f.key = part.file where part.parent = j.key and ${condition}), null)`

/** Selects jobs `j`; a job with parts counts their pages, and its total is known once each part knows its own. */
export const jobColumns = `
  select j.key, j.id, j.kind, j.state, d.id as document, f.id as file,
    (select e.title from description e where e.document = d.key and d.deleted_at is null) as title,
    coalesce(f.name, (select b.name from batch b where b.job = j.key), (select i.name from import i where i.job = j.key)) as name,
    (select b.id from batch b where b.job = j.key) as uploads, (select i.id from import i where i.job = j.key) as import,
    case when j.kind = 'ingest' then (select coalesce(sum(done), 0) from job where parent = j.key) else j.done end as done,
    case when j.kind = 'ingest' then
      (select case when sum(total is null and state in ('queued', 'running')) = 0 then sum(coalesce(total, done)) end
        from job where parent = j.key) else j.total end as total,
    ${partsThat("f.state = 'waiting'")} as waiting, ${partsThat(isUnattended)} as unattended,
    j.message, j.error, j.created_at, j.started_at, j.finished_at
  from job j left join document d on d.key = j.document left join file f on f.key = j.file`

export function toJob({ key, created_at, started_at, finished_at, ...same }: JobRow): Job {
  return { ...same, createdAt: created_at, startedAt: started_at, finishedAt: finished_at }
}

/** Jobs as rows, shared by who reads and who writes them. */
export function jobRows(db: Connection) {
  const byId = db.prepare<[string], JobRow>(`${jobColumns} where j.id = ?`)
  return { byId: (id: string): JobRow | undefined => byId.get(id) }
}
