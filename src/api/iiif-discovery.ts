import { z } from 'zod'
import { type HistoryDeps, readChanges } from '../actions/read-history.ts'
import { activityPage, activityStream, discoveryContext } from '../iiif/discovery.ts'
import { cursor } from './fields.ts'
import { iiifReading } from './iiif-common.ts'
import { type Route, route } from './route.ts'
import { sendLinked } from './send-linked.ts'

const produces = `application/ld+json;profile="${discoveryContext}"`

const Stream = z
  .looseObject({ id: z.string(), type: z.literal('OrderedCollection'), last: z.unknown() })
  .meta({
    id: 'ActivityStream',
    description: 'A stream of changes (IIIF Change Discovery API 1.0, section 2.2.1)',
  })
const Page = z
  .looseObject({
    id: z.string(),
    type: z.literal('OrderedCollectionPage'),
    orderedItems: z.array(z.unknown()),
  })
  .meta({ id: 'ActivityPage', description: 'Changes (IIIF Change Discovery API 1.0, section 2.2.2)' })

const common = { ...iiifReading, produces }

const atOnce = 500

/** What changed, for harvesters, by the IIIF Change Discovery API 1.0. */
export const iiifDiscoveryRoutes = (deps: Pick<HistoryDeps, 'history' | 'clock'>): Route[] => [
  route({
    ...common,
    id: 'readActivityStream',
    path: '/iiif/discovery/activities',
    summary: 'Where a harvester begins that wants to know what changed',
    reply: Stream,
    faults: ['precondition-failed'],
    respond: ({ baseUrl, req, res }) => sendLinked({ req, res }, produces, [activityStream(baseUrl)]),
  }),
  route({
    ...common,
    id: 'readActivities',
    path: '/iiif/discovery/activities/page',
    summary: 'Documents that were added, changed or deleted, each once; the latest, or those before',
    query: z.object({ before: cursor.transform((given) => given || null) }),
    reply: Page,
    faults: ['invalid-input', 'precondition-failed'],
    respond: async ({ query: { before }, actor, baseUrl, req, res }) => {
      const changes = await readChanges(deps, actor, { limit: atOnce, cursor: before })
      await sendLinked({ req, res }, produces, [activityPage(baseUrl, before, changes)])
    },
  }),
]
