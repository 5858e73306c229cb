import { cleanText } from '../clean-text.ts'
import { isList, isObject, type Json, type JsonObject, listOf } from './json.ts'
import type { WebAnnotation } from './model.ts'
import { isOf } from './rules.ts'

/** A selector that a passage of text can be found by; `refinedBy` counts and searches within what it selects. */
export type TextSelector = { refinedBy: readonly TextSelector[] } & (
  | { kind: 'quote'; exact: string; prefix: string; suffix: string }
  | { kind: 'position'; start: number; end: number }
)

/** One thing that an annotation is about; `index` counts the annotation's targets from 0. */
export type PageTarget = { index: number; source: string; selectors: readonly TextSelector[] }

/**
 * What an annotation is about: the source of each target without its fragment, and the selectors among which each
 * alternative that selects text is kept (Web Annotation Data Model 4.2.4, 4.2.5, 4.2.9). Targets without an IRI are
 * left out.
 */
export function pageTargets(annotation: WebAnnotation): PageTarget[] {
  return listOf(annotation.target).flatMap((target, index) => targetsIn(target, index))
}

function targetsIn(target: Json, index: number): PageTarget[] {
  if (typeof target === 'string') return [{ index, source: withoutFragment(target), selectors: [] }]
  if (!isObject(target)) return []
  const source = sourceOf(target)
  if (source === null) return listOf(target.items).flatMap((item) => targetsIn(item, index))
  return [{ index, source: withoutFragment(source), selectors: textSelectors(target.selector) }]
}

function sourceOf(target: JsonObject): string | null {
  const { source, id } = target
  if (typeof source === 'string') return source
  if (isObject(source)) return typeof source.id === 'string' ? source.id : null
  return typeof id === 'string' && target.items === undefined ? id : null
}

const withoutFragment = (iri: string) => iri.replace(/#.*$/s, '')

function textSelectors(value: Json | undefined): TextSelector[] {
  if (isList(value)) return value.flatMap(textSelectors)
  if (!isObject(value)) return []
  const refinedBy = textSelectors(value.refinedBy)
  const { exact, prefix, suffix, start, end } = value
  if (isOf(value, 'TextQuoteSelector') && typeof exact === 'string') {
    return [{ kind: 'quote', exact: clean(exact), prefix: clean(prefix), suffix: clean(suffix), refinedBy }]
  }
  if (isOf(value, 'TextPositionSelector') && typeof start === 'number' && typeof end === 'number') {
    return [{ kind: 'position', start, end, refinedBy }]
  }
  if (value.items !== undefined) return textSelectors(value.items)
  // Within a region or an element of the source a quote still is one of the page, but an offset counts from elsewhere.
  return refinedBy.filter((selector) => selector.kind === 'quote')
}

/** Page texts are kept clean, so a quote that is not would never be found. */
const clean = (text: Json | undefined) => (typeof text === 'string' ? cleanText(text) : '')

/** What of the archive an address means. `witness` is null for the document's first one. */
export type SourceAddress =
  | { kind: 'numbered-page'; document: string; number: number; witness: string | null }
  | { kind: 'page'; page: string }
  | { kind: 'document'; document: string }
  | { kind: 'annotation'; annotation: string }

/**
 * The page, document or annotation that an address of the HTTP API means, on any host and under any path prefix, absolute or
 * relative, whether of the thing itself, of its text, of its IIIF canvas or manifest or of where it is read in the reading room;
 * null for every other IRI.
 */
export function pageOfSource(iri: string): SourceAddress | null {
  const url = URL.parse(iri, 'http://archive.invalid/')
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const page = /\/api\/v1\/pages\/([^/]+)(?:\/text)?\/?$/.exec(url.pathname)
  if (page) {
    const id = decode(page[1])
    return id === null ? null : { kind: 'page', page: id }
  }
  const canvas = /\/iiif\/3\/([^/]+)\/(?:canvas\/([^/]+)|manifest)$/.exec(url.pathname)
  if (canvas) return pageOfCanvas(decode(canvas[1]), decode(canvas[2]))
  const annotation = decode(/\/annotations\/([^/]+)$/.exec(url.pathname)?.[1])
  if (annotation !== null) return { kind: 'annotation', annotation }
  const match =
    /\/api\/v1\/documents\/([^/]+)(?:\/pages\/([0-9]+))?(?:\/text)?\/?$/.exec(url.pathname) ??
    // Many sites have documents; only an id of the form that the archive gives tells that this is one.
    /\/documents\/(d[0-9a-f]{32})(?:\/pages\/([0-9]+))?\/?$/.exec(url.pathname)
  const document = decode(match?.[1])
  if (!match || document === null) return null
  if (match[2] === undefined) return { kind: 'document', document }
  const number = Number(match[2])
  if (number < 1 || !Number.isSafeInteger(number)) return null
  return { kind: 'numbered-page', document, number, witness: url.searchParams.get('witness') || null }
}

/** What a canvas shows; one that shows no page, but that a leaf is missing, is of the document. */
function pageOfCanvas(document: string | null, canvas: string | null): SourceAddress | null {
  if (document === null) return null
  return canvas?.startsWith('p') ? { kind: 'page', page: canvas } : { kind: 'document', document }
}

function decode(segment: string | undefined): string | null {
  if (segment === undefined) return null
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** The annotation with other addresses of what it is about, where `others` has them. */
export function answering(annotation: WebAnnotation, others: ReadonlyMap<string, string>): WebAnnotation {
  if (others.size === 0) return annotation
  const moved = (iri: Json | undefined) =>
    typeof iri === 'string' ? others.get(withoutFragment(iri)) : undefined
  const within = (target: Json): Json => {
    if (isList(target)) return target.map(within)
    if (!isObject(target)) return moved(target) ?? target
    const { source, id } = target
    const at = moved(isObject(source) ? source.id : source)
    if (at !== undefined) return { ...target, source: isObject(source) ? { ...source, id: at } : at }
    if (source === undefined && moved(id) !== undefined) return { ...target, id: moved(id) ?? '' }
    return target.items === undefined ? target : { ...target, items: within(target.items) }
  }
  return { ...annotation, target: within(annotation.target) }
}
