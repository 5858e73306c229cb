import { ArchiveError, notFound } from '../domain/errors.ts'
import type { JobWriter, Lease } from '../ports/jobs.ts'
import { bulkParts } from './bulk-parts.ts'
import { eventLog } from './event-log.ts'
import { jobParts } from './job-parts.ts'
import { jobRows, toJob } from './job-rows.ts'
import type { Connection } from './open-database.ts'
import { pictureJobs } from './picture-jobs.ts'
import { redating } from './redating.ts'
import { resemblanceRows } from './resemblance-rows.ts'
import { staleDescriptions } from './stale-descriptions.ts'
import { textSigning } from './text-signing.ts'
import { transactions } from './transact.ts'

type Due = {
  key: number
  job: string
  kind: Lease['kind']
  priority: number
  file: string
  fileKey: number
  attempts: number
}
type Held = {
  key: number
  job: string
  kind: Lease['kind']
  file: number
  fileId: string
  document: string
  documentKey: number
  parent: number | null
}

const dueColumns = `
  select j.key, j.id as job, j.kind, j.priority, f.id as file, f.key as fileKey, j.attempts
  from job j join file f on f.key = j.file`

/** Jobs, written. */
export function sqliteJobWriter(db: Connection): JobWriter {
  const transact = transactions(db)
  const jobs = jobRows(db)
  const parts = jobParts(db)
  const bulk = bulkParts(db)
  const record = eventLog(db)
  const resemblance = resemblanceRows(db)
  const pictures = pictureJobs(db)
  const stale = staleDescriptions(db)
  const redate = redating(db)
  const signed = textSigning(db)
  // The files of a witness are read in order, so that its pages come in order. Few jobs run at a time, whatever is queued.
  const due = db.prepare<[string], Due>(`
    ${dueColumns} where j.state = 'queued' and j.kind <> 'ingest' and j.run_after <= ?
      and (j.kind = 'picture' or f.witness not in (
        select o.witness from job r indexed by job_under_way cross join file o on o.key = r.file
        where r.state = 'running' and r.kind <> 'ingest' and r.kind = 'extract'))
    order by j.priority desc, j.key limit 1`)
  // Whoever held it could not even say that it failed.
  const expired = db.prepare<[string], Due>(`
    ${dueColumns} where j.state = 'running' and j.kind <> 'ingest' and j.lease_until < ? limit 1`)
  const take = db.prepare(`
    update job set state = 'running', lease_token = :token, lease_until = :until, attempts = attempts + 1, message = null
    where key = :key`)
  const setFile = db.prepare(
    'update file set state = :state, error = :error, remark = :remark where key = :file',
  )
  const beat = db.prepare(`
    update job set lease_until = :until where lease_token = :token and state = 'running'`)
  const held = db.prepare<[string], Held>(`
    select j.key, j.id as job, j.kind, j.file, f.id as fileId, d.id as document, d.key as documentKey, j.parent
    from job j join file f on f.key = j.file join document d on d.key = f.document
    where j.lease_token = ? and j.state = 'running'`)
  const end = db.prepare(`
    update job set state = :state, message = :message, error = :error, finished_at = :at, lease_token = null,
      lease_until = null where key = :key`)
  const putBack = db.prepare(`
    update job set state = 'queued', lease_token = null, lease_until = null, run_after = :runAfter, message = :message
    where key = :key`)
  const releaseAll = db.prepare(`
    update job set state = 'queued', lease_token = null, lease_until = null, run_after = ?, attempts = attempts - 1
    where state = 'running' and kind <> 'ingest' and file is not null`)
  const hasten = db.prepare("update job set run_after = :at where state = 'queued' and run_after > :at")
  const stopImport = db.prepare(`
    update job set state = 'cancelled', finished_at = ? where key = ? and kind = 'import' and state = 'running'`)
  const resumeImport = db.prepare(`
    update job set state = 'running', finished_at = null where key = ? and kind = 'import' and state = 'cancelled'`)
  const requeueFiles = db.prepare("update file set state = 'queued' where state = 'running'")

  return {
    async claim({ at, token, until }) {
      return transact({ actor: 'ingest', at }, (): Lease | null => {
        const job = expired.get(at) ?? due.get(at)
        if (!job) return null
        take.run({ key: job.key, token, until })
        if (job.kind === 'extract')
          setFile.run({ file: job.fileKey, state: 'running', error: null, remark: null })
        parts.started(job.key)
        const { kind, priority, file } = job
        return { job: job.job, kind, priority, token, file, attempts: job.attempts + 1 }
      })
    },

    async heartbeat({ at, token, until }) {
      return transact({ actor: 'ingest', at }, () => beat.run({ token, until }).changes === 1)
    },

    async finish({ at, token, file, message, error, remark, wording, following }) {
      transact({ actor: 'ingest', at }, () => {
        const job = held.get(token)
        if (!job) return
        const state = file === 'failed' ? 'failed' : 'done'
        end.run({ key: job.key, state, message, error, at })
        // Pages that cannot be pictured now leave the file as it was.
        if (job.kind === 'extract') setFile.run({ file: job.file, state: file, error, remark })
        if (wording) resemblance.note({ file: job.file, document: job.documentKey }, wording, at)
        if (following) pictures.follow(job.file, following.isWanted, following.id, at)
        parts.ended(job.parent, at)
        const after = { file: job.fileId, state: file, message, error }
        record({
          at,
          actor: 'ingest',
          verb: 'ingest',
          subject: { type: 'document', id: job.document },
          after,
        })
      })
    },

    async postpone({ at, token, runAfter, message }) {
      transact({ actor: 'ingest', at }, () => {
        const job = held.get(token)
        if (!job) return
        putBack.run({ key: job.key, runAfter, message })
        if (job.kind === 'extract')
          setFile.run({ file: job.file, state: 'queued', error: null, remark: null })
      })
    },

    async describe({ at, most }) {
      transact({ actor: 'describe', at }, () => {
        redate.overdue(stale.take(most, at), at)
      })
    },

    async sign(command) {
      return transact({ actor: 'ingest', at: command.at }, () => signed.step(command))
    },

    async release({ at }) {
      return transact({ actor: 'ingest', at }, () => {
        requeueFiles.run()
        hasten.run({ at })
        return releaseAll.run(at).changes
      })
    },

    async hasten(command) {
      hasten.run(command)
    },

    async cancel(command) {
      return transact(command, () => {
        const job = jobs.byId(command.id)
        if (!job) throw notFound('job')
        const stopped =
          job.kind === 'import'
            ? stopImport.run(command.at, job.key).changes
            : (job.kind === 'bulk' ? bulk : parts).cancel(job.key, command.at)
        if (stopped === 0) {
          throw new ArchiveError(
            'conflict',
            `This job is ${job.state}: only a queued or running job can be cancelled.`,
          )
        }
        if (job.document)
          record({
            ...command,
            verb: 'cancel-job',
            subject: { type: 'document', id: job.document },
            after: { job: job.id },
          })
        return toJob(jobs.byId(command.id) ?? job)
      })
    },

    async retry(command) {
      return transact(command, () => {
        const job = jobs.byId(command.id)
        if (!job) throw notFound('job')
        const again =
          job.kind === 'import'
            ? resumeImport.run(job.key).changes
            : (job.kind === 'bulk' ? bulk : parts).retry(job.key, command.at)
        if (again === 0) {
          throw new ArchiveError(
            'conflict',
            `This job is ${job.state} and nothing of it failed: there is nothing to run again.`,
          )
        }
        if (job.document)
          record({
            ...command,
            verb: 'retry-job',
            subject: { type: 'document', id: job.document },
            after: { job: job.id },
          })
        return toJob(jobs.byId(command.id) ?? job)
      })
    },
  }
}
