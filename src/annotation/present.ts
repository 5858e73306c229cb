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
 * the page's text of today, `archive` who wrote it, when, where its page stands, whom it is for, and why it is hidden if it is (terms of ours, which JSON-LD processors
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
  sharing: { visibility, group },
  groupName,
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
  visibility,
  ...(group !== null && { group, groupName }),
  ...(hidden && { hidden }),
})

type Page = { items: Shown[]; next: string | null }

/** How much of a container is told, in pages of how many; null is as many as a page has if nobody says. */
type Telling = { contained: Contained; size: number | null }

type Outline = { total: number; last: string | null; modified: string | null }

/**
 * A container (Web Annotation Protocol 4.2) with its first page, of which it holds the annotations, only their addresses, or
 * nothing but where it is. One with addresses is a representation with an address of its own.
 */
export function presentContainer(
  address: string,
  baseUrl: string,
  { outline, page, ...telling }: Telling & { outline: Outline; page: Page },
): JsonObject {
  const { total, last, modified } = outline
  const first = withoutContext(presentContainerPage(address, baseUrl, { page, cursor: null, ...telling }))
  const { container, pageAt } = addressesOf(address, telling)
  return {
    '@context': [annotationContext, 'http://www.w3.org/ns/ldp.jsonld'],
    id: container,
    type: ['BasicContainer', 'AnnotationCollection'],
    label: 'Annotations',
    ...(modified !== null && { modified }),
    total,
    first: telling.contained === 'nothing' ? String(first.id) : { ...first, startIndex: 0 },
    ...(total > 0 && { last: pageAt(last) }),
  }
}

/** One page of a container (Web Annotation Data Model 5.2). */
export function presentContainerPage(
  address: string,
  baseUrl: string,
  { page: { items, next }, cursor, ...telling }: Telling & { page: Page; cursor: string | null },
): JsonObject {
  const { container, pageAt } = addressesOf(address, telling)
  return {
    '@context': annotationContext,
    id: pageAt(cursor),
    type: 'AnnotationPage',
    partOf: container,
    ...(next === null ? {} : { next: pageAt(next) }),
    items: items.map((shown) =>
      telling.contained === 'addresses'
        ? annotationAddress(baseUrl, shown.annotation.id)
        : withoutContext(presentAnnotation(baseUrl, shown)),
    ),
  }
}

function addressesOf(address: string, { contained, size }: Telling) {
  const beside = (to: string, query: string) => `${to}${to.includes('?') ? '&' : '?'}${query}`
  const container = contained === 'addresses' ? beside(address, 'iris=1') : address
  const sized = size === null ? '' : `limit=${size}&`
  return { container, pageAt: (cursor: string | null) => beside(container, `${sized}cursor=${cursor ?? ''}`) }
}

/** An annotation as one of a page of them: without its context, unless that says more than the page's own. */
export function withoutContext(annotation: JsonObject): JsonObject {
  const { '@context': context, ...rest } = annotation
  return context === annotationContext ? rest : annotation
}
