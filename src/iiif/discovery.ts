import type { Listing } from '../ports/command.ts'
import type { Changed } from '../ports/history.ts'
import { addressOf, iiifAddresses } from './addresses.ts'

/** The JSON-LD context of the Change Discovery API 1.0 (2.1.1). */
export const discoveryContext = 'http://iiif.io/api/discovery/1/context.json'

/** All that changed, as a harvester finds it: from the last page back (IIIF Change Discovery 1.0, 2.2.1). */
export const activityStream = (baseUrl: string) => ({
  '@context': discoveryContext,
  ...streamAt(baseUrl),
  last: pageAt(baseUrl, null),
})

/** Changes of documents as a page of activities, the oldest first; `prev` leads to those before (2.2.2, 2.2.3). */
export function activityPage(baseUrl: string, before: string | null, changes: Listing<Changed>) {
  return {
    '@context': discoveryContext,
    ...pageAt(baseUrl, before),
    partOf: streamAt(baseUrl),
    prev: changes.next === null ? undefined : pageAt(baseUrl, changes.next),
    orderedItems: changes.items.toReversed().map(({ document, at, kind }) => ({
      type: types[kind],
      object: { id: iiifAddresses(baseUrl, document).manifest, type: 'Manifest' },
      endTime: at,
    })),
  }
}

/** What opens was there, and now belongs to the stream (2.2.3). */
const types = { added: 'Create', changed: 'Update', deleted: 'Delete', opened: 'Add' } as const

const streamAt = (baseUrl: string) => ({
  id: `${baseUrl}/iiif/discovery/activities`,
  type: 'OrderedCollection',
})

const pageAt = (baseUrl: string, before: string | null) => ({
  id: addressOf(`${baseUrl}/iiif/discovery/activities/page`, before === null ? {} : { before }),
  type: 'OrderedCollectionPage',
})
