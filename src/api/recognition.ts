import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import { doubtfulPages, type Recognising, recogniseFile, recognisePage } from '../actions/recognise.ts'
import { language, slice } from './fields.ts'
import { JobReply, presentJob } from './job-shape.ts'
import { type Route, route } from './route.ts'

export type RecognitionRoutesDeps = Recognising & Repeating

const tags: [string] = ['Recognition']
const faults = [
  'not-found',
  'gone',
  'conflict',
  'malformed-json',
  'idempotency-mismatch',
  'in-progress',
] as const

const Wish = z.object({
  languages: z
    .array(language)
    .max(6, 'holds at most six languages: name those that stand on the pages')
    .nullish()
    .meta({
      description:
        'The languages (BCP 47) that it is in, kept for the file; [] has them found out. Default: those said before, else those of its document',
    }),
})

const DoubtfulReply = z
  .object({
    page: z.string(),
    document: z.string(),
    title: z.string(),
    language: z.string().nullable(),
    number: z.int(),
    label: z.string().nullable(),
    confidence: z.number(),
  })
  .meta({ id: 'DoubtfulPage' })

/** Recognition: what it can do here, had done anew, and the pages that somebody should look over. */
export const recognitionRoutes = (deps: RecognitionRoutesDeps): Route[] => [
  route({
    id: 'readRecognition',
    method: 'get',
    path: '/recognition',
    tags,
    access: 'archivist',
    summary: 'What recognises pages here, and in which languages',
    status: 200,
    reply: z.object({
      engine: z.string().nullable(),
      languages: z.array(z.string()),
      places: z.int().meta({ description: 'Pages at a time; 0 where recognition is off' }),
    }),
    faults: [],
    handle: async () => {
      const { engine, languages } = await deps.recogniser.abilities()
      return { body: { engine, languages: [...languages], places: deps.recogniser.places } }
    },
  }),
  route({
    id: 'listDoubtfulPages',
    method: 'get',
    path: '/recognition/doubtful',
    tags,
    access: 'archivist',
    summary: 'Pages recognised with little confidence that nobody has corrected, the least sure first',
    query: z.object({
      below: z.coerce.number().min(0).max(101).default(80),
      document: z.string().optional(),
      ...slice,
    }),
    status: 200,
    reply: z.object({ items: z.array(DoubtfulReply), next: z.string().nullable() }),
    faults: ['invalid-input'],
    handle: async ({ query, actor }) => ({
      body: await doubtfulPages(deps, actor, { below: query.below, document: query.document ?? null }, query),
    }),
  }),
  route({
    id: 'recogniseFile',
    method: 'post',
    path: '/files/:fileId/recognition',
    tags,
    access: 'archivist',
    summary: 'Have all pages of a file recognised anew; what there is stays in their history',
    params: z.object({ fileId: z.string() }),
    body: Wish,
    status: 202,
    reply: JobReply,
    faults: [...faults],
    handle: async ({ params, body, actor, idempotencyKey, baseUrl }) => {
      const request = ['recogniseFile', params, body]
      const languages = body.languages ?? null
      const job = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        recogniseFile(deps, actor, params.fileId, { languages, idempotency }),
      )
      return {
        body: presentJob(job, deps.clock()),
        headers: { Location: `${baseUrl}/api/v1/jobs/${job.id}` },
      }
    },
  }),
  route({
    id: 'recognisePage',
    method: 'post',
    path: '/documents/:documentId/pages/:number/recognition',
    tags,
    access: 'archivist',
    summary: 'Have one page recognised anew',
    params: z.object({ documentId: z.string(), number: z.coerce.number().int().min(1).max(1e9) }),
    query: z.object({ witness: z.string().nullable().default(null) }),
    body: Wish,
    status: 202,
    reply: JobReply,
    faults: [...faults],
    handle: async ({ params, query, body, actor, idempotencyKey, baseUrl }) => {
      const address = { document: params.documentId, number: params.number, witness: query.witness }
      const request = ['recognisePage', address, body]
      const languages = body.languages ?? null
      const job = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        recognisePage(deps, actor, address, { languages, idempotency }),
      )
      return {
        body: presentJob(job, deps.clock()),
        headers: { Location: `${baseUrl}/api/v1/jobs/${job.id}` },
      }
    },
  }),
]
