import { cleanText } from '../clean-text.ts'
import { textOfHtml } from './html-text.ts'
import { isList, isObject, type Json, type JsonObject, listOf } from './json.ts'
import type { WebAnnotation } from './model.ts'
import { isOf } from './rules.ts'

/**
 * What a search for annotations finds one by, a line each: labels, the text of its bodies (of HTML what people read),
 * tags among them, and the passages that its targets quote. Clean as all text of the archive.
 */
export function searchableText(annotation: WebAnnotation): string {
  const { label, bodyValue, body, target } = annotation
  const lines = [
    ...labelsIn(label),
    ...(typeof bodyValue === 'string' ? [bodyValue] : []),
    ...listOf(body).flatMap(textsIn),
    ...listOf(target).flatMap((thing) => [...namesIn(thing), ...quotesIn(thing)]),
  ]
  const clean = lines.map((line) => cleanText(line).trim())
  return [...new Set(clean.filter((line) => line !== ''))].join('\n')
}

/** What an annotation says in words, its tags, and the passages that its targets quote, each as people read it. */
export function saidIn({ bodyValue, body, target }: WebAnnotation): {
  texts: string[]
  tags: string[]
  quotes: string[]
} {
  const bodies = listOf(body)
  const plain = (part: readonly Json[]) => part.flatMap(textsIn).map((line) => cleanText(line).trim())
  return {
    texts: [
      ...(typeof bodyValue === 'string' ? [bodyValue] : []),
      ...plain(bodies.filter((one) => !isTag(one))),
    ],
    tags: plain(bodies.filter(isTag)),
    quotes: listOf(target).flatMap(quotesIn),
  }
}

/** What an annotation is asked for by: the texts of its tags letter by letter, and its motivations without `oa:`. */
export function termsOf({
  motivation,
  body,
}: WebAnnotation): { kind: 'motivation' | 'tag'; value: string }[] {
  const tags = listOf(body).flatMap((one) => (isTag(one) && isObject(one) ? [one.value] : []))
  const term = (kind: 'motivation' | 'tag', value: Json | undefined) =>
    typeof value === 'string' ? [{ kind, value }] : []
  return [
    ...listOf(motivation).flatMap((one) =>
      term('motivation', typeof one === 'string' ? bareMotivation(one) : one),
    ),
    ...tags.flatMap((one) => term('tag', one)),
  ]
}

/** A motivation without the prefix that some programs write before it. */
export const bareMotivation = (motivation: string): string => motivation.replace(/^oa:/, '')

const isTag = (body: Json): boolean =>
  isObject(body) && listOf(body.purpose).some((purpose) => purpose === 'tagging' || purpose === 'oa:tagging')

function textsIn(body: Json): string[] {
  if (!isObject(body)) return []
  const { value, source, items } = body
  return [
    ...labelsIn(body.label),
    ...(typeof value === 'string' ? [readable(body, value)] : []),
    ...(isObject(source) ? textsIn(source) : []),
    ...listOf(items).flatMap(textsIn),
    ...quotesIn(body),
  ]
}

/** IRIs and embedded HTML of a target are its own business; people know it by its label. */
function namesIn(target: Json): string[] {
  if (!isObject(target)) return []
  const source = isObject(target.source) ? labelsIn(target.source.label) : []
  return [...labelsIn(target.label), ...source, ...listOf(target.items).flatMap(namesIn)]
}

function readable(body: JsonObject, value: string): string {
  const marked = listOf(body.format).some(
    (type) => typeof type === 'string' && /^(text\/html|application\/xhtml\+xml)\b/i.test(type),
  )
  return marked ? textOfHtml(value).replace(/\s+/g, ' ') : value
}

/** A label is a string, several, or several by language (JSON-LD language maps, as IIIF writes them). */
function labelsIn(label: Json | undefined): string[] {
  if (typeof label === 'string') return [label]
  if (isList(label)) return label.flatMap(labelsIn)
  if (!isObject(label)) return []
  return typeof label['@value'] === 'string' ? [label['@value']] : Object.values(label).flatMap(labelsIn)
}

function quotesIn(thing: Json): string[] {
  if (isList(thing)) return thing.flatMap(quotesIn)
  if (!isObject(thing)) return []
  const exact = isOf(thing, 'TextQuoteSelector') && typeof thing.exact === 'string' ? [thing.exact] : []
  const within = ['selector', 'refinedBy', 'items', 'startSelector', 'endSelector']
  return [...exact, ...within.flatMap((key) => (thing[key] === undefined ? [] : quotesIn(thing[key])))]
}
