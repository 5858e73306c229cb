import { z } from 'zod'
import { type ManifestDeps, seeCanvas, seeManifest } from '../actions/see-manifest.ts'
import { canvasAlone, manifestPieces, presentationContext } from '../iiif/manifest.ts'
import { type Route, route } from './route.ts'
import { sendLinked } from './send-linked.ts'

const produces = `application/ld+json;profile="${presentationContext}"`
const languageMap = z.record(z.string(), z.array(z.string()))

const Manifest = z
  .looseObject({
    id: z.string(),
    type: z.literal('Manifest'),
    label: languageMap,
    items: z.array(z.unknown()),
  })
  .meta({ id: 'Manifest', description: 'A manifest (IIIF Presentation API 3.0, section 5.2)' })
const Canvas = z
  .looseObject({ id: z.string(), type: z.literal('Canvas'), width: z.int(), height: z.int() })
  .meta({ id: 'Canvas', description: 'A canvas (IIIF Presentation API 3.0, section 5.3)' })

const common = {
  method: 'get',
  prefix: '',
  tags: ['IIIF'] as [string],
  access: 'reader',
  status: 200,
  produces,
  alternatives: ['application/json'],
} as const

/** Documents by the IIIF Presentation API 3.0. */
export const iiifPresentationRoutes = (deps: ManifestDeps): Route[] => [
  route({
    ...common,
    id: 'readManifest',
    path: '/iiif/3/:documentId/manifest',
    summary: 'A document as a IIIF manifest: its pages as canvases, and what is said of it',
    params: z.object({ documentId: z.string() }),
    reply: Manifest,
    faults: ['not-found', 'gone', 'precondition-failed'],
    respond: async ({ params, actor, baseUrl, req, res }) => {
      const told = await seeManifest(deps, actor, params.documentId)
      await sendLinked({ req, res }, produces, manifestPieces(baseUrl, told))
    },
  }),
  route({
    ...common,
    id: 'readCanvas',
    path: '/iiif/3/:documentId/canvas/:pageId',
    summary: 'A page, or a leaf that is missing, as a IIIF canvas',
    params: z.object({ documentId: z.string(), pageId: z.string() }),
    reply: Canvas,
    faults: ['not-found', 'gone', 'precondition-failed'],
    respond: async ({ params: { documentId, pageId }, actor, baseUrl, req, res }) => {
      const seen = await seeCanvas(deps, actor, documentId, pageId)
      await sendLinked({ req, res }, produces, [JSON.stringify(canvasAlone(baseUrl, documentId, seen))])
    },
  }),
]
