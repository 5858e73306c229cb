import type { Actor } from '../domain/access.ts'
import { plainSnippet } from '../domain/search/plain-snippet.ts'
import type { DocumentHit } from '../ports/search-index.ts'
import { csvHead, csvText, csvType } from './csv-text.ts'
import { HitReply, presentHit } from './search-shape.ts'

/** How hits are written one after the other: what comes first of all, and the text of some of them. */
export type ExportFormat = {
  contentType: string
  extension: string
  head: string
  write(hits: readonly DocumentHit[], actor: Actor, baseUrl: string): string
}

const columns: readonly [
  string,
  (hit: DocumentHit, baseUrl: string) => string | number | null | undefined,
][] = [
  ['id', ({ document }) => document.id],
  ['title', ({ document }) => document.title],
  ['date', ({ document }) => document.date.edtf],
  ['earliest', ({ document }) => document.date.earliest],
  ['latest', ({ document }) => document.date.latest],
  ['status', ({ document }) => document.date.status],
  ['creator', ({ document }) => document.creator],
  ['type', ({ document }) => document.type],
  ['collection', ({ document }) => document.collection],
  ['pageHits', ({ pageHits }) => pageHits],
  ['missing', ({ missing }) => missing.join(' ')],
  ['page', ({ pages: [best] }) => best?.number],
  ['snippet', ({ pages: [best] }) => best && plainSnippet(best.snippet)],
  ['link', ({ document }, baseUrl) => `${baseUrl}/documents/${document.id}`],
]

/** A table, one row a document. */
export const csv: ExportFormat = {
  contentType: csvType,
  extension: 'csv',
  head: csvHead(columns.map(([name]) => name)),
  write: (hits, _, baseUrl) => csvText(hits.map((hit) => columns.map(([, cell]) => cell(hit, baseUrl)))),
}

/** One JSON object a line (jsonlines.org), each a hit as the search gives it. */
export const jsonl: ExportFormat = {
  contentType: 'application/jsonl',
  extension: 'jsonl',
  head: '',
  write: (hits, actor) =>
    hits.map((hit) => `${JSON.stringify(HitReply.parse(presentHit(hit, actor)))}\n`).join(''),
}
