import { isObject, type Json, listOf } from '../domain/annotation/json.ts'
import { addressOf, iiifAddresses } from './addresses.ts'
import { type Found, notesFound, passagesFound } from './found.ts'
import { asQuery, type Requested } from './search-two.ts'

const context = ['http://iiif.io/api/presentation/2/context.json', 'http://iiif.io/api/search/1/context.json']

/** The same as version 1 has it, for viewers that read no other (IIIF Content Search 1.0, 3.3 and 3.4). */
export function searchOnePage(
  baseUrl: string,
  { document, query, cursor, ignored }: Requested,
  found: Found,
) {
  const { search1 } = iiifAddresses(baseUrl, document)
  const at = (key: string | null) => addressOf(search1, key === null ? query : { ...query, cursor: key })
  const passages = passagesFound(baseUrl, document, found)
  const resources = [
    ...passages.flatMap(({ parts }) =>
      parts.map(({ id, value, language, target }) => ({
        ...{ '@id': id, '@type': 'oa:Annotation', motivation: 'sc:painting' },
        resource: textOf(value, language),
        on: target,
      })),
    ),
    ...notesFound(baseUrl, document, found).map((note) => noteOf(note as Note)),
  ]
  const isWhole = cursor === null && found.next === null
  return {
    '@context': context,
    '@id': at(cursor),
    '@type': 'sc:AnnotationList',
    within: {
      '@type': 'sc:Layer',
      total: isWhole ? resources.length : undefined,
      first: at(null),
      ignored: ignored.length > 0 ? ignored : undefined,
    },
    next: found.next === null ? undefined : at(found.next),
    startIndex: cursor === null ? 0 : undefined,
    resources,
    hits: passages.map(({ exact, before, after, parts }) => ({
      '@type': 'search:Hit',
      annotations: parts.map(({ id }) => id),
      match: exact,
      before,
      after,
    })),
  }
}

/** The terms that begin with what was typed (IIIF Content Search 1.0, 4.3). */
export function termList(
  baseUrl: string,
  { document, query, ignored }: Requested,
  terms: readonly { value: string; count: number | null }[],
) {
  const { search1 } = iiifAddresses(baseUrl, document)
  return {
    '@context': context[1],
    '@id': addressOf(`${search1}/autocomplete`, query),
    '@type': 'search:TermList',
    ignored,
    terms: terms.map(({ value, count }) => ({
      match: value,
      url: addressOf(search1, { ...query, q: asQuery(value) }),
      count: count ?? undefined,
    })),
  }
}

type Note = { id: Json; motivation: Json; target: Json; body?: Json }

function noteOf({ id, motivation, target, body }: Note) {
  const [first] = listOf(target)
  const source = isObject(first) ? first.source : null
  return {
    '@id': id,
    '@type': 'oa:Annotation',
    motivation: listOf(motivation).map((one) => (/[:/]/.test(String(one)) ? one : `oa:${one}`)),
    resource: listOf(body).flatMap((one): object[] => {
      if (!isObject(one)) return typeof one === 'string' ? [{ '@id': one }] : []
      if (typeof one.value !== 'string') return typeof one.id === 'string' ? [{ '@id': one.id }] : []
      const language = typeof one.language === 'string' ? one.language : null
      const isTag = listOf(one.purpose).some((purpose) => /^(oa:)?tagging$/.test(String(purpose)))
      const format = typeof one.format === 'string' ? one.format : 'text/plain'
      return [
        {
          ...textOf(one.value, language, format),
          ...(isTag && { '@type': ['oa:Tag', 'cnt:ContentAsText'] }),
        },
      ]
    }),
    on: isObject(source ?? null) ? (source as { id?: Json }).id : first,
  }
}

const textOf = (chars: string, language: string | null, format = 'text/plain') => ({
  '@type': 'cnt:ContentAsText',
  format,
  language: language ?? undefined,
  chars,
})
