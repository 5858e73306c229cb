import { z } from 'zod'
import { completeTerm } from '../actions/complete-term.ts'
import { type ContentSearchDeps, searchCanvases } from '../actions/search-canvases.ts'
import { contentScope } from '../domain/search/content-query.ts'
import { searchOnePage, termList } from '../iiif/search-one.ts'
import { type Requested, searchTwoContext, searchTwoPage, termPage } from '../iiif/search-two.ts'
import { cursor } from './fields.ts'
import { iiifReading } from './iiif-common.ts'
import { type Reporting, reportSearch } from './report-search.ts'
import { type Route, route } from './route.ts'
import { sendLinked } from './send-linked.ts'

const params = z.object({ documentId: z.string() })
const words = z.string().max(10_000)
const motivation = z
  .string()
  .max(1000)
  .optional()
  .meta({ description: 'Motivations, spaces between them: any of these', example: 'supplementing tagging' })
const searched = z.looseObject({
  q: words.default('').meta({ description: 'The query; see docs/search.md. Without it: what people say' }),
  motivation,
  cursor: cursor.transform((given) => given || null),
})
const completed = z.looseObject({
  q: words.meta({ description: 'What has been typed: three letters at least' }),
  motivation,
})

const versions = {
  2: {
    produces: `application/ld+json;profile="${searchTwoContext}"`,
    page: searchTwoPage,
    terms: termPage,
    Page: z.looseObject({ type: z.literal('AnnotationPage'), items: z.array(z.unknown()) }).meta({
      ...{
        id: 'SearchAnnotationPage',
        description: 'What was found (IIIF Content Search API 2.0, section 4.2)',
      },
    }),
    Terms: z.looseObject({ type: z.literal('TermPage'), items: z.array(z.unknown()) }).meta({
      ...{ id: 'TermPage', description: 'Terms (IIIF Content Search API 2.0, section 5.2)' },
    }),
  },
  1: {
    produces: 'application/ld+json;profile="http://iiif.io/api/search/1/context.json"',
    page: searchOnePage,
    terms: termList,
    Page: z.looseObject({ resources: z.array(z.unknown()), hits: z.array(z.unknown()) }).meta({
      ...{
        id: 'SearchAnnotationList',
        description: 'What was found (IIIF Content Search API 1.0, section 3.4)',
      },
    }),
    Terms: z.looseObject({ terms: z.array(z.unknown()) }).meta({
      ...{ id: 'TermList', description: 'Terms (IIIF Content Search API 1.0, section 4.3)' },
    }),
  },
} as const

const common = { ...iiifReading, params }

/** Searching within a document by the IIIF Content Search API, 2.0 and 1.0. */
export const iiifSearchRoutes = (deps: ContentSearchDeps & Reporting): Route[] =>
  ([2, 1] as const).flatMap((version) => {
    const { produces, page, terms, Page, Terms } = versions[version]
    return [
      route({
        ...common,
        id: `searchContent${version}`,
        path: `/iiif/search/${version}/:documentId`,
        summary: `What answers a query in a document, as annotations (IIIF Content Search ${version})`,
        query: searched,
        produces,
        reply: Page,
        faults: ['not-found', 'gone', 'invalid-query', 'invalid-input', 'precondition-failed'],
        respond: async ({ params: { documentId }, query, actor, baseUrl, requestId, req, res }) => {
          const { q, motivation, cursor } = query
          const scope = contentScope(motivation, version)
          const found = await searchCanvases(deps, actor, documentId, { q, scope, cursor })
          if (found.asked) reportSearch(deps, actor, requestId, found.asked, { within: documentId })
          const requested = { ...requestedOf(documentId, query), cursor }
          await sendLinked({ req, res }, produces, [page(baseUrl, requested, found)])
        },
      }),
      route({
        ...common,
        id: `completeContent${version}`,
        path: `/iiif/search/${version}/:documentId/autocomplete`,
        summary: `Terms of a document that begin with what has been typed (IIIF Content Search ${version})`,
        query: completed,
        produces,
        reply: Terms,
        faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed'],
        respond: async ({ params: { documentId }, query, actor, baseUrl, req, res }) => {
          const found = await completeTerm(deps, actor, documentId, query.q)
          const told = contentScope(query.motivation, version).texts ? found : []
          const body = terms(baseUrl, requestedOf(documentId, query), told)
          await sendLinked({ req, res }, produces, [body])
        },
      }),
    ]
  })

/** Whatever else was asked for is ignored, and told. */
function requestedOf(
  document: string,
  { q, motivation, cursor: _, ...others }: { q: string; motivation?: string; [other: string]: unknown },
): Requested {
  const query = { ...(q !== '' && { q }), ...(motivation && { motivation }) }
  return { document, query, cursor: null, ignored: Object.keys(others) }
}
