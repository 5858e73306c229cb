import { z } from 'zod'
import type { AnnotateDeps } from '../actions/annotate.ts'
import { moderateAnnotation } from '../actions/moderate-annotation.ts'
import { demandedVersion } from './demanded-version.ts'
import { type Route, route } from './route.ts'
import { Annotation, shownAnnotation } from './show-annotation.ts'

const common = {
  method: 'post',
  tags: ['Annotations'] as [string],
  access: 'archivist',
  params: z.object({ annotationId: z.string() }),
  status: 200,
  reply: Annotation,
  faults: ['not-found', 'gone', 'precondition-failed'],
} as const

/** Annotations of anybody, hidden with a reason and shown again. */
export const moderationRoutes = (deps: AnnotateDeps): Route[] => [
  route({
    ...common,
    id: 'hideAnnotation',
    path: '/annotations/:annotationId/hide',
    summary: 'Hide an annotation from all but archivists and who wrote it, with the reason',
    body: z.object({ because: z.string().trim().min(1).max(2000) }),
    handle: async ({ params, body, actor, baseUrl, ifMatch }) => {
      const expected = demandedVersion(ifMatch)
      const { annotationId } = params
      const hidden = await moderateAnnotation(deps, actor, annotationId, body.because, expected)
      return shownAnnotation(deps, actor, baseUrl, hidden)
    },
  }),
  route({
    ...common,
    id: 'showAnnotation',
    path: '/annotations/:annotationId/show',
    summary: 'Show an annotation again that was hidden',
    handle: async ({ params, actor, baseUrl, ifMatch }) => {
      const expected = demandedVersion(ifMatch)
      const shown = await moderateAnnotation(deps, actor, params.annotationId, null, expected)
      return shownAnnotation(deps, actor, baseUrl, shown)
    },
  }),
]
