import { z } from 'zod'
import {
  changePages,
  listEntries,
  listFilePages,
  listPageChanges,
  type PageWorkDeps,
  splitDocument,
  undoPageChange,
} from '../actions/arrange-pages.ts'
import { once, type Repeating } from '../actions/once.ts'
import { seeWitness, type WitnessDeps } from '../actions/witness.ts'
import type { Actor } from '../domain/access.ts'
import type { Operation } from '../domain/page-work/operation.ts'
import type { PageChange } from '../ports/page-work.ts'
import { demandedVersion } from './demanded-version.ts'
import { DescriptionBody, DocumentReply, versionedTag } from './document-shape.ts'
import { presented as presentedDocument } from './documents.ts'
import { slice } from './fields.ts'
import { choiceOf, operationsOf, PageChangeBody, PageOrderBody, splitChoice } from './page-work-shape.ts'
import { type Route, route } from './route.ts'
import { WitnessReply } from './witness-shape.ts'
import { presented } from './witnesses.ts'

export type PageWorkRoutesDeps = PageWorkDeps & WitnessDeps & Repeating

const ofPage = {
  id: z.string(),
  label: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  layers: z.array(z.string()),
  filePage: z.int().meta({ description: 'Its place in the file' }),
}
const EntryReply = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('page'), ...ofPage, number: z.int(), file: z.string().nullable() }),
    z.object({
      ...{ kind: z.literal('missing'), id: z.string(), label: z.string().nullable() },
      ...{ note: z.string().nullable(), after: z.int() },
    }),
  ])
  .meta({ id: 'PageEntry' })
const Place = z.object({ document: z.string(), witness: z.string(), number: z.int() })
const FilePageReply = z.object({ ...ofPage, places: z.array(Place) }).meta({ id: 'FilePage' })
const ChangeReply = z
  .object({
    id: z.string(),
    witness: z.string(),
    by: z.string(),
    at: z.string(),
    undoes: z.string().nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'PageChange' })
const ChangedReply = z
  .object({
    change: ChangeReply.nullable().meta({ description: 'Null where nothing is other than it was' }),
    witness: WitnessReply,
  })
  .meta({ id: 'ChangedPages' })
const SplitBody = z
  .object({
    witness: z.string().max(100).nullish().meta({ description: 'Whose pages; default: the first' }),
    ...splitChoice,
    keep: z.boolean().nullish().meta({ description: 'The pages stay where they are, too' }),
    description: DescriptionBody.meta({ description: 'Of the new document; `title` is required' }),
  })
  .meta({ id: 'Split' })

const ofWitness = z.object({ witnessId: z.string() })
const tags: [string] = ['Pages']
const writing = [
  ...(['not-found', 'gone', 'conflict', 'precondition-failed', 'invalid-input', 'malformed-json'] as const),
  ...(['too-large', 'idempotency-mismatch', 'in-progress'] as const),
]

