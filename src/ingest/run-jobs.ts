import { setTimeout as sleep } from 'node:timers/promises'
import { ArchiveError, isDiskFull, isUnwritable } from '../domain/errors.ts'
import type { DocumentReader } from '../ports/documents.ts'
import type { Ending, JobWriter, Lease } from '../ports/jobs.ts'
import type { PageMatchingWriter } from '../ports/page-matching.ts'
import { type AddUploadsDeps, addNextUploads } from './bulk/add-uploads.ts'
import { type ImportTableDeps, importTable } from './import-table.ts'
import { type IngestDeps, ingestFile, type Outcome } from './ingest-file.ts'
import { type PictureDeps, picturePages } from './picture-pages.ts'

export type RunnerDeps = IngestDeps &
  ImportTableDeps &
  AddUploadsDeps &
  PictureDeps & {
    documents: DocumentReader
    jobWriter: JobWriter
    matchingWriter: PageMatchingWriter
    /** Whether images of pages are made when files come, and not only when somebody asks for them. */
    makesImages: boolean
    log: { warn(details: object, message: string): void; error(details: object, message: string): void }
  }

export type Runner = {
  /** Says that there may be work. */
  wake(): void
  /** Resolves once no job is due or under way. */
  idle(): Promise<void>
  /** Stops what is under way (it is taken up again at the next start) and resolves when all is quiet. */
  stop(): Promise<void>
}

const leaseMs = 60_000
const beatMs = 5_000
const pollMs = 500
/** No step of a clock that is being kept right. */
const leapMs = 5_000
const mostAttempts = 4
const describedAtOnce = 500
const matchedAtOnce = 50
/** A text that is being corrected page by page is looked at when that seems to be over. */
const restMs = 30_000
const signedAtOnce = 50
const longestPauseMs = 64_000

/** Runs the archive's jobs, `workers` at a time. Only who holds the archive's lock may. */
export function runJobs(deps: RunnerDeps, workers: number): Runner {
  const stopping = new AbortController()
  let rouse = new AbortController()
  let busy = 0
  let isImporting = false
  let isGrouping = false
  let last = deps.clock()

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Counted as busy from before the claim: a job that is claimed waits no more, but is not done either.
      busy++
      const worked = await workOnce().finally(() => busy--)
      if (!worked) {
        await sleep(pollMs, undefined, { signal: AbortSignal.any([rouse.signal, stopping.signal]) }).catch(
          () => {},
        )
      }
    }
  }

  async function workOnce(): Promise<boolean> {
    await minded().catch((error) => deps.log.error({ err: error }, 'Jobs could not be told of the time'))
    if (await describe(deps)) return true
    if (await importNext()) return true
    if (await addUploads()) return true
    const lease = await claim(deps).catch((error) => {
      deps.log.error({ err: error }, 'No job could be claimed')
      return null
    })
    if (lease === null) return sign(deps)
    await runJob(deps, lease, stopping.signal)
    return true
  }

  /** Where the clock has gone back, what waits would wait for a time that is far off. */
  async function minded(): Promise<void> {
    const at = deps.clock()
    const hasGoneBack = at < later(last, -leapMs)
    last = at
    if (hasGoneBack) await deps.jobWriter.hasten({ at })
  }

  /** Goes on with the oldest import, one at a time; false where there is none, or it failed. */
  async function importNext(): Promise<boolean> {
    if (isImporting) return false
    isImporting = true
    try {
      const table = await deps.imports.next()
      if (table === null) return false
      await importTable(deps, table, stopping.signal)
      return true
    } catch (error) {
      deps.log.error({ err: error }, 'An import was interrupted; it goes on by itself')
      return false
    } finally {
      isImporting = false
    }
  }

  /** Makes documents of the oldest uploads that were asked to become some; false where there are none, or it failed. */
  async function addUploads(): Promise<boolean> {
    if (isGrouping) return false
    isGrouping = true
    try {
      return await addNextUploads(deps, stopping.signal)
    } catch (error) {
      deps.log.error({ err: error }, 'Adding uploads was interrupted; it goes on by itself')
      return false
    } finally {
      isGrouping = false
    }
  }

  const running = Promise.all(Array.from({ length: workers }, work))
  return {
    wake() {
      rouse.abort()
      rouse = new AbortController()
    },
    async idle() {
      const isMore = async () =>
        (await deps.jobs.waiting(deps.clock())) ||
        (await deps.jobs.describing()) ||
        (await deps.imports.next()) !== null ||
        (await deps.batches.next()) !== null
      while ((await isMore()) || busy > 0) await sleep(20)
    },
    async stop() {
      stopping.abort(new ArchiveError('busy', 'The archive is closing.'))
      await running
    },
  }
}

