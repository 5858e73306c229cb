import { z } from 'zod'
import { listAnnotations } from '../actions/read-annotation.ts'
import { type CanvasDeps, seeCanvas, seeCanvasNotes, seeCanvasText } from '../actions/see-canvas.ts'
import { type ManifestDeps, seeManifest } from '../actions/see-manifest.ts'
import { presentationContext } from '../iiif/context.ts'
import { canvasAlone, manifestPieces } from '../iiif/manifest.ts'
import { notesPage, wholeNotesPage } from '../iiif/notes-page.ts'
import { textPage } from '../iiif/text-page.ts'
import { cursor, layer } from './fields.ts'
import { iiifReading } from './iiif-common.ts'
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
const AnnotationPage = z
  .looseObject({ id: z.string(), type: z.literal('AnnotationPage'), items: z.array(z.unknown()) })
  .meta({ id: 'AnnotationPage', description: 'Annotations (IIIF Presentation API 3.0, section 5.5)' })

const ofDocument = z.object({ documentId: z.string() })
const ofCanvas = ofDocument.extend({ pageId: z.string() })
const paged = z.object({ cursor: cursor.transform((given) => given || null) })
const atOnce = 100

const common = { ...iiifReading, produces }

/** Documents by the IIIF Presentation API 3.0. */
export const iiifPresentationRoutes = (deps: ManifestDeps & CanvasDeps): Route[] => [
  route({
    ...common,
    id: 'readManifest',
    path: '/iiif/3/:documentId/manifest',
    summary: 'A document as a IIIF manifest: its pages as canvases, and what is said of it',
    params: ofDocument,
    reply: Manifest,
    faults: ['not-found', 'gone', 'precondition-failed'],
    respond: async ({ params, actor, baseUrl, req, res }) => {
      const told = await seeManifest(deps, actor, params.documentId)
      await sendLinked({ req, res }, produces, manifestPieces(baseUrl, told))
    },
  }),
  route({
    ...common,
    id: 'readManifestAnnotations',
    path: '/iiif/3/:documentId/annotations',
    summary: 'What people say of a document as a whole, as IIIF annotations',
    params: ofDocument,
    query: paged,
    reply: AnnotationPage,
    faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed'],
    respond: async ({ params: { documentId }, query: { cursor }, actor, baseUrl, req, res }) => {
      const filter = { document: documentId, isWhole: true }
      const notes = await listAnnotations(deps, actor, filter, { limit: atOnce, cursor })
      await sendLinked({ req, res }, produces, [wholeNotesPage(baseUrl, documentId, cursor, notes)])
    },
  }),
  route({
    ...common,
    id: 'readCanvas',
    path: '/iiif/3/:documentId/canvas/:pageId',
    summary: 'A page, or a leaf that is missing, as a IIIF canvas',
    params: ofCanvas,
    reply: Canvas,
    faults: ['not-found', 'gone', 'precondition-failed'],
    respond: async ({ params: { documentId, pageId }, actor, baseUrl, req, res }) => {
      const seen = await seeCanvas(deps, actor, documentId, pageId)
      await sendLinked({ req, res }, produces, [canvasAlone(baseUrl, documentId, seen)])
    },
  }),
  ...(['line', 'word'] as const).map((granularity) =>
    route({
      ...common,
      id: granularity === 'line' ? 'readCanvasLines' : 'readCanvasWords',
      path: `/iiif/3/:documentId/canvas/:pageId/${granularity === 'line' ? 'text' : 'words'}`,
      summary: `The best text of a page as IIIF annotations, ${granularity} by ${granularity}, each where it stands`,
      params: ofCanvas,
      reply: AnnotationPage,
      faults: ['not-found', 'gone', 'precondition-failed'],
      respond: async ({ params: { documentId: document, pageId: page }, actor, baseUrl, req, res }) => {
        const seen = await seeCanvasText(deps, actor, { document, page, layer: null })
        const body = textPage(baseUrl, granularity, { ...seen, document, layer: null })
        await sendLinked({ req, res }, produces, [body])
      },
    }),
  ),
  route({
    ...common,
    id: 'readCanvasLayer',
    path: '/iiif/3/:documentId/canvas/:pageId/text/:layer',
    summary: 'The text of a page in a layer, such as a translation, as IIIF annotations',
    params: ofCanvas.extend({ layer }),
    reply: AnnotationPage,
    faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed'],
    respond: async ({ params: { documentId: document, pageId: page, layer }, actor, baseUrl, req, res }) => {
      const seen = await seeCanvasText(deps, actor, { document, page, layer })
      await sendLinked({ req, res }, produces, [textPage(baseUrl, 'line', { ...seen, document, layer })])
    },
  }),
  route({
    ...common,
    id: 'readCanvasAnnotations',
    path: '/iiif/3/:documentId/canvas/:pageId/annotations',
    summary: 'What people say of a page, as IIIF annotations about its canvas',
    params: ofCanvas,
    query: paged,
    reply: AnnotationPage,
    faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed'],
    respond: async ({ params: { documentId, pageId }, query: { cursor }, actor, baseUrl, req, res }) => {
      const about = { document: documentId, page: pageId }
      const seen = await seeCanvasNotes(deps, actor, about, { limit: atOnce, cursor })
      await sendLinked({ req, res }, produces, [notesPage(baseUrl, documentId, cursor, seen)])
    },
  }),
]
