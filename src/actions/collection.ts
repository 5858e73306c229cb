import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { type Collection, type Elements, elementNames, type Level } from '../domain/collection/collection.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { CollectionReader, CollectionWriter } from '../ports/collections.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { DocumentReader } from '../ports/documents.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import { type Showing, shownAfter } from './who-sees.ts'

export type CollectionDeps = {
  collections: CollectionReader
  collectionWriter: CollectionWriter
  newId: NewId
  clock: Clock
}

/** What is written of a collection: what is left out stays as it is, null takes a value away. */
export type Arrangement = {
  parent?: string | null
  level?: Level
  referenceCode?: string | null
  title?: string
} & Showing & { readonly [Name in keyof Elements]?: string | null }

/** The collection; ArchiveError('not-found') where there is none that the actor may see. */
export async function seeCollection(
  { collections, clock }: Pick<CollectionDeps, 'collections' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Collection> {
  const found = await collections.find(audienceOf(actor, clock().slice(0, 10)), id)
  if (!found) throw notFound('collection')
  return found
}

/** The documents of which a witness lies in a collection or in one within it, as far as the actor may see them. */
export async function documentsInCollection(
  deps: Pick<CollectionDeps, 'collections' | 'clock'> & { documents: DocumentReader },
  actor: Actor,
  id: string,
  slice: Slice,
): Promise<Listing<DocumentRecord>> {
  await seeCollection(deps, actor, id)
  return deps.documents.inCollection(audienceOf(actor, deps.clock().slice(0, 10)), id, slice)
}

/** Adds a unit of arrangement. It needs a title and a level. */
export async function addCollection(
  deps: CollectionDeps,
  actor: Actor,
  input: Arrangement,
  idempotency: Command['idempotency'],
): Promise<Collection> {
  const { title, level, parent = null, referenceCode = null } = input
  if (title === undefined) throw invalid('title', 'is required.')
  if (level === undefined) throw invalid('level', 'is required.')
  const id = deps.newId('k')
  const shown = shownAfter({ visibility: 'public', embargoUntil: null, group: null }, input)
  const put = { id, parent, level, referenceCode, title, elements: changed({}, input), ...shown }
  return deps.collectionWriter.add({ ...put, idempotency, actor: actor.id, at: deps.clock() })
}

/** Changes what is written of a unit, where it lies, or who may see what lies in it. */
export async function reviseCollection(
  deps: CollectionDeps,
  actor: Actor,
  id: string,
  change: Arrangement,
  expectedVersion: number | null,
): Promise<Collection> {
  const seen = await seeCollection(deps, actor, id)
  const {
    parent = seen.parent,
    level = seen.level,
    title = seen.title,
    referenceCode = seen.referenceCode,
  } = change
  const shown = shownAfter(seen, change)
  const put = { id, parent, level, referenceCode, title, elements: changed(seen.elements, change), ...shown }
  const command = { actor: actor.id, at: deps.clock(), expectedVersion: expectedVersion ?? seen.version }
  return deps.collectionWriter.revise({ ...put, ...command })
}

function changed(elements: Elements, change: Arrangement): Elements {
  const entries = elementNames.flatMap((name) => {
    const value = change[name] === undefined ? elements[name] : change[name]
    return value == null ? [] : [[name, value]]
  })
  return Object.fromEntries(entries)
}
