import { z } from 'zod'
import type { AnnotateDeps } from '../actions/annotate.ts'
import { moderateAnnotation } from '../actions/moderate-annotation.ts'
import { once, type Repeating } from '../actions/once.ts'
import { demandedVersion } from './demanded-version.ts'
import { type Context, type Route, route } from './route.ts'
import { Annotation, shownAnnotation } from './show-annotation.ts'

const common = {
  method: 'post',
  tags: ['Annotations'] as [string],
  access: 'archivist',
  params: z.object({ annotationId: z.string() }),
  status: 200,
  reply: Annotation,
  faults: ['not-found', 'gone', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
} as const

type Asked = Context<z.output<typeof common.params>, unknown, unknown>

/** Annotations of anybody, hidden with a reason and shown again. */
export const moderationRoutes = (deps: AnnotateDeps & Repeating): Route[] => {
  async function moderate(
    { params: { annotationId }, actor, baseUrl, ifMatch, idempotencyKey }: Asked,
    because: string | null,
  ) {
    const request = ['moderate', annotationId, because]
    const expected = demandedVersion(ifMatch)
    const moderated = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
      moderateAnnotation(deps, actor, annotationId, because, expected, idempotency),
    )
    return shownAnnotation(deps, actor, baseUrl, moderated)
  }

  return [
    route({
      ...common,
      id: 'hideAnnotation',
      path: '/annotations/:annotationId/hide',
      summary: 'Hide an annotation from all but archivists and who wrote it, with the reason',
      body: z.object({ because: z.string().trim().min(1).max(2000) }),
      handle: (asked) => moderate(asked, asked.body.because),
    }),
    route({
      ...common,
      id: 'showAnnotation',
      path: '/annotations/:annotationId/show',
      summary: 'Show an annotation again that was hidden',
      handle: (asked) => moderate(asked, null),
    }),
  ]
}
