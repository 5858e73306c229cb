import { z } from 'zod'
import {
  addCollection,
  type CollectionDeps,
  documentsInCollection,
  reviseCollection,
  seeCollection,
} from '../actions/collection.ts'
import { once, type Repeating } from '../actions/once.ts'
import { audienceNow } from '../actions/see.ts'
import type { Actor } from '../domain/access.ts'
import {
  type Collection,
  elementNames,
  levels,
  referencePathOf,
  type Unit,
} from '../domain/collection/collection.ts'
import { visibilities } from '../domain/document.ts'
import type { DocumentReader } from '../ports/documents.ts'
import { demandedVersion } from './demanded-version.ts'
import { DocumentReply, presentDocument, Showing, versionedTag } from './document-shape.ts'
import { edtf, slice, text } from './fields.ts'
import { type Route, route } from './route.ts'

export type CollectionRoutesDeps = CollectionDeps & Repeating & { documents: DocumentReader }

const params = z.object({ collectionId: z.string() })
const tags: [string] = ['Collections']

type ElementName = (typeof elementNames)[number]
const element = text(100_000).nullish()
const elements = {
  ...(Object.fromEntries(elementNames.map((name) => [name, element])) as Record<ElementName, typeof element>),
  dates: edtf.nullish(),
}
const ChangeBody = z
  .object({
    parent: z.string().max(100).nullish().meta({ description: 'The collection in which it lies' }),
    level: z.enum(levels).optional(),
    referenceCode: text(200).nullish(),
    title: text(2000).optional(),
    ...Showing,
    ...elements,
  })
  .meta({ id: 'CollectionDescription', description: 'The elements of ISAD(G)' })
const NewBody = ChangeBody.extend({ level: z.enum(levels), title: text(2000) }).meta({ id: 'NewCollection' })

const unit = {
  id: z.string(),
  level: z.enum(levels),
  referenceCode: z.string().nullable(),
  title: z.string(),
}
const UnitReply = z.object(unit).meta({ id: 'Unit' })
const UnitInTreeReply = UnitReply.extend({
  parent: z.string().nullable(),
  units: z.int().meta({ description: 'How many lie directly within it' }),
}).meta({ id: 'UnitInTree' })
const elementReply = z.string().nullable()
const CollectionReply = z
  .object({
    ...unit,
    parent: z.string().nullable(),
    visibility: z
      .enum(visibilities)
      .meta({ description: 'No more people see it, or what lies in it, whatever that says itself' }),
    embargoUntil: z.string().nullable(),
    group: z.string().nullable(),
    referencePath: z
      .string()
      .nullable()
      .meta({ description: 'The reference codes from the whole down to it' }),
    path: z.array(UnitReply).meta({ description: 'The collections in which it lies, the whole first' }),
    children: z.array(UnitReply).meta({ description: 'The first hundred; the rest by /collections?parent=' }),
    ...(Object.fromEntries(elementNames.map((name) => [name, elementReply])) as Record<
      ElementName,
      typeof elementReply
    >),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Collection' })

/** Collections: the tree of arrangement, listed, added to, read, revised. */
export const collectionRoutes = (deps: CollectionRoutesDeps): Route[] => [
  route({
    id: 'listCollections',
    method: 'get',
    path: '/collections',
    tags,
    access: 'reader',
    summary: 'The collections, or those directly within one',
    query: z.object({
      parent: z.string().optional().meta({ description: 'Those within this one; empty: those within none' }),
      ...slice,
    }),
    status: 200,
    reply: z.object({
      items: z.array(UnitInTreeReply),
      next: z.string().nullable(),
    }),
    faults: ['invalid-input'],
    handle: async ({ query, actor }) => ({
      body: await deps.collections.list(
        audienceNow(deps, actor),
        query.parent === '' ? null : query.parent,
        query,
      ),
    }),
  }),
  route({
    id: 'addCollection',
    method: 'post',
    path: '/collections',
    tags,
    access: 'archivist',
    summary: 'Add a unit of arrangement',
    body: NewBody,
    status: 201,
    reply: CollectionReply,
    faults: ['idempotency-mismatch', 'in-progress'],
    handle: async ({ body, actor, idempotencyKey, baseUrl }) => {
      const added = await once(deps, actor.id, idempotencyKey, ['addCollection', body], (idempotency) =>
        addCollection(deps, actor, body, idempotency),
      )
      const headers = { Location: `${baseUrl}/api/v1/collections/${added.id}` }
      return { ...(await presented(deps, actor, added)), headers }
    },
  }),
  route({
    id: 'readCollection',
    method: 'get',
    path: '/collections/:collectionId',
    tags,
    access: 'reader',
    summary: 'A collection, with the way to it and what lies directly within it',
    params,
    status: 200,
    reply: CollectionReply,
    faults: ['not-found'],
    handle: async ({ params, actor }) =>
      presented(deps, actor, await seeCollection(deps, actor, params.collectionId)),
  }),
  route({
    id: 'reviseCollection',
    method: 'patch',
    path: '/collections/:collectionId',
    tags,
    access: 'archivist',
    summary: 'Change what is written of a collection, or where it lies',
    params,
    body: ChangeBody,
    status: 200,
    reply: CollectionReply,
    faults: ['not-found', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) => {
      const version = demandedVersion(ifMatch)
      return presented(deps, actor, await reviseCollection(deps, actor, params.collectionId, body, version))
    },
  }),
  route({
    id: 'listDocumentsInCollection',
    method: 'get',
    path: '/collections/:collectionId/documents',
    tags,
    access: 'reader',
    summary: 'The documents of which a witness lies in this collection or in one within it, newest first',
    params,
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(DocumentReply), next: z.string().nullable() }),
    faults: ['not-found', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { items, next } = await documentsInCollection(deps, actor, params.collectionId, query)
      return { body: { items: items.map((record) => presentDocument(record, actor, deps.clock())), next } }
    },
  }),
]

async function presented(
  deps: Pick<CollectionDeps, 'collections' | 'clock'>,
  actor: Actor,
  collection: Collection,
) {
  const { elements: given, version, createdBy: _, ...rest } = collection
  const children = await deps.collections.list(audienceNow(deps, actor), collection.id, {
    limit: 100,
    cursor: null,
  })
  const all = Object.fromEntries(elementNames.map((name) => [name, given[name] ?? null]))
  const body = {
    ...rest,
    ...(all as Record<ElementName, string | null>),
    path: [...collection.path],
    referencePath: referencePathOf(collection),
    children: children.items.map(
      ({ id, level, referenceCode, title }): Unit => ({ id, level, referenceCode, title }),
    ),
  }
  return { body, etag: versionedTag(version, body) }
}
