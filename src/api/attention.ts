import { z } from 'zod'
import { type LostAnnotationDeps, lostAnnotations } from '../actions/lost-annotations.ts'
import type { AttentionReader } from '../ports/attention.ts'
import { slice } from './fields.ts'
import { type Route, route } from './route.ts'

export type AttentionRoutesDeps = LostAnnotationDeps & { attention: AttentionReader }

const most = 1000
/** What GET /recognition/doubtful takes for granted. */
const below = 80
const tags: [string] = ['Attention']

const upTo = (what: string) => z.int().min(0).max(most).meta({ description: what })
const AttentionReply = z
  .object({
    doubtfulPages: upTo('Pages recognised with little confidence: GET /recognition/doubtful'),
    disputedDocuments: upTo('Documents of whose claims the best disagree: GET /documents?disputed=true'),
    unreadableDocuments: upTo(
      'Documents with a file that could not be read: GET /documents?fileState=failed',
    ),
    failedJobs: upTo('Jobs that failed, but for the reading of files: GET /jobs?state=failed'),
    damagedOriginals: upTo('Originals that are missing or damaged: "fonds verify" tells which'),
    suggestions: upTo('What nobody has settled: GET /suggestions?state=open'),
  })
  .meta({ id: 'Attention', description: 'Each is counted up to 1,000.' })

const LostAnnotationReply = z
  .object({
    id: z.string(),
    state: z
      .enum(['orphaned', 'ambiguous'])
      .meta({ description: 'Its words stand nowhere, or in several places' }),
    document: z.string().nullable(),
    title: z.string().nullable(),
    number: z.int().nullable().meta({ description: 'Of the page in the first witness' }),
    quote: z.string().nullable().meta({ description: 'The words that it was about' }),
    quoteLanguage: z.string().nullable(),
    by: z.string(),
  })
  .meta({ id: 'LostAnnotation' })

/** What waits for archivists. */
export const attentionRoutes = (deps: AttentionRoutesDeps): Route[] => [
  route({
    id: 'readAttention',
    method: 'get',
    path: '/attention',
    tags,
    access: 'archivist',
    summary: 'How much waits for an archivist, and where each of it is listed',
    status: 200,
    reply: AttentionReply,
    faults: [],
    handle: async () => ({ body: await deps.attention.count({ below, most }) }),
  }),
  route({
    id: 'listLostAnnotations',
    method: 'get',
    path: '/attention/annotations',
    tags,
    access: 'archivist',
    summary:
      'Annotations that lost their place when the text changed, newest first; a part may hold fewer and go on',
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(LostAnnotationReply), next: z.string().nullable() }),
    faults: ['invalid-input'],
    handle: async ({ query, actor }) => {
      const { items, next } = await lostAnnotations(deps, actor, query)
      const shown = items.map(({ annotation, anchor }) => {
        const { id, document, title, number, language, createdBy: by } = annotation
        const state = anchor.state === 'orphaned' ? ('orphaned' as const) : ('ambiguous' as const)
        const quote = annotation.anchor?.exact ?? null
        return { id, state, document, title, number, quote, quoteLanguage: language, by }
      })
      return { body: { items: shown, next } }
    },
  }),
]
