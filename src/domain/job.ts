export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/**
 * `ingest` covers a request and only has parts; `extract` reads the text of one file; `picture` makes the images of
 * its pages and recognises those that want it; `describe` describes documents anew
 * after a change of something that they name; `import` adds the documents of a table; `bulk` adds the files of a batch and
 * ends when they are read.
 */
export type JobKind = 'ingest' | 'extract' | 'picture' | 'describe' | 'import' | 'bulk'

/** A piece of work that outlives a request. `done` and `total` count pages, documents, rows or files; a total is null until known. */
export type Job = {
  id: string
  kind: JobKind
  state: JobState
  document: string | null
  file: string | null
  done: number
  total: number | null
  message: string | null
  error: string | null
  createdAt: string
  finishedAt: string | null
}

/** Whether a job will not change by itself any more. */
export const hasEnded = (job: Pick<Job, 'state'>): boolean =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
