import type { Audience } from '../domain/audience.ts'
import type { SearchQuery } from '../domain/search/query.ts'
import type { DateView } from '../domain/shown-date.ts'
import type { Listing, Slice } from './command.ts'
import type { DocumentFilter } from './documents.ts'

export const searchScopes = ['text', 'description', 'annotations'] as const
export type SearchScope = (typeof searchScopes)[number]
export const searchSorts = ['relevance', 'date', '-date', 'title', 'added'] as const
export type SearchSort = (typeof searchSorts)[number]

export type SearchRequest = Slice & {
  query: SearchQuery
  filter: DocumentFilter
  in: readonly SearchScope[]
  match: 'auto' | 'all' | 'any'
  sort: SearchSort
  /** Whether words are looked for in Latin and Cyrillic letters alike. */
  transliterate: boolean
  /** Whether facets and histogram are wanted, as they are unless told; where not, they are empty. */
  isCounted?: boolean
}

/** A page with its snippet (escaped HTML in which only <mark> is markup) and the boxes of the words found. */
export type PageHit = {
  id: string
  /** Of which witness it is that number; null for the first. */
  witness: string | null
  number: number
  label: string | null
  snippet: string
  /** Of the snippet (BCP 47); null where it is not known. */
  language: string | null
  boxes: [number, number, number, number][]
  /** The annotation in which the words stand, where it is not the page's own text. */
  annotation?: string
}

/** A page of a document with every place where the query's words stand in its text: code points, `end` exclusive. */
export type PageFound = PageHit & {
  layer: string
  revision: string
  passages: [start: number, end: number][]
}

/** Which pages of a document are searched: those of one witness, and those from a number on where no cursor says so. */
export type SearchedPages = Slice & { witness?: string | null; from?: number }

export type DocumentHit = {
  document: {
    id: string
    title: string
    language: string | null
    date: DateView
    creator: string | null
    type: string | null
    collection: string | null
  }
  score: number
  pageHits: number
  missing: string[]
  pages: PageHit[]
  notes: { kind: string; says: string; see: string | null }[]
}

export type FacetCount = { value: string; count: number }
export const facetNames = ['type', 'language', 'collection', 'creator', 'subject', 'decade'] as const
export type Facets = Record<(typeof facetNames)[number], FacetCount[]>

/** Documents that stand in no year of a histogram: without a date, with an open start or end, or with too vague a date. */
export type HistogramBins = { undated: number; openStart: number; openEnd: number; vague: number }

export type SearchResult = {
  total: { documents: number; pages: number; exact: boolean }
  partial: { documents: number }
  hits: DocumentHit[]
  facets: Facets
  histogram: { year: number; count: number }[]
  histogramBins: HistogramBins
  /** A query like this one that finds something, where this one finds nothing. */
  didYouMean: string | null
  next: string | null
}

/** How what was found is shown: with the query as it was understood, and scores only to who keeps the archive. */
export type Shown = { query: { text: string; understood: string }; scores: boolean }

/** What was found as it is sent, in UTF-8, its entity tag, and what is told of it beside. */
export type WrittenResult = { written: Uint8Array; etag: string; total: SearchResult['total'] }

/** Writes what was found; throws where it is not what may be sent. */
export type WriteResult = (found: SearchResult, shown: Shown) => WrittenResult

/** An index that writes what it finds where it finds it. */
export type WritingIndex = {
  findWritten(request: SearchRequest, audience: Audience, shown: Shown): Promise<WrittenResult>
}

/** What may be meant: a title, a creator's name, a subject or a word of a text. */
export type Suggestion = { kind: 'title' | 'creator' | 'subject' | 'word'; value: string }

/** What an index keeps in memory beside the archive: bytes and lists kept, and how often what was asked for was there. */
export type IndexFigures = { bytes: number; entries: number; hits: number; misses: number }

export type SearchIndex = {
  /** Documents with their best pages. ArchiveError('invalid-query') for what this index cannot answer. */
  find(request: SearchRequest, audience: Audience): Promise<SearchResult>
  /**
   * Every matching page of one document, in order, with the numbers of all; null where there is no such document for
   * this audience.
   */
  within(
    document: string,
    query: SearchQuery,
    wanted: SearchedPages,
    audience: Audience,
  ): Promise<(Listing<PageFound> & { numbers: number[]; exact: boolean }) | null>
  /** What may be meant by a beginning, at most so many of each kind; only what this audience may find. */
  suggest(text: string, most: number, audience: Audience): Promise<Suggestion[]>
  /** The documents most like one, the nearest first; null where there is no such document for this audience. */
  similar(document: string, most: number, audience: Audience): Promise<DocumentHit[] | null>
  figures(): Promise<IndexFigures>
  /** Resolves when everything written until now is found. */
  settled(): Promise<void>
}
