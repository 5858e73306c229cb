import { z } from 'zod'
import type { Wanted } from '../actions/search.ts'
import { keepsArchive } from '../actions/see.ts'
import type { Actor } from '../domain/access.ts'
import { type DocumentHit, facetNames, searchScopes, searchSorts } from '../ports/search-index.ts'
import { DateReply } from './document-shape.ts'
import { filterOf, filters } from './fields.ts'

/** `?q=` */
export const q = z
  .string()
  .max(10_000)
  .meta({ description: 'The query; see docs/search.md', example: '"forced settlements" OR trėmimas' })

const scopes = z
  .string()
  .default('text,description')
  .transform((given) => given.split(',').map((scope) => scope.trim()))
  .pipe(z.array(z.enum(searchScopes)).min(1))
  .meta({ type: 'string', description: 'Comma-separated: text, description, annotations' })

/** What a search looks for, where, and in which order; not which part of the results is wanted. */
export const wanted = {
  q,
  match: z.enum(['auto', 'all', 'any']).default('auto'),
  in: scopes,
  sort: z.enum(searchSorts).default('relevance'),
  transliterate: z.enum(['true', 'false']).default('true').meta({
    description: 'Whether words are looked for in Latin and Cyrillic letters alike: Serov finds Серов',
  }),
  ...filters,
}

/** The same as the archive reads it. */
export function wantedOf(query: z.output<z.ZodObject<typeof wanted>>): Omit<Wanted, 'limit' | 'cursor'> {
  const { q, match, sort } = query
  const transliterate = query.transliterate === 'true'
  return { q, match, sort, transliterate, in: query.in, filter: filterOf(query) }
}

export const PageHitReply = z
  .object({
    id: z.string(),
    witness: z
      .string()
      .nullable()
      .meta({ description: 'Of which witness it is that number; null: the first' }),
    number: z.int(),
    label: z.string().nullable(),
    snippet: z.string().meta({ description: 'Escaped HTML in which only <mark> is markup' }),
    language: z.string().nullable().meta({ description: 'Of the snippet; null: not known' }),
    boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    annotation: z.string().optional(),
  })
  .meta({ id: 'PageHit' })

/** A page found within its document, with the places of the words in its text. */
export const PageFoundReply = PageHitReply.extend({
  layer: z.string(),
  revision: z.string(),
  passages: z.array(z.tuple([z.int(), z.int()])).meta({
    description: 'Where the words stand in the text of that revision: [start, end) in code points',
  }),
}).meta({ id: 'PageFound' })

export const HitReply = z
  .object({
    document: z.object({
      id: z.string(),
      title: z.string(),
      language: z.string().nullable(),
      date: DateReply,
      creator: z.string().nullable(),
      type: z.string().nullable(),
      collection: z.string().nullable(),
    }),
    score: z.number().optional().meta({ description: 'For archivists only' }),
    pageHits: z.int(),
    missing: z.array(z.string()),
    pages: z.array(PageHitReply),
    notes: z.array(z.object({ kind: z.string(), says: z.string(), see: z.string().nullable() })),
  })
  .meta({ id: 'DocumentHit' })

const Count = z.object({ value: z.string(), count: z.int() })

export const SearchReply = z
  .object({
    query: z.object({ text: z.string(), understood: z.string() }),
    total: z.object({ documents: z.int(), pages: z.int(), exact: z.boolean() }),
    partial: z.object({ documents: z.int() }),
    tookMs: z.number(),
    hits: z.array(HitReply),
    facets: z.object(
      Object.fromEntries(facetNames.map((name) => [name, z.array(Count)])) as Record<
        (typeof facetNames)[number],
        z.ZodArray<typeof Count>
      >,
    ),
    histogram: z.array(z.object({ year: z.int(), count: z.int() })),
    histogramBins: z.object({ undated: z.int(), openStart: z.int(), openEnd: z.int(), vague: z.int() }).meta({
      description: 'Documents that stand in no year: undated, with an open start or end, or too vague',
    }),
    didYouMean: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'SearchResult' })

/** A hit as an actor is shown it. */
export const presentHit = (hit: DocumentHit, actor: Actor) => showHit(hit, keepsArchive(actor))

/** A hit with its score, or without: scores tell of documents that a reader may not see. */
export function showHit(hit: DocumentHit, withScore: boolean): z.input<typeof HitReply> {
  const { score, ...shown } = hit
  return withScore ? hit : shown
}
