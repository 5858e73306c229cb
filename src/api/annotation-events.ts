import { z } from 'zod'
import type { ExportAnnotationsDeps } from '../actions/export-annotations.ts'
import { type AnnotationNews, followAnnotations } from '../actions/follow-annotations.ts'
import { admit } from '../actions/see.ts'
import { annotationAddress, presentAnnotation } from '../annotation/present.ts'
import { isAnonymous } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { streamEvents } from './event-stream.ts'
import { type Context, type Route, route } from './route.ts'

/** How many streams one person may have open, or who is nobody at one address. */
const most = 10
/** Then it ends, and whoever follows comes again, with what they may see by then. */
const longest = 30 * 60_000

const from = z.object({
  after: z.string().max(100).optional().meta({
    description: 'The id of an event, as `Last-Event-ID` tells it: only what came after it',
  }),
})
const common = {
  method: 'get',
  tags: ['Annotations'] as [string],
  access: 'reader',
  query: from,
  status: 200,
  produces: 'text/event-stream',
} as const

/** What is done to annotations, as it is done. */
export const annotationEventRoutes = (deps: ExportAnnotationsDeps & { closing?: AbortSignal }): Route[] => {
  const open = new Map<string, number>()

  async function follow(
    { actor, query, req, res, baseUrl }: Context<unknown, z.output<typeof from>, unknown>,
    document: string | null,
  ): Promise<void> {
    if (document !== null) await admit(deps, actor, document)
    const after = req.get('Last-Event-ID') || query.after || (await deps.annotations.latest())
    await deps.annotations.happened(after, document, 1)
    const who = isAnonymous(actor) ? `from ${req.socket.remoteAddress}` : actor.id
    const before = open.get(who) ?? 0
    if (before >= most)
      throw new ArchiveError(
        'too-many-requests',
        `At most ${most} streams of annotations are open at once: close one first.`,
      )
    open.set(who, before + 1)
    try {
      await streamEvents({ req, res }, deps.closing, async function* (ended) {
        // An event without data tells only where to go on.
        yield `id: ${after}\n\n`
        const over = AbortSignal.any([ended, AbortSignal.timeout(longest)])
        for await (const news of followAnnotations(deps, actor, { document, after }, over))
          yield written(news, baseUrl)
      })
    } finally {
      const left = (open.get(who) ?? 1) - 1
      if (left > 0) open.set(who, left)
      else open.delete(who)
    }
  }

  return [
    route({
      ...common,
      id: 'followAnnotations',
      path: '/annotations/events',
      summary: 'Annotations as they are created, changed and deleted, as Server-Sent Events',
      faults: ['invalid-input', 'too-many-requests'],
      respond: (asked) => follow(asked, null),
    }),
    route({
      ...common,
      id: 'followDocumentAnnotations',
      path: '/documents/:documentId/annotations/events',
      summary: 'A document’s annotations as they are created, changed and deleted, as Server-Sent Events',
      params: z.object({ documentId: z.string() }),
      faults: ['not-found', 'gone', 'invalid-input', 'too-many-requests'],
      respond: (asked) => follow(asked, asked.params.documentId),
    }),
  ]
}

function written(news: AnnotationNews, baseUrl: string): string {
  const data =
    news.kind === 'deleted' ? { id: annotationAddress(baseUrl, news.id) } : presentAnnotation(baseUrl, news)
  return `id: ${news.cursor}\nevent: ${news.kind}\ndata: ${JSON.stringify(data)}\n\n`
}
