import { z } from 'zod'
import { countAnnotations } from '../actions/count-annotations.ts'
import type { Seeing } from '../actions/see.ts'
import type { AnnotationReader } from '../ports/annotations.ts'
import { type Route, route } from './route.ts'

const Counts = z
  .object({
    total: z.int(),
    whole: z.int().meta({ description: 'About the document as a whole' }),
    pages: z.array(
      z.object({
        id: z.string(),
        number: z
          .int()
          .nullable()
          .meta({ description: 'In the first witness; null: it does not stand there' }),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'AnnotationCounts' })

/** How many annotations there are where. */
export const annotationOverviewRoutes = (deps: Seeing & { annotations: AnnotationReader }): Route[] => [
  route({
    id: 'countDocumentAnnotations',
    method: 'get',
    path: '/documents/:documentId/annotations/counts',
    tags: ['Annotations'],
    access: 'reader',
    summary: 'How many annotations there are of each page of a document that has any',
    params: z.object({ documentId: z.string() }),
    status: 200,
    reply: Counts,
    faults: ['not-found', 'gone'],
    handle: async ({ params: { documentId }, actor }) => {
      const counts = await countAnnotations(deps, actor, documentId)
      const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0)
      const pages = counts.flatMap(({ page, number, count }) =>
        page === null ? [] : [{ id: page, number, count }],
      )
      const whole = sum(counts.filter(({ page }) => page === null))
      return { body: { total: sum(counts), whole, pages } }
    },
  }),
]
