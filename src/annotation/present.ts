import type { JsonObject } from '../domain/annotation/json.ts'
import { withIdentity } from '../domain/annotation/model.ts'
import type { AnchorReport, StoredAnnotation } from '../ports/annotations.ts'

export const annotationProfile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** An annotation with what the archive knows of it. */
export type Shown = { annotation: StoredAnnotation; anchor: AnchorReport | null }

/** The address of an annotation. */
export const annotationAddress = (baseUrl: string, id: string): string => `${baseUrl}/annotations/${id}`

/**
 * A Web Annotation as it was given, with its address and times; `anchor` beside it says where its passage stands in
 * the page's text of today, `archive` who wrote it and where its page stands (terms of ours, which JSON-LD processors
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
  document,
  title,
  page,
  number,
  label,
  revision,
  language,
  anchor,
}: StoredAnnotation) => ({
  by: createdBy,
  document,
  title,
  page,
  number,
  label,
  revision,
  quote: anchor?.exact ?? null,
  quoteLanguage: language,
})

/** A container (Web Annotation Protocol 4.2) with its first page embedded. */
export function presentContainer(
  address: string,
  baseUrl: string,
  total: number,
  page: { items: Shown[]; next: string | null },
): JsonObject {
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', 'http://www.w3.org/ns/ldp.jsonld'],
    id: address,
    type: ['BasicContainer', 'AnnotationCollection'],
    total,
    first: withoutContext(presentContainerPage(address, baseUrl, page, null)),
  }
}

/** One page of a container (Web Annotation Data Model 5.2). */
export function presentContainerPage(
  address: string,
  baseUrl: string,
  { items, next }: { items: Shown[]; next: string | null },
  cursor: string | null,
): JsonObject {
  const at = (key: string | null) => `${address}${address.includes('?') ? '&' : '?'}cursor=${key ?? ''}`
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: at(cursor),
    type: 'AnnotationPage',
    partOf: address,
    ...(next === null ? {} : { next: at(next) }),
    items: items.map((shown) => withoutContext(presentAnnotation(baseUrl, shown))),
  }
}

function withoutContext({ '@context': _, ...rest }: JsonObject): JsonObject {
  return rest
}
