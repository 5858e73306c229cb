import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { correctText } from '../actions/correct-text.ts'
import { once, type Repeating } from '../actions/once.ts'
import {
  type PageAddress,
  type Reading,
  readPage,
  readWholeText,
  seePage,
  stampOfText,
} from '../actions/read-page.ts'
import { admit, audienceNow } from '../actions/see.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { TextRevision } from '../domain/text.ts'
import type { NewId } from '../ports/identity.ts'
import type { PageWorkReader } from '../ports/page-work.ts'
import type { TextWriter } from '../ports/texts.ts'
import { judge, parseTags } from './conditions.ts'
import { versionedTag } from './document-shape.ts'
import { language, layer, slice } from './fields.ts'
import { MissingReply, PageReply, presentPage, presentText, TextReply } from './page-shape.ts'
import { type Route, route } from './route.ts'

export type PageRoutesDeps = Reading &
  Repeating & { pageWork: Pick<PageWorkReader, 'missing'> } & { textWriter: TextWriter; newId: NewId }

const witness = z.string().nullable().default(null)
const params = z.object({ documentId: z.string(), number: z.coerce.number().int().min(1).max(1e9) })
const tags: [string] = ['Pages']

const RevisionReply = z
  .object({
    id: z.string(),
    layer: z.string(),
    language: z.string().nullable(),
    by: z.string(),
    tool: z.string().nullable(),
    basedOn: z.string().nullable(),
    createdAt: z.string(),
    withdraws: z
      .literal(true)
      .optional()
      .meta({ description: 'Present where it takes the text of its layer away, which stays in the history' }),
  })
  .meta({ id: 'TextRevision' })

