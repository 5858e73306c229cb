import { z } from 'zod'
import { followJob, type JobDeps, seeJob } from '../actions/follow-job.ts'
import { once, type Repeating } from '../actions/once.ts'
import { admit } from '../actions/see.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { JobWriter } from '../ports/jobs.ts'
import { matchesStrongly } from './conditions.ts'
import { versionedTag } from './document-shape.ts'
import { streamEvents } from './event-stream.ts'
import { slice } from './fields.ts'
import { JobReply, presentJob, JobStateReply as State } from './job-shape.ts'
import { type Route, route } from './route.ts'

export type JobRoutesDeps = JobDeps &
  Repeating & {
    jobWriter: JobWriter
    wake(): void
    /** Aborts when the server closes: streams that would go on are ended then. */
    closing?: AbortSignal
  }

const params = z.object({ jobId: z.string() })
const tags: [string] = ['Jobs']
/** Jobs: followed, cancelled, run again. */
export const jobRoutes = (deps: JobRoutesDeps): Route[] => [
  route({
    id: 'listJobs',
    method: 'get',
    path: '/jobs',
    tags,
    access: 'archivist',
    summary: 'The jobs, newest first',
    query: z.object({
      state: State.optional(),
      failures: z
        .enum(['true', 'false'])
        .optional()
        .meta({ description: 'true: only those that failed, or of whose files some did' }),
      document: z.string().optional(),
      ...slice,
    }),
    status: 200,
    reply: z.object({ items: z.array(JobReply), next: z.string().nullable() }),
    faults: ['invalid-input'],
    handle: async ({ query }) => {
      const { items, next } = await deps.jobs.list(
        { state: query.state, failures: query.failures === 'true', document: query.document },
        query,
      )
      return { body: { items: items.map((job) => presentJob(job, deps.clock())), next } }
    },
  }),
  route({
    id: 'readJob',
    method: 'get',
    path: '/jobs/:jobId',
    tags,
    access: 'reader',
    summary: 'How far a job is',
    params,
    status: 200,
    reply: JobReply,
    faults: ['not-found'],
    handle: async ({ params, actor }) => {
      const job = await seeJob(deps, actor, params.jobId)
      return { body: presentJob(job, deps.clock()), etag: tagOf(job) }
    },
  }),
  route({
    id: 'followJob',
    method: 'get',
    path: '/jobs/:jobId/events',
    tags,
    access: 'reader',
    summary: 'The job as Server-Sent Events, one whenever it changes, until it has ended',
    params,
    status: 200,
    produces: 'text/event-stream',
    faults: ['not-found'],
    respond: async ({ params, actor, req, res }) => {
      await seeJob(deps, actor, params.jobId)
      await streamEvents({ req, res }, deps.closing, async function* (ended) {
        for await (const job of followJob(deps, actor, params.jobId, ended)) yield eventOf(job, deps.clock())
      })
    },
  }),
  route({
    id: 'cancelJob',
    method: 'post',
    path: '/jobs/:jobId/cancel',
    tags,
    access: 'archivist',
    summary: 'Cancel what has not ended; files are kept',
    params,
    status: 200,
    reply: JobReply,
    faults: ['not-found', 'conflict', 'precondition-failed', 'in-progress', 'idempotency-mismatch'],
    handle: async ({ params, actor, ifMatch, idempotencyKey }) => {
      const job = await seeJob(deps, actor, params.jobId)
      const body = await once(
        deps,
        actor.id,
        idempotencyKey,
        ['cancelJob', params.jobId],
        async (idempotency) => {
          refuseOther(ifMatch, job)
          return deps.jobWriter.cancel({ actor: actor.id, at: deps.clock(), idempotency, id: params.jobId })
        },
      )
      return { body: presentJob(body, deps.clock()) }
    },
  }),
  route({
    id: 'retryJob',
    method: 'post',
    path: '/jobs/:jobId/retry',
    tags,
    access: 'archivist',
    summary: 'Run again what failed or was cancelled',
    params,
    status: 200,
    reply: JobReply,
    faults: ['not-found', 'gone', 'conflict', 'precondition-failed', 'in-progress', 'idempotency-mismatch'],
    handle: async ({ params, actor, ifMatch, idempotencyKey }) => {
      const job = await seeJob(deps, actor, params.jobId)
      if (job.document) await admit(deps, actor, job.document)
      const body = await once(
        deps,
        actor.id,
        idempotencyKey,
        ['retryJob', params.jobId],
        async (idempotency) => {
          refuseOther(ifMatch, job)
          return deps.jobWriter.retry({ actor: actor.id, at: deps.clock(), idempotency, id: params.jobId })
        },
      )
      deps.wake()
      return { body: presentJob(body, deps.clock()) }
    },
  }),
]

/** Events bear no name, so that whoever listens for messages hears them; `state` says which is the last. */
const eventOf = (job: Job, at: string): string => `data: ${JSON.stringify(presentJob(job, at))}\n\n`

const tagOf = (job: Job): string => versionedTag(0, job)

function refuseOther(ifMatch: string | null, job: Job): void {
  if (ifMatch === null || matchesStrongly(ifMatch, tagOf(job))) return
  throw new ArchiveError('precondition-failed', `The job is ${job.state} by now: read it again.`)
}
