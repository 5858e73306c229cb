import type { Anchor, AnchorState } from '../domain/annotation/anchor.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import type { Audience } from '../domain/audience.ts'
import type { Command, Listing, Slice } from './command.ts'

/** A Web Annotation as given, and the place on a page's text revision that it was anchored to. */
export type StoredAnnotation = {
  id: string
  document: string | null
  page: string | null
  revision: string | null
  anchor: Anchor | null
  body: WebAnnotation
  version: number
  createdBy: string
  createdAt: string
  modifiedAt: string | null
  deletedAt: string | null
}

/** Where the anchor stands in the page's text of today. */
export type AnchorReport = AnchorState & { revision: string }

export type PutAnnotation = Command & {
  id: string
  document: string | null
  page: string | null
  revision: string | null
  anchor: Anchor | null
  body: WebAnnotation
  /** Folded words for the index. */
  words: string
}

export type AnnotationReader = {
  /** The annotation, deleted ones included, or null. */
  find(id: string): Promise<StoredAnnotation | null>
  /** Oldest first; of one document, or (null) of all that the audience may see. */
  list(audience: Audience, document: string | null, slice: Slice): Promise<Listing<StoredAnnotation>>
  count(audience: Audience, document: string | null): Promise<number>
}

export type AnnotationWriter = {
  add(command: PutAnnotation): Promise<StoredAnnotation>
  /** ArchiveError('not-found') or ('gone') where there is nothing to change. */
  change(command: PutAnnotation): Promise<StoredAnnotation>
  remove(command: Command & { id: string }): Promise<void>
}