/** Pages and their texts: listed, read by layer and revision, corrected. */
export const pageRoutes = (deps: PageRoutesDeps): Route[] => [
  route({
    id: 'listPages',
    method: 'get',
    path: '/documents/:documentId/pages',
    tags,
    access: 'reader',
    summary: 'The pages of a witness (default: the first)',
    params: z.object({ documentId: z.string() }),
    query: z.object({
      witness,
      from: z.coerce.number().int().min(1).max(1e9).default(1).meta({
        description: 'The number to begin with, without a cursor',
      }),
      label: z.string().max(200).optional().meta({ description: 'Only pages that bear this label' }),
      ...slice,
    }),
    status: 200,
    reply: z.object({
      items: z.array(PageReply),
      missing: z.array(MissingReply).optional().meta({
        description:
          'Leaves known to be missing behind these pages (0: before the first), where there are any',
      }),
      next: z.string().nullable(),
    }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      await admit(deps, actor, params.documentId)
      const listed = await deps.texts.pages(params.documentId, query.witness, query, audienceNow(deps, actor))
      if (!listed) throw notFound('witness of this document')
      const { items, next } = listed
      const isStart = query.cursor === null && query.from === 1
      const first = isStart ? 0 : (items[0]?.number ?? query.from)
      const { pageWork } = deps
      const last = items.at(-1)?.number ?? 0
      const missing = await pageWork.missing(params.documentId, query.witness, first, last)
      return { body: { items: items.map(presentPage), ...(missing.length > 0 && { missing }), next } }
    },
  }),
  route({
    id: 'readPage',
    method: 'get',
    path: '/documents/:documentId/pages/:number',
    tags,
    access: 'reader',
    summary: 'A page with its text: of the best layer, of a named one, or one revision',
    params,
    query: z.object({ witness, layer: layer.optional(), revision: z.string().optional() }),
    status: 200,
    reply: PageReply.extend({ text: TextReply.nullable() }).meta({ id: 'PageWithText' }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const wanted = { layer: query.layer ?? null, revision: query.revision ?? null }
      const { page, text } = await readPage(deps, actor, addressOf(params, query.witness), wanted)
      const placed = text && (await deps.texts.placed(text.id, audienceNow(deps, actor)))
      const body = { ...presentPage(page), text: text && presentText(text, placed, page) }
      return { body, etag: tagOfText(text, body) }
    },
  }),
  route({
    id: 'correctText',
    method: 'put',
    path: '/documents/:documentId/pages/:number/text',
    tags,
    access: 'archivist',
    summary: 'Add a revision to a layer of a page’s text',
    params,
    query: z.object({ witness }),
    body: z.object({
      layer: layer.nullish().meta({ description: 'Where the text belongs; default: transcription' }),
      language: language.nullish(),
      content: z.string({ error: 'is required: the whole text of the page, "" if it bears none' }),
      basedOn: z.string().nullish().meta({
        description: 'The revision it starts from: 409 when there is a newer one. Default: the newest',
      }),
    }),
    status: 200,
    reply: RevisionReply.extend({ revision: z.string(), content: z.string() }).meta({
      id: 'NewTextRevision',
    }),
    faults: ['not-found', 'gone', 'conflict', 'precondition-failed', 'malformed-json'],
    handle: async ({ params, query, body, actor, ifMatch, idempotencyKey }) => {
      const address = addressOf(params, query.witness)
      const correction = {
        layer: body.layer ?? 'transcription',
        language: body.language ?? null,
        content: body.content,
        basedOn: body.basedOn ?? null,
        ifCurrent: revisionIn(ifMatch),
      }
      const revision = await once(
        deps,
        actor.id,
        idempotencyKey,
        ['correctText', address, body],
        (idempotency) => correctText(deps, actor, address, { ...correction, idempotency }),
      )
      return { body: { ...presentRevision(revision), revision: revision.id, content: revision.content } }
    },
  }),
  route({
    id: 'listRevisions',
    method: 'get',
    path: '/documents/:documentId/pages/:number/text/revisions',
    tags,
    access: 'reader',
    summary: 'Every version of a page’s text, oldest first',
    params,
    query: z.object({ witness }),
    status: 200,
    reply: z.object({ items: z.array(RevisionReply), next: z.null() }),
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor }) => {
      const page = await seePage(deps, actor, addressOf(params, query.witness))
      const revisions = await deps.texts.revisions(page.id, audienceNow(deps, actor))
      return { body: { items: revisions.map(presentRevision), next: null } }
    },
  }),
  route({
    id: 'readText',
    method: 'get',
    path: '/documents/:documentId/text',
    tags,
    access: 'reader',
    summary: 'The text of all pages, form feeds between them',
    params: z.object({ documentId: z.string() }),
    query: z.object({ layer: layer.optional() }),
    status: 200,
    produces: 'text/plain; charset=utf-8',
    faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed'],
    respond: async ({ params, query, actor, req, res }) => {
      const etag = `"${await stampOfText(deps, actor, params.documentId)}"`
      const verdict = judge(req.headers, { etag })
      if (verdict === 'failed')
        throw new ArchiveError('precondition-failed', 'The text is not the one that the request expects.')
      res.setHeader('ETag', etag)
      if (verdict === 'not-modified') return void res.status(304).end()
      res.setHeader('Content-Type', 'text/plain; charset=utf-8')
      res.setHeader('X-Content-Type-Options', 'nosniff')
      if (req.method === 'HEAD') return void res.end()
      const pages = readWholeText(deps, actor, params.documentId, query.layer ?? null)
      await pipeline(Readable.from(withFormFeeds(pages)), res)
    },
  }),
]

const addressOf = (params: { documentId: string; number: number }, witness: string | null): PageAddress => ({
  document: params.documentId,
  number: params.number,
  witness,
})

const presentRevision = ({ recordedBy, engine, withdraws, ...revision }: TextRevision) => ({
  id: revision.id,
  layer: revision.layer,
  language: revision.language,
  by: recordedBy,
  tool: engine,
  basedOn: revision.basedOn,
  createdAt: revision.createdAt,
  ...(withdraws && { withdraws }),
})

/** A page's tag names the revision that is shown, so that an If-Match is compared where the next one is written. */
const tagOfText = (text: TextRevision | null, body: unknown): string =>
  versionedTag(0, body).replace('"0-', `"${text?.id ?? 'none'}-`)

/** The revision that an If-Match names; undefined without one, null for a page without text. */
function revisionIn(ifMatch: string | null): string | null | undefined {
  if (ifMatch === null) return undefined
  const tags = parseTags(ifMatch)
  if (tags === '*') return undefined
  const revision = tags
    .filter(({ weak }) => !weak)
    .map(({ tag }) => /^"(\w+)-/.exec(tag)?.[1])
    .find((id) => id !== undefined)
  if (revision === undefined)
    throw new ArchiveError(
      'precondition-failed',
      'If-Match names no version of this page: read it and send its ETag.',
    )
  return revision === 'none' ? null : revision
}

async function* withFormFeeds(pages: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  for await (const page of pages) {
    yield first ? page : `\f${page}`
    first = false
  }
}
