import { z } from 'zod'

/** The states of a job. */
export const JobStateReply = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])

/** A job as replies tell of it. */
export const JobReply = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: JobStateReply,
    document: z.string().nullable(),
    file: z.string().nullable(),
    done: z.int().meta({ description: 'Pages done, or documents' }),
    total: z.int().nullable().meta({ description: 'Pages or documents in all, null until known' }),
    message: z.string().nullable(),
    error: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' })
