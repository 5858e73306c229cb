import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type ExportDeps, exportSearch } from '../actions/export-search.ts'
import type { Actor } from '../domain/access.ts'
import type { DocumentHit } from '../ports/search-index.ts'
import { contentDisposition } from './content-disposition.ts'
import { csv, type ExportFormat, jsonl } from './export-format.ts'
import { type Reporting, reportSearch } from './report-search.ts'
import { type Context, type Route, route } from './route.ts'
import { HitReply, wanted, wantedOf } from './search-shape.ts'

const query = z.object(wanted)
const common = {
  method: 'get',
  tags: ['Search'] as [string],
  access: 'reader',
  query,
  status: 200,
  faults: ['invalid-query', 'invalid-input'],
} as const

/** All that a search finds, streamed as a table or as lines of JSON. */
export const exportRoutes = (deps: ExportDeps & Reporting): Route[] => [
  route({
    ...common,
    id: 'exportSearchAsCsv',
    path: '/search.csv',
    summary: 'All documents that answer a query, as CSV: one row a document, with its best page',
    produces: 'text/csv',
    respond: (asked) => send(deps, asked, csv),
  }),
  route({
    ...common,
    id: 'exportSearchAsJsonl',
    path: '/search.jsonl',
    summary: 'All documents that answer a query, as JSON Lines: one hit a line, with its best page',
    produces: 'application/jsonl',
    reply: HitReply,
    respond: (asked) => send(deps, asked, jsonl),
  }),
]

/** What goes wrong after the first batch breaks the connection, so that nobody takes a part for the whole. */
async function send(
  deps: ExportDeps & Reporting,
  asked: Context<unknown, z.output<typeof query>, unknown>,
  format: ExportFormat,
): Promise<void> {
  const { actor, req, res, requestId, baseUrl } = asked
  const found = await exportSearch(deps, actor, wantedOf(asked.query))
  reportSearch(deps, actor, requestId, found, found.total)
  const name = fileName(found.query.text, deps.clock(), format.extension)
  res.setHeader('Content-Type', format.contentType)
  res.setHeader('Content-Disposition', contentDisposition(name, format.contentType))
  if (req.method === 'HEAD') return void res.end()
  // A pipeline into a response that has closed already would never end.
  if (res.destroyed || req.socket.destroyed) return
  await pipeline(written(format, found.batches, actor, baseUrl), res)
}

async function* written(
  format: ExportFormat,
  batches: AsyncIterable<DocumentHit[]>,
  actor: Actor,
  baseUrl: string,
): AsyncGenerator<string> {
  yield format.head
  for await (const hits of batches) yield format.write(hits, actor, baseUrl)
}

/** Such as `fonds-forced-settlements-2026-03-01.csv`. */
function fileName(q: string, now: string, extension: string): string {
  const words = q.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return `fonds-${[...words.join('-')].slice(0, 50).join('')}-${now.slice(0, 10)}.${extension}`
}
