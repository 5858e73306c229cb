import type { JobState } from '../domain/job.ts'
import type { Import } from '../ports/imports.ts'
import type { Connection } from './open-database.ts'

export type StoredImport = {
  key: number
  job_key: number
  id: string
  job: string
  state: JobState
  name: string
  sha256: string
  format: Import['format']
  dry_run: number
  keep_unknown: number
  assumed: string | null
  at_row: number
  total: number | null
  added: number
  known: number
  refused: number
  would_add: number
  error: string | null
  created_by: string
  created_at: string
  finished_at: string | null
}

const selectImports = `
  select i.key, j.key as job_key, i.id, j.id as job, j.state, i.name, i.sha256, i.format, i.dry_run, i.keep_unknown,
    i.assumed, i.at_row, j.total, i.added, i.known, i.refused, i.would_add, j.error, i.created_by, i.created_at,
    coalesce(i.finished_at, j.finished_at) as finished_at
  from import i join job j on j.key = i.job`

export function toImport(row: StoredImport): Import {
  const { id, job, state, name, sha256, format, assumed, total, error, added, known, refused } = row
  return {
    ...{ id, job, state, name, sha256, format, assumed, total, error },
    dryRun: row.dry_run === 1,
    keepUnknown: row.keep_unknown === 1,
    atRow: row.at_row,
    counts: { added, known, refused, wouldAdd: row.would_add },
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

/** Imports as rows, shared by who reads and who writes them. */
export function importRows(db: Connection) {
  const byId = db.prepare<[string], StoredImport>(`${selectImports} where i.id = ?`)
  const next = db.prepare<[], StoredImport>(
    `${selectImports} where i.finished_at is null and j.state = 'running' order by i.key limit 1`,
  )
  return {
    byId: (id: string): StoredImport | undefined => byId.get(id),
    next: (): StoredImport | undefined => next.get(),
  }
}
