import { addressOf } from './addresses.ts'
import { manifestReference } from './collection.ts'
import { presentationContext } from './context.ts'
import { english, unspoken } from './language-map.ts'
import { archiveOf, homepageOf } from './links.ts'

/** What a search found, as far as a collection tells of it. */
type Results = {
  query: { text: string }
  total: { documents: number; exact: boolean }
  hits: readonly { document: { id: string; title: string } }[]
  next: string | null
}

/**
 * The documents that a search found, as a collection (IIIF Presentation 3.0, 5.1), best first; the address of a collection
 * is its search. The rest is the collection that `seeAlso` names.
 */
export function resultsOf(baseUrl: string, query: Readonly<Record<string, string>>, found: Results) {
  const at = (more: Readonly<Record<string, string>>) =>
    addressOf(`${baseUrl}/iiif/3/search`, { ...query, ...more })
  const { cursor: _, ...shown } = query
  const { documents, exact } = found.total
  const counted = `${exact ? '' : 'at least '}${documents} ${documents === 1 ? 'document' : 'documents'}`
  return {
    '@context': presentationContext,
    id: at({}),
    type: 'Collection',
    label: unspoken(found.query.text === '' ? 'Search' : found.query.text),
    summary: english(`Found: ${counted}`),
    provider: [archiveOf(baseUrl)],
    homepage: homepageOf(addressOf(`${baseUrl}/search`, shown)),
    seeAlso:
      found.next === null
        ? undefined
        : [
            {
              id: at({ cursor: found.next }),
              type: 'Dataset',
              label: english('What else was found'),
              format: 'application/ld+json',
              profile: presentationContext,
            },
          ],
    items: found.hits.map(({ document }) => manifestReference(baseUrl, document)),
  }
}
