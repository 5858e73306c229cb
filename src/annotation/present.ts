import type { JsonObject } from '../domain/annotation/json.ts'
import { annotationContext, withIdentity } from '../domain/annotation/model.ts'
import type { AnchorReport, StoredAnnotation } from '../ports/annotations.ts'
import type { Contained } from './preference.ts'

export const annotationProfile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** An annotation with what the archive knows of it. */
export type Shown = { annotation: StoredAnnotation; anchor: AnchorReport | null }

/** The address of an annotation. */
export const annotationAddress = (baseUrl: string, id: string): string => `${baseUrl}/annotations/${id}`

/**
 * A Web Annotation as it was given, with its address and times; `anchor` beside it says where its passage stands in
 * the page's text of today, `archive` who wrote it, when, where its page stands, and why it is hidden if it is (terms of ours, which JSON-LD processors
 * pass over).
 */
export function presentAnnotation(baseUrl: string, { annotation, anchor }: Shown): JsonObject {
  const { id, createdAt, modifiedAt, body } = annotation
  const address = annotationAddress(baseUrl, id)
  const identity = { id: address, created: createdAt, modified: modifiedAt, creator: null }
  const known = withIdentity(body, identity)
  return { ...known, ...(anchor !== null && { anchor }), archive: knownOf(annotation) }
}

const knownOf = ({
  createdBy,
  createdAt,
  document,
  title,
  page,
  number,
  label,
  revision,
  language,
  anchor,
  hidden,
}: StoredAnnotation) => ({
  by: createdBy,
  added: createdAt,
  document,
  title,
  page,
  number,
  label,
  revision,
  quote: anchor?.exact ?? null,
  quoteLanguage: language,
  ...(hidden && { hidden }),
})

type Page = { items: Shown[]; next: string | null }

/**
 * A container (Web Annotation Protocol 4.2) with its first page, of which it holds the annotations, only their addresses, or
 * nothing but where it is. One with addresses is a representation with an address of its own.
 */
export function presentContainer(
  address: string,
  baseUrl: string,
  { total, page, contained }: { total: number; page: Page; contained: Contained },
): JsonObject {
  const id = contained === 'addresses' ? withAddresses(address) : address
  const first = withoutContext(presentContainerPage(address, baseUrl, { page, contained, cursor: null }))
  return {
    '@context': [annotationContext, 'http://www.w3.org/ns/ldp.jsonld'],
    id,
    type: ['BasicContainer', 'AnnotationCollection'],
    label: 'Annotations',
    total,
    first: contained === 'nothing' ? String(first.id) : { ...first, startIndex: 0 },
  }
}

/** One page of a container (Web Annotation Data Model 5.2). */
export function presentContainerPage(
  address: string,
  baseUrl: string,
  { page: { items, next }, contained, cursor }: { page: Page; contained: Contained; cursor: string | null },
): JsonObject {
  const own = contained === 'addresses' ? withAddresses(address) : address
  const at = (key: string | null) => `${own}${own.includes('?') ? '&' : '?'}cursor=${key ?? ''}`
  return {
    '@context': annotationContext,
    id: at(cursor),
    type: 'AnnotationPage',
    partOf: own,
    ...(next === null ? {} : { next: at(next) }),
    items: items.map((shown) =>
      contained === 'addresses'
        ? annotationAddress(baseUrl, shown.annotation.id)
        : withoutContext(presentAnnotation(baseUrl, shown)),
    ),
  }
}

const withAddresses = (address: string) => `${address}${address.includes('?') ? '&' : '?'}iris=1`

/** An annotation as one of a page of them: without its context, unless that says more than the page's own. */
export function withoutContext(annotation: JsonObject): JsonObject {
  const { '@context': context, ...rest } = annotation
  return context === annotationContext ? rest : annotation
}