/** Describes anew some of the documents that a change has left for later; false where there are none, or it failed. */
async function describe({ jobs, jobWriter, clock, log }: RunnerDeps): Promise<boolean> {
  try {
    if (!(await jobs.describing())) return false
    await jobWriter.describe({ at: clock(), most: describedAtOnce })
    return true
  } catch (error) {
    log.error({ err: error }, 'Documents could not be described anew')
    return false
  }
}

/** Takes in some pages of a text that has come to rest, to tell what it is like; false where there is none. */
async function sign({ jobs, jobWriter, clock, log }: RunnerDeps): Promise<boolean> {
  try {
    const at = clock()
    const before = later(at, -restMs)
    if (!(await jobs.signing(before))) return false
    return await jobWriter.sign({ at, before, most: signedAtOnce })
  } catch (error) {
    log.error({ err: error }, 'It could not be told what a text is like')
    return false
  }
}

async function claim({ jobs, jobWriter, newId, clock }: RunnerDeps): Promise<Lease | null> {
  const at = clock()
  if (!(await jobs.waiting(at))) return null
  return jobWriter.claim({ at, token: newId('t'), until: later(at, leaseMs) })
}

async function runJob(deps: RunnerDeps, lease: Lease, stopping: AbortSignal): Promise<void> {
  const { jobWriter, clock } = deps
  const { token } = lease
  const lost = new AbortController()
  const beat = setInterval(async () => {
    const at = clock()
    const held = await jobWriter.heartbeat({ at, token, until: later(at, leaseMs) }).catch(() => true)
    if (!held) lost.abort(new ArchiveError('conflict', 'The job was cancelled or taken by another worker.'))
  }, beatMs)
  try {
    const file = await deps.documents.file(lease.file)
    if (!file) throw new Error(`The file ${lease.file} of job ${lease.job} is not there.`)
    const signal = AbortSignal.any([stopping, lost.signal])
    if (lease.kind === 'picture') return await picturePages(deps, lease, file, signal)
    const { wanted, ...outcome } = await ingestFile(deps, lease, file, signal)
    await matchPages(deps, lease, signal)
    await jobWriter.finish({ at: clock(), token, ...outcome, ...whatFollows(deps, outcome, wanted) })
  } catch (error) {
    await settle(deps, lease, error, stopping).catch((cause) =>
      deps.log.error({ err: cause }, 'A job could not be settled'),
    )
  } finally {
    clearInterval(beat)
  }
}

/** Brings texts of transcriptions to the pages of their scan, some in each transaction, before the last job of them ends. */
async function matchPages({ matchingWriter, clock }: RunnerDeps, { token }: Lease, signal: AbortSignal) {
  while (await matchingWriter.matchSome({ at: clock(), token, most: matchedAtOnce })) signal.throwIfAborted()
}

/** A file whose pages are to be recognised waits for that, and for nothing where there is no recogniser. */
function whatFollows(
  { recogniser, makesImages, newId }: RunnerDeps,
  { file }: Pick<Ending, 'file'>,
  wanted: number | undefined,
): Pick<Ending, 'file' | 'following'> {
  if (wanted === undefined) return { file, following: null }
  const isWanted = wanted > 0 && recogniser.places > 0
  if (isWanted) return { file: 'waiting', following: { id: newId('j'), isWanted } }
  return { file, following: makesImages ? { id: newId('j'), isWanted } : null }
}

/** What is wrong with the file ends the job; what is wrong with the machine puts it off. */
async function settle(deps: RunnerDeps, lease: Lease, error: unknown, stopping: AbortSignal): Promise<void> {
  const { jobWriter, clock, log } = deps
  const { token } = lease
  const at = clock()
  if (stopping.aborted)
    return jobWriter.postpone({ at, token, runAfter: at, message: 'Interrupted; goes on at the next start.' })
  if (error instanceof ArchiveError && error.fault === 'conflict') return
  if (error instanceof ArchiveError && error.fault === 'unreadable-file') {
    // It may be the last one for which the others have waited.
    await matchPages(deps, lease, stopping)
    return jobWriter.finish({ at, token, ...failed(error.message) })
  }
  log.error({ err: error, job: lease.job, attempt: lease.attempts }, 'A job failed')
  // A disk that is full or takes nothing says nothing about the file, and somebody will mend it.
  if (lease.attempts >= mostAttempts && !isDiskFull(error) && !isUnwritable(error)) {
    const says =
      'The file is kept, but reading it failed several times for a reason of the archive’s own: see its log, then retry the job.'
    return jobWriter.finish({ at, token, ...failed(says) })
  }
  const message = isDiskFull(error)
    ? 'The disk of the archive is full; reading goes on by itself once there is space.'
    : 'Reading failed for a reason of the archive’s own; it is tried again by itself.'
  const runAfter = later(at, Math.min(longestPauseMs, 1000 * 4 ** lease.attempts))
  await jobWriter.postpone({ at, token, runAfter, message })
}

const failed = (error: string): Outcome => ({ file: 'failed', message: null, error, remark: null })

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()
