import { z } from 'zod'
import { type SearchDeps, search } from '../actions/search.ts'
import { type HoldingDeps, seeHoldings, seePartOfHoldings } from '../actions/see-holdings.ts'
import { collectionOf, everything, partOfCollection } from '../iiif/collection.ts'
import { presentationContext } from '../iiif/context.ts'
import { resultsOf } from '../iiif/results.ts'
import { slice } from './fields.ts'
import { iiifReading } from './iiif-common.ts'
import { type Reporting, reportSearch } from './report-search.ts'
import { type Route, route } from './route.ts'
import { wanted, wantedOf } from './search-shape.ts'
import { sendLinked } from './send-linked.ts'

const produces = `application/ld+json;profile="${presentationContext}"`

const Collection = z
  .looseObject({
    id: z.string(),
    type: z.literal('Collection'),
    label: z.record(z.string(), z.array(z.string())),
    items: z.array(z.unknown()),
  })
  .meta({ id: 'IiifCollection', description: 'A collection (IIIF Presentation API 3.0, section 5.1)' })

const collectionId = z
  .string()
  .meta({ description: `Of a collection, or “${everything}”: the whole archive` })
const idOf = (name: string) => (name === everything ? null : name)

const common = { ...iiifReading, reply: Collection, produces }

const searched = z.object({ ...wanted, ...slice })

/** Collections and the results of searches by the IIIF Presentation API 3.0. */
export const iiifCollectionRoutes = (deps: HoldingDeps & SearchDeps & Reporting): Route[] => [
  route({
    ...common,
    id: 'readIiifCollection',
    path: '/iiif/3/collection/:collectionId',
    summary: 'What lies directly in a collection, as a IIIF collection of collections and manifests',
    params: z.object({ collectionId }),
    faults: ['not-found', 'precondition-failed'],
    respond: async ({ params, actor, baseUrl, req, res }) => {
      const held = await seeHoldings(deps, actor, idOf(params.collectionId))
      await sendLinked({ req, res }, produces, [collectionOf(baseUrl, held)])
    },
  }),
  route({
    ...common,
    id: 'readPartOfIiifCollection',
    path: '/iiif/3/collection/:collectionId/:part',
    summary: 'A thousand of the documents in a collection that holds more',
    params: z.object({ collectionId, part: z.coerce.number().int().min(1).max(1e6) }),
    faults: ['not-found', 'invalid-input', 'precondition-failed'],
    respond: async ({ params: { collectionId, part }, actor, baseUrl, req, res }) => {
      const seen = await seePartOfHoldings(deps, actor, idOf(collectionId), part)
      await sendLinked({ req, res }, produces, [partOfCollection(baseUrl, part, seen)])
    },
  }),
  route({
    ...common,
    id: 'readResultsAsIiifCollection',
    path: '/iiif/3/search',
    summary: 'The documents that answer a query, as a IIIF collection of manifests',
    query: searched,
    faults: ['invalid-query', 'invalid-input', 'precondition-failed'],
    respond: async ({ query, actor, baseUrl, requestId, req, res }) => {
      const { limit, cursor } = query
      const found = await search(deps, actor, { ...wantedOf(query), limit, cursor })
      reportSearch(deps, actor, requestId, found, found.total)
      await sendLinked({ req, res }, produces, [resultsOf(baseUrl, asAsked(req.query), found)])
    },
  }),
]

/** The parameters that say what is searched, as they were sent. */
const asAsked = (sent: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      name in searched.shape && typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
