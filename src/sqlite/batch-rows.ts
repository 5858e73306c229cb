import type { Batch, BatchFile, Phase } from '../domain/bulk/batch.ts'
import type { Grouping } from '../domain/bulk/group-folder.ts'
import type { JobState } from '../domain/job.ts'
import type { Connection } from './open-database.ts'

export type StoredBatch = {
  key: number
  id: string
  job: string | null
  job_key: number | null
  job_state: JobState | null
  source: Batch['source']
  name: string
  phase: Phase
  grouping: Grouping
  groupings: string
  skip_known: number
  cells: string
  manifest: string | null
  round: number
  created_by: string
  created_at: string
}

/** Selects batches `b` with their jobs `j`; the manifest, which may be long, while it is still to be gone by. */
export const batchColumns = `
  select b.key, b.id, j.id as job, j.key as job_key, j.state as job_state, b.source, b.name, b.phase, b.grouping,
    b.groupings, b.skip_known, b.cells,
    iif(b.phase = 'listing', b.manifest, null) as manifest, b.round, b.created_by, b.created_at
  from batch b left join job j on j.key = b.job`

export function toBatch(row: StoredBatch): Batch {
  const { id, source, name, phase, grouping, round, job } = row
  return {
    ...{ id, source, name, phase, grouping, round, job },
    groupings: JSON.parse(row.groupings),
    skipKnown: row.skip_known === 1,
    cells: JSON.parse(row.cells),
    manifest: row.manifest === null ? null : JSON.parse(row.manifest),
    createdBy: row.created_by,
    createdAt: row.created_at,
  }
}

/** Selects the files of batches as they are when they are still to be added. */
export const batchFileColumns = 'select path, spelt, role, state, bytes, changed, sha256 from batch_file'

export type BatchFileRow = BatchFile

/** Batches as rows, shared by who reads and who writes them. */
export function batchRows(db: Connection) {
  const byId = db.prepare<[string], StoredBatch>(`${batchColumns} where b.id = ?`)
  return { byId: (id: string): StoredBatch | undefined => byId.get(id) }
}
