import { z } from 'zod'
import { type Job, paceOf } from '../domain/job.ts'

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
    title: z.string().nullable().meta({ description: 'The title of the document' }),
    name: z.string().nullable().meta({ description: 'What the file, the uploads or the table are called' }),
    uploads: z.string().nullable().meta({ description: 'Of kind bulk: the uploads, or the folder' }),
    import: z.string().nullable().meta({ description: 'Of kind import: the table' }),
    done: z.int().meta({ description: 'Pages done, or documents' }),
    total: z.int().nullable().meta({ description: 'Pages or documents in all, null until known' }),
    waiting: z.int().nullable().meta({
      description:
        'Of kind ingest: how many of its files wait for recognition; of uploads, they tell it themselves',
    }),
    unattended: z.int().nullable().meta({
      description:
        'How many of those no job will recognise as things stand: recognition is off, lacks a language, or was cancelled',
    }),
    message: z.string().nullable(),
    error: z.string().nullable(),
    perSecond: z.number().nullable().meta({ description: 'How many are done a second, while it runs' }),
    secondsLeft: z.int().nullable().meta({ description: 'How long it will take at that rate' }),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' })

/** A job as replies tell of it at a time. */
export const presentJob = (job: Job, at: string) => ({ ...job, ...paceOf(job, at) })
