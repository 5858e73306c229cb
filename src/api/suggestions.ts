import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import {
  acceptSuggestion,
  dismissSuggestion,
  listSuggestions,
  type SuggestionDeps,
} from '../actions/suggestion.ts'
import { acceptableAs, suggestionKinds, suggestionStates } from '../domain/resemblance/suggestion.ts'
import { slice, text } from './fields.ts'
import { type Route, route } from './route.ts'

export type SuggestionRoutesDeps = SuggestionDeps & Repeating

const Named = z.object({ id: z.string(), title: z.string(), language: z.string().nullable() })
const SuggestionReply = z
  .object({
    id: z.string(),
    kind: z.enum(suggestionKinds),
    document: Named.meta({ description: 'The document whose text, file or page was looked at' }),
    other: Named,
    detail: z.union([
      z.object({ similarity: z.number() }),
      z.object({ number: z.string(), line: z.string(), page: z.int() }),
      z.object({ file: z.string(), otherFile: z.string() }),
      z.object({ page: z.string(), otherPage: z.string(), distance: z.int() }),
    ]),
    state: z.enum(suggestionStates),
    createdAt: z.string(),
    by: z.string().nullable(),
    at: z.string().nullable(),
    claim: z.string().nullable().meta({ description: 'The claim that accepting it made' }),
  })
  .meta({ id: 'Suggestion' })
const ListReply = z.object({ items: z.array(SuggestionReply), next: z.string().nullable() })
const AcceptBody = z
  .object({
    property: z.enum(acceptableAs).meta({ description: 'What the document is to the other' }),
    note: text(100_000).nullish(),
  })
  .meta({ id: 'Acceptance' })

const query = z.object({ state: z.enum(suggestionStates).optional(), ...slice })
const params = z.object({ suggestionId: z.string() })
const shared = { tags: ['Suggestions'] as [string], access: 'archivist' } as const
const settling = ['not-found', 'conflict', 'idempotency-mismatch', 'in-progress'] as const

/** What was found when files were added, pictured and read, offered to archivists. */
export const suggestionRoutes = (deps: SuggestionRoutesDeps): Route[] => [
  route({
    ...shared,
    id: 'listSuggestions',
    method: 'get',
    path: '/suggestions',
    summary: 'Texts, files and images that are alike, and numbers carried by headings; newest first',
    query,
    status: 200,
    reply: ListReply,
    faults: ['invalid-input'],
    handle: async ({ query: { state, ...page }, actor }) => ({
      body: await listSuggestions(deps, actor, { state }, page),
    }),
  }),
  route({
    ...shared,
    id: 'listDocumentSuggestions',
    method: 'get',
    path: '/documents/:documentId/suggestions',
    summary: 'What was found about this document when files were added, pictured and read',
    params: z.object({ documentId: z.string() }),
    query,
    status: 200,
    reply: ListReply,
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params: { documentId: document }, query: { state, ...page }, actor }) => ({
      body: await listSuggestions(deps, actor, { state, document }, page),
    }),
  }),
  route({
    ...shared,
    id: 'dismissSuggestion',
    method: 'post',
    path: '/suggestions/:suggestionId/dismiss',
    summary: 'Make nothing of a suggestion; it does not come back',
    params,
    status: 200,
    reply: SuggestionReply,
    faults: settling,
    handle: async ({ params: { suggestionId: id }, actor, idempotencyKey }) => ({
      body: await once(deps, actor.id, idempotencyKey, ['dismissSuggestion', id], (idempotency) =>
        dismissSuggestion(deps, actor, id, idempotency),
      ),
    }),
  }),
  route({
    ...shared,
    id: 'acceptSuggestion',
    method: 'post',
    path: '/suggestions/:suggestionId/accept',
    summary: 'Record as a claim of yours what a suggestion comes to',
    params,
    body: AcceptBody,
    status: 200,
    reply: SuggestionReply,
    faults: ['gone', ...settling],
    handle: async ({ params: { suggestionId: id }, body, actor, idempotencyKey }) => ({
      body: await once(deps, actor.id, idempotencyKey, ['acceptSuggestion', id, body], (idempotency) =>
        acceptSuggestion(deps, actor, id, body, idempotency),
      ),
    }),
  }),
]
