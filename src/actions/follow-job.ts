import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import { hasEnded, type Job } from '../domain/job.ts'
import type { JobReader } from '../ports/jobs.ts'
import { keepsArchive, mayKnow, type Seeing } from './see.ts'

export type JobDeps = Seeing & { jobs: JobReader }

const pollMs = 150

/** A job about a document that the actor may see; one about none, or many, for those who keep the archive. */
export async function seeJob(deps: JobDeps, actor: Actor, id: string): Promise<Job> {
  const job = await deps.jobs.find(id)
  const document = job?.document ? await deps.documents.guard(job.document) : null
  const mayFollow = document ? mayKnow(actor, document, deps.clock()) : keepsArchive(actor)
  if (!job || !mayFollow) throw notFound('job')
  return job
}

/** The job as it stands, and again whenever it changes, until it has ended or the reader is gone. */
export async function* followJob(
  deps: JobDeps,
  actor: Actor,
  id: string,
  gone: AbortSignal,
): AsyncGenerator<Job> {
  let told = ''
  while (!gone.aborted) {
    const job = await seeJob(deps, actor, id)
    const now = JSON.stringify(job)
    if (now !== told) yield job
    if (hasEnded(job)) return
    told = now
    await sleep(pollMs, undefined, { signal: gone }).catch(() => undefined)
  }
}
