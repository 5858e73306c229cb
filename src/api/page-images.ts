import { z } from 'zod'
import type { Reading } from '../actions/read-page.ts'
import { seePage } from '../actions/read-page.ts'
import { audienceNow } from '../actions/see.ts'
import { type ImageSeeing, imageOf, seePageImage } from '../actions/see-page-image.ts'
import { notFound } from '../domain/errors.ts'
import { largestRendition, wholePage } from '../domain/page/rendition.ts'
import { seeFile } from './files.ts'
import { type Route, route } from './route.ts'
import { sendImage, untilGone } from './send-image.ts'

const faults = [
  ...(['not-found', 'gone', 'invalid-input', 'precondition-failed', 'unreadable-file', 'busy'] as const),
]
const thumbnail = { width: 320, height: 320 }

/** Pages as pictures, and files as small ones. */
export const pageImageRoutes = (deps: ImageSeeing & Reading): Route[] => [
  route({
    id: 'readPageImage',
    method: 'get',
    path: '/documents/:documentId/pages/:number/image',
    tags: ['Pages'],
    access: 'reader',
    summary: 'A page as a JPEG, as wide as asked for, at most as wide as it is',
    params: z.object({ documentId: z.string(), number: z.coerce.number().int().min(1).max(1e9) }),
    query: z.object({
      witness: z.string().nullable().default(null),
      width: z.coerce.number().int().min(1).max(largestRendition.width).default(1200),
    }),
    status: 200,
    produces: 'image/jpeg',
    faults,
    respond: async ({ params, query, actor, req, res }) => {
      const signal = untilGone(res)
      const { documentId: document, number } = params
      const page = await seePage(deps, actor, { document, number, witness: query.witness })
      const seen = await seePageImage(deps, actor, page.id, signal)
      await sendImage(deps, seen, wholePage(seen.image, { width: query.width }), { req, res, signal })
    },
  }),
  route({
    id: 'readThumbnail',
    method: 'get',
    path: '/files/:fileId/thumbnail',
    tags: ['Files'],
    access: 'reader',
    summary: 'The first page of a file as a small JPEG',
    params: z.object({ fileId: z.string() }),
    status: 200,
    produces: 'image/jpeg',
    faults,
    respond: async ({ params, actor, req, res }) => {
      const signal = untilGone(res)
      const { id } = await seeFile(deps, actor, params.fileId)
      const source = await deps.pageImages.firstOf(id, audienceNow(deps, actor))
      if (!source) throw notFound('page')
      const seen = await imageOf(deps, source, signal)
      await sendImage(deps, seen, wholePage(seen.image, thumbnail), { req, res, signal })
    },
  }),
]
