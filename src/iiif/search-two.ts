import { addressOf, iiifAddresses } from './addresses.ts'
import { type Found, notesFound, type Part, type Passage, passagesFound } from './found.ts'

export const searchTwoContext = 'http://iiif.io/api/search/2/context.json'

/** A request as the answer names it: only what was taken into account, and what was not. */
export type Requested = {
  document: string
  /** The parameters that say what is searched. */
  query: Readonly<Record<string, string>>
  cursor: string | null
  ignored: readonly string[]
}

/** The services with which the content of a document is searched (IIIF Content Search 2.0, 3; 1.0, 3.1 and 4.1). */
export function searchServices(baseUrl: string, document: string) {
  const { search1, search2 } = iiifAddresses(baseUrl, document)
  const one = 'http://iiif.io/api/search/1'
  return [
    {
      id: search2,
      type: 'SearchService2',
      service: [{ id: `${search2}/autocomplete`, type: 'AutoCompleteService2' }],
    },
    {
      '@id': search1,
      '@type': 'SearchService1',
      profile: `${one}/search`,
      service: [
        { '@id': `${search1}/autocomplete`, '@type': 'AutoCompleteService1', profile: `${one}/autocomplete` },
      ],
    },
  ]
}

/** What a search found as a page of annotations, with what stands around each place (IIIF Content Search 2.0, 4.2). */
export function searchTwoPage(
  baseUrl: string,
  { document, query, cursor, ignored }: Requested,
  found: Found,
) {
  const { search2 } = iiifAddresses(baseUrl, document)
  const at = (key: string | null) => addressOf(search2, key === null ? query : { ...query, cursor: key })
  const page = (key: string | null) => ({ id: at(key), type: 'AnnotationPage' })
  const passages = passagesFound(baseUrl, document, found)
  const isPaged = cursor !== null || found.next !== null
  return {
    '@context': searchTwoContext,
    ...page(cursor),
    partOf: isPaged ? { id: `${at(null)}#all`, type: 'AnnotationCollection', first: page(null) } : undefined,
    next: found.next === null ? undefined : page(found.next),
    ignored: ignored.length > 0 ? ignored : undefined,
    items: [...passages.flatMap(({ parts }) => parts.map(partOf)), ...notesFound(baseUrl, document, found)],
    annotations:
      passages.length > 0
        ? [{ id: `${at(cursor)}#found`, type: 'AnnotationPage', items: passages.map(contextOf) }]
        : undefined,
  }
}

/** The terms that begin with what was typed, each with the search for it (IIIF Content Search 2.0, 5.2). */
export function termPage(
  baseUrl: string,
  { document, query, ignored }: Requested,
  terms: readonly { value: string; count: number | null }[],
) {
  const { search2 } = iiifAddresses(baseUrl, document)
  return {
    '@context': searchTwoContext,
    id: addressOf(`${search2}/autocomplete`, query),
    type: 'TermPage',
    ignored: ignored.length > 0 ? ignored : undefined,
    items: terms.map(({ value, count }) => ({
      value,
      total: count ?? undefined,
      service: [{ id: addressOf(search2, { ...query, q: asQuery(value) }), type: 'SearchService2' }],
    })),
  }
}

/** A term as a query that finds it as it stands. */
export const asQuery = (term: string): string => (/\s/u.test(term) ? `"${term}"` : term)

const partOf = ({ id, value, language, target }: Part) => ({
  id,
  type: 'Annotation',
  motivation: 'supplementing',
  body: { type: 'TextualBody', value, format: 'text/plain', language: language ?? undefined },
  target,
})

function contextOf({ id, before, after, parts }: Passage) {
  const targets = parts.map((part, index) => ({
    type: 'SpecificResource',
    source: part.id,
    selector: [
      {
        type: 'TextQuoteSelector',
        prefix: index === 0 ? before : undefined,
        exact: part.value,
        suffix: index === parts.length - 1 ? after : undefined,
      },
    ],
  }))
  return {
    id,
    type: 'Annotation',
    motivation: 'contextualizing',
    target: targets.length === 1 ? targets[0] : targets,
  }
}