/** The order of pages and what is done to it: arranged, moved, labelled, marked as missing, split, undone. */
export const pageWorkRoutes = (deps: PageWorkRoutesDeps): Route[] => [
  route({
    id: 'listEntries',
    method: 'get',
    path: '/witnesses/:witnessId/pages',
    tags,
    access: 'reader',
    summary: 'What stands in a witness, in order: its pages, and the leaves known to be missing',
    params: ofWitness,
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(EntryReply), next: z.string().nullable() }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { version } = await seeWitness(deps, actor, params.witnessId)
      const { items, next } = await listEntries(deps, actor, params.witnessId, query)
      const body = {
        items: items.map((entry) =>
          entry.kind === 'page' ? { ...entry, layers: [...entry.layers] } : entry,
        ),
        next,
      }
      return { body, etag: versionedTag(version, body) }
    },
  }),
  route({
    id: 'orderPages',
    method: 'put',
    path: '/witnesses/:witnessId/pages',
    tags,
    access: 'archivist',
    summary: 'Put all that stands in a witness in another order',
    params: ofWitness,
    body: PageOrderBody,
    status: 200,
    reply: ChangedReply,
    faults: writing,
    handle: ({ params, body, actor, ifMatch, idempotencyKey }) =>
      change(deps, params.witnessId, [{ op: 'order', pages: body.pages }], {
        actor,
        ifMatch,
        idempotencyKey,
      }),
  }),
  route({
    id: 'changePages',
    method: 'post',
    path: '/witnesses/:witnessId/page-changes',
    tags,
    access: 'archivist',
    summary: 'Move, take, copy, remove and label pages, and mark missing leaves, as one change',
    params: ofWitness,
    body: PageChangeBody,
    status: 200,
    reply: ChangedReply,
    faults: writing,
    handle: ({ params, body, actor, ifMatch, idempotencyKey }) =>
      change(deps, params.witnessId, operationsOf(body), { actor, ifMatch, idempotencyKey }),
  }),
  route({
    id: 'listPageChanges',
    method: 'get',
    path: '/witnesses/:witnessId/page-changes',
    tags,
    access: 'archivist',
    summary: 'The changes that reached the pages of a witness, newest first',
    params: ofWitness,
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(ChangeReply), next: z.string().nullable() }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { items, next } = await listPageChanges(deps, actor, params.witnessId, query)
      return { body: { items: items.map(presentChange), next } }
    },
  }),
  route({
    id: 'undoPageChange',
    method: 'post',
    path: '/page-changes/:changeId/undo',
    tags,
    access: 'archivist',
    summary: 'Take a change of pages back; what happened elsewhere since stays',
    params: z.object({ changeId: z.string() }),
    status: 200,
    reply: ChangedReply,
    faults: writing,
    handle: async ({ params: { changeId }, actor, ifMatch, idempotencyKey }) => {
      const expectedVersion = demandedVersion(ifMatch)
      const undone = await once(deps, actor.id, idempotencyKey, ['undoPageChange', changeId], (idempotency) =>
        undoPageChange(deps, actor, changeId, { idempotency, expectedVersion }),
      )
      return changed(deps, undone.witness, undone, actor)
    },
  }),
  route({
    id: 'splitDocument',
    method: 'post',
    path: '/documents/:documentId/split',
    tags,
    access: 'archivist',
    summary: 'Make a document of some pages of another',
    params: z.object({ documentId: z.string() }),
    body: SplitBody,
    status: 201,
    reply: DocumentReply.extend({ change: z.string().meta({ description: 'By which the split is undone' }) }),
    faults: writing,
    handle: async ({ params: { documentId }, body, actor, ifMatch, idempotencyKey, baseUrl }) => {
      const { witness = null, keep, description } = body
      const split = { witness, keep: keep ?? false, description, choice: choiceOf(body, '') }
      const expectedVersion = demandedVersion(ifMatch)
      const request = ['splitDocument', documentId, body]
      const made = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        splitDocument(deps, actor, documentId, split, { idempotency, expectedVersion }),
      )
      const { body: document, ...rest } = presentedDocument(made.document, actor, deps.clock())
      const headers = { Location: `${baseUrl}/api/v1/documents/${made.document.id}` }
      return { ...rest, body: { ...document, change: made.change }, headers }
    },
  }),
  route({
    id: 'listFilePages',
    method: 'get',
    path: '/files/:fileId/pages',
    tags,
    access: 'archivist',
    summary: 'The pages of a file and where they stand; with `unplaced` those that stand nowhere',
    params: z.object({ fileId: z.string() }),
    query: z.object({ unplaced: z.enum(['true', 'false']).default('false'), ...slice }),
    status: 200,
    reply: z.object({ items: z.array(FilePageReply), next: z.string().nullable() }),
    faults: ['not-found', 'invalid-input'],
    handle: async ({ params: { fileId }, query: { unplaced, ...page } }) => {
      const { items, next } = await listFilePages(deps, fileId, { unplaced: unplaced === 'true' }, page)
      return { body: { items: items.map((one) => ({ ...one, layers: [...one.layers] })), next } }
    },
  }),
]

type Asked = { actor: Actor; ifMatch: string | null; idempotencyKey: string | null }

async function change(
  deps: PageWorkRoutesDeps,
  witness: string,
  operations: readonly Operation[],
  { actor, ifMatch, idempotencyKey }: Asked,
) {
  const expectedVersion = demandedVersion(ifMatch)
  const made = await once(
    deps,
    actor.id,
    idempotencyKey,
    ['changePages', witness, operations],
    (idempotency) => changePages(deps, actor, witness, operations, { idempotency, expectedVersion }),
  )
  return changed(deps, witness, made, actor)
}

/** The witness as it is now, under whose tag the next change can be asked for. */
async function changed(deps: PageWorkRoutesDeps, id: string, made: PageChange | null, actor: Actor) {
  const { body: witness, etag } = await presented(deps, await seeWitness(deps, actor, id), actor)
  return { body: { change: made && presentChange(made), witness }, etag }
}

const presentChange = ({ madeBy, madeAt, ...change }: PageChange) => ({ ...change, by: madeBy, at: madeAt })
