import type { Collection, Unit } from '../domain/collection/collection.ts'
import { type Part, partsOf } from '../domain/collection/parts.ts'
import type { Held } from '../ports/holdings.ts'
import { iiifAddresses } from './addresses.ts'
import { presentationContext } from './context.ts'
import { elementsOf } from './elements.ts'
import { english, unspoken } from './language-map.ts'
import { archiveOf, homepageOf } from './links.ts'

/** What lies directly in a collection; `collection` is null for what lies in none. */
export type Holdings = {
  collection: Collection | null
  units: readonly Unit[]
  /** How many documents there are. */
  count: number
  /** Those documents, unless they are too many to be listed at once. */
  documents: readonly Held[]
}

/** The name in addresses of the collection in which everything lies. */
export const everything = 'everything'

/**
 * A collection with what lies directly within it (IIIF Presentation 3.0, 5.1): the collections, then the documents; where
 * those are too many to be listed at once, collections of so many each.
 */
export function collectionOf(baseUrl: string, { collection, units, count, documents }: Holdings) {
  const at = collectionAddresses(baseUrl, collection?.id ?? null)
  const parts = partsOf(count).map((part) => reference(at.part(part.number), 'Collection', partLabel(part)))
  return {
    ...headOf(baseUrl, collection),
    items: [
      ...units.map((unit) =>
        reference(collectionAddresses(baseUrl, unit.id).own, 'Collection', unitLabel(unit)),
      ),
      ...parts,
      ...documents.map((held) => manifestReference(baseUrl, held)),
    ],
  }
}

/** One part of the documents of a collection that holds too many to list them at once. */
export function partOfCollection(
  baseUrl: string,
  part: number,
  seen: { collection: Collection | null; from: number; documents: readonly Held[] },
) {
  const { collection, from, documents } = seen
  const at = collectionAddresses(baseUrl, collection?.id ?? null)
  const label = partLabel({ number: part, first: from + 1, last: from + documents.length })
  return {
    '@context': presentationContext,
    ...reference(at.part(part), 'Collection', label),
    provider: [archiveOf(baseUrl)],
    partOf: [reference(at.own, 'Collection', labelOf(baseUrl, collection))],
    items: documents.map((held) => manifestReference(baseUrl, held)),
  }
}

/** A document as a collection names it. */
export const manifestReference = (baseUrl: string, { id, title }: Held) =>
  reference(iiifAddresses(baseUrl, id).manifest, 'Manifest', unspoken(title))

/** The collections in which a document lies, as its manifest names them; all that lies in none lies in the whole archive. */
export const collectionsAround = (baseUrl: string, collections: readonly Collection[]) =>
  (collections.length > 0 ? collections : [null]).map((collection) =>
    reference(
      collectionAddresses(baseUrl, collection?.id ?? null).own,
      'Collection',
      labelOf(baseUrl, collection),
    ),
  )

function headOf(baseUrl: string, collection: Collection | null) {
  const around = collection && (collection.path.at(-1) ?? null)
  const { scopeAndContent } = collection?.elements ?? {}
  return {
    '@context': presentationContext,
    ...reference(
      collectionAddresses(baseUrl, collection?.id ?? null).own,
      'Collection',
      labelOf(baseUrl, collection),
    ),
    summary: scopeAndContent === undefined ? undefined : unspoken(scopeAndContent),
    metadata: collection === null ? undefined : elementsOf(collection),
    provider: [archiveOf(baseUrl)],
    homepage: homepageOf(
      `${baseUrl}/${collection === null ? 'collections' : `collections/${collection.id}`}`,
    ),
    partOf:
      collection === null
        ? undefined
        : [
            reference(
              collectionAddresses(baseUrl, around?.id ?? null).own,
              'Collection',
              around === null ? archiveLabel(baseUrl) : unitLabel(around),
            ),
          ],
  }
}

function collectionAddresses(baseUrl: string, id: string | null) {
  const own = `${baseUrl}/iiif/3/collection/${encodeURIComponent(id ?? everything)}`
  return { own, part: (number: number) => `${own}/${number}` }
}

const reference = (id: string, type: 'Collection' | 'Manifest', label: object) => ({ id, type, label })

const partLabel = ({ first, last }: Part) => english(`Documents ${first} to ${last}`)

const labelOf = (baseUrl: string, collection: Collection | null) =>
  collection === null ? archiveLabel(baseUrl) : unitLabel(collection)

const archiveLabel = (baseUrl: string) => unspoken(URL.parse(baseUrl)?.host ?? baseUrl)

const unitLabel = ({ referenceCode, title }: Unit) =>
  unspoken(referenceCode === null ? title : `${referenceCode} ${title}`)
