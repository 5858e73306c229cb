import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type ExportAnnotationsDeps, exportAnnotations } from '../actions/export-annotations.ts'
import type { PlacedAnnotation } from '../actions/read-annotation.ts'
import { writtenCollection } from '../annotation/collection.ts'
import { flatColumns, flatRow } from '../annotation/flat-row.ts'
import { annotationProfile } from '../annotation/present.ts'
import { filterOf, filterQuery, wantedAnnotations } from './annotation-query.ts'
import { contentDisposition } from './content-disposition.ts'
import { csvHead, csvText, csvType } from './csv-text.ts'
import { type Context, type Route, route } from './route.ts'

type Written = (
  batches: AsyncIterable<PlacedAnnotation[]>,
  baseUrl: string,
  address: string,
) => AsyncIterable<string>
type Format = { extension: 'csv' | 'jsonld'; contentType: string; write: Written }
type Asked = Context<unknown, z.output<typeof wantedAnnotations>, unknown>

const jsonld: Format = {
  extension: 'jsonld',
  contentType: annotationProfile,
  write: (batches, baseUrl, address) => writtenCollection(batches, baseUrl, address),
}

const csv: Format = {
  extension: 'csv',
  contentType: csvType,
  async *write(batches, baseUrl) {
    yield csvHead(flatColumns)
    for await (const batch of batches) yield csvText(batch.map((shown) => flatRow(baseUrl, shown)))
  },
}

const common = {
  method: 'get',
  tags: ['Annotations'] as [string],
  access: 'reader',
  query: wantedAnnotations,
  status: 200,
} as const

/** All annotations, or those of a document, as one file. */
export const exportAnnotationsRoutes = (deps: ExportAnnotationsDeps): Route[] => {
  const inDocument = {
    ...common,
    params: z.object({ documentId: z.string() }),
    faults: ['not-found', 'gone', 'invalid-input'] as const,
  }
  const inAll = { ...common, faults: ['invalid-input'] as const }
  return [
    route({
      ...inAll,
      id: 'exportAnnotationsAsJsonLd',
      path: '/annotations.jsonld',
      summary: 'All annotations that are asked for as one AnnotationCollection',
      produces: annotationProfile,
      respond: (asked) => send(deps, asked, null, jsonld),
    }),
    route({
      ...inAll,
      id: 'exportAnnotationsAsCsv',
      path: '/annotations.csv',
      summary: 'All annotations that are asked for as CSV, one row each',
      produces: 'text/csv',
      respond: (asked) => send(deps, asked, null, csv),
    }),
    route({
      ...inDocument,
      id: 'exportDocumentAnnotationsAsJsonLd',
      path: '/documents/:documentId/annotations.jsonld',
      summary: 'A document’s annotations as one AnnotationCollection',
      produces: annotationProfile,
      respond: (asked) => send(deps, asked, asked.params.documentId, jsonld),
    }),
    route({
      ...inDocument,
      id: 'exportDocumentAnnotationsAsCsv',
      path: '/documents/:documentId/annotations.csv',
      summary: 'A document’s annotations as CSV, one row each',
      produces: 'text/csv',
      respond: (asked) => send(deps, asked, asked.params.documentId, csv),
    }),
  ]
}

/** What goes wrong after the first batch breaks the connection, so that nobody takes a part for the whole. */
async function send(
  deps: ExportAnnotationsDeps,
  { actor, query, req, res, baseUrl }: Asked,
  document: string | null,
  { extension, contentType, write }: Format,
): Promise<void> {
  const batches = await exportAnnotations(deps, actor, { ...filterOf(query), document })
  const container = document === null ? '/annotations' : `/documents/${document}/annotations`
  const address = `${baseUrl}/api/v1${container}.${extension}${filterQuery(query)}`
  const name = `fonds-annotations-${deps.clock().slice(0, 10)}.${extension}`
  res.setHeader('Content-Type', contentType)
  res.setHeader('Content-Disposition', contentDisposition(name, contentType))
  if (req.method === 'HEAD') return void res.end()
  // A pipeline into a response that has closed already would never end.
  if (res.destroyed || req.socket.destroyed) return
  await pipeline(write(batches, baseUrl, address), res)
}
