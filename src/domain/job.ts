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
  /** The title of the document, unless it was deleted. */
  title: string | null
  /** What the file, the uploads or the table are called. */
  name: string | null
  /** The uploads or the folder that a bulk job adds, and the table that an import adds. */
  uploads: string | null
  import: string | null
  done: number
  total: number | null
  /**
   * How many files of the request wait for recognition, and how many of those no job will recognise as things stand: it is
   * off, lacks a language, or was cancelled. Null for jobs that do not cover a request.
   */
  waiting: number | null
  unattended: number | null
  message: string | null
  error: string | null
  createdAt: string
  /** When it first ran; null where it has not, or ran before this was noted. */
  startedAt: string | null
  finishedAt: string | null
}

/** How quickly a running job goes on, things done a second and seconds left; null where that cannot be told. */
export type Pace = { perSecond: number | null; secondsLeft: number | null }

/** The pace of a job at a time, by what it has done since it first ran. */
export function paceOf({ state, startedAt, done, total }: Job, at: string): Pace {
  const seconds = startedAt === null ? 0 : (Date.parse(at) - Date.parse(startedAt)) / 1000
  if (state !== 'running' || seconds <= 0 || done === 0) return { perSecond: null, secondsLeft: null }
  const perSecond = done / seconds
  const secondsLeft = total === null ? null : Math.ceil(Math.max(0, total - done) / perSecond)
  return { perSecond: Number(perSecond.toPrecision(3)), secondsLeft }
}

/** Whether a job will not change by itself any more. */
export const hasEnded = (job: Pick<Job, 'state'>): boolean =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
