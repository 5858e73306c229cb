import type { Anchor, AnchorState } from '../domain/annotation/anchor.ts'
import type { Sharing } from '../domain/annotation/circle.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import type { Onlooker } from '../domain/audience.ts'
import type { Command, Listing, Slice } from './command.ts'

/** A Web Annotation as given, and the place on a page's text revision that it was anchored to. */
export type StoredAnnotation = {
  id: string
  document: string | null
  /** Of the document, as it is described now. */
  title: string | null
  page: string | null
  /** Of the page in the document's first witness; null where it does not stand there. */
  number: number | null
  label: string | null
  revision: string | null
  /** Of that revision (BCP 47). */
  language: string | null
  anchor: Anchor | null
  body: WebAnnotation
  version: number
  createdBy: string
  createdAt: string
  modifiedAt: string | null
  deletedAt: string | null
  /** Who hid it when, and why; null where nobody did. */
  hidden: Hiding | null
  sharing: Sharing
  /** How the group is called that it is for. */
  groupName: string | null
  /** The class of those who see what it tells of, where not all do who may see the document. */
  audience?: string
  /** The class of those whom it is for beside who wrote it, where it is not for all. */
  circle?: string
}

export type Hiding = { at: string; by: string; because: string }

/** Where the anchor stands in the page's text of today. */
export type AnchorReport = AnchorState & { revision: string }

export type PutAnnotation = Command & {
  id: string
  document: string | null
  page: string | null
  revision: string | null
  anchor: Anchor | null
  body: WebAnnotation
  /** The id of the annotation that it answers; what is left out stays as it was, and is none at first. */
  answers?: string | null
  /** Whom it is for; what is left out stays as it was, and is for all at first. */
  sharing?: Sharing
  /** Folded words for the index. */
  words: string
  /** False where who wrote it does not see what is withheld, and so tells nothing of it. */
  seesAll?: boolean
}

/** One of many that are added together. */
export type NewAnnotation = Omit<PutAnnotation, keyof Command>

/** What became of one of many: it was added under an id, or had been before. */
export type Imported = KnownAnnotation & { isNew: boolean }

/** Which annotations: those that meet all of it. What is left out or null asks for nothing. */
export type AnnotationFilter = {
  document?: string | null
  /** The id of a page; replies to what is said of it are among them. */
  page?: string | null
  /** Only what is said of a document as a whole, and of no page. */
  isWhole?: boolean
  /** Who wrote them. */
  by?: string | null
  /** Any of these, as the annotation says it, with or without `oa:`. */
  motivations?: readonly string[] | null
  /** The text of a body whose purpose is tagging. */
  tag?: string | null
  /** Folded words of their bodies, tags and quotes; the last may be the beginning of one. */
  words?: readonly string[] | null
}

/** An annotation that stands under another address elsewhere. */
export type KnownAnnotation = { id: string; isDeleted: boolean }

/** How many are about a page, or about none; `number` is that of the page in the document's first witness. */
export type AnnotationCount = { page: string | null; number: number | null; count: number }

/**
 * What was done to an annotation; `cursor` leads on from there. The id is null where what was told of it was purged. The class
 * of those whom it was for before and after (null: for all; false: it was not there).
 */
export type AnnotationEvent = {
  cursor: string
  at: string
  id: string | null
  before: string | null | false
  after: string | null | false
}

export type AnnotationReader = {
  /** The annotation, deleted ones included, or null. */
  find(id: string): Promise<StoredAnnotation | null>
  /** The first, deleted ones included, that says of itself by `via` that it was obtained from one of these; of those that the onlooker may see, or could if they were not hidden. */
  obtainedFrom(onlooker: Onlooker, iris: readonly string[]): Promise<KnownAnnotation | null>
  /** Oldest first, of those that the onlooker may see. */
  list(onlooker: Onlooker, filter: AnnotationFilter, slice: Slice): Promise<Listing<StoredAnnotation>>
  /** Those about passages of which the page has got another text since; newest first. */
  overtaken(onlooker: Onlooker, slice: Slice): Promise<Listing<StoredAnnotation>>
  count(onlooker: Onlooker, filter: AnnotationFilter): Promise<number>
  /** The cursor behind which the last so many begin; null where there are no more than that. */
  beforeLast(onlooker: Onlooker, filter: AnnotationFilter, count: number): Promise<string | null>
  /** When something last became of an annotation of a document, or of any that the onlooker may see; null: nothing ever did. */
  modified(onlooker: Onlooker, document: string | null): Promise<string | null>
  /** How many are about each page of a document that bears any, and about it as a whole (`page` null). */
  counts(onlooker: Onlooker, document: string): Promise<AnnotationCount[]>
  /** What was done after a cursor to annotations of a document, or of all, oldest first, whoever may see them. */
  happened(after: string, document: string | null, limit: number): Promise<AnnotationEvent[]>
  /** Those that answer it, and those that answer these, by their ids. */
  answersTo(id: string): Promise<string[]>
  /** The cursor behind all that was done. */
  latest(): Promise<string>
}

export type AnnotationWriter = {
  /** Its id is what is wished for, unless that has ever been another's: then it is `id`. */
  add(command: PutAnnotation & { wish?: string | null }): Promise<StoredAnnotation>
  /** Adds those of them that `obtainedFrom` does not know by their `via`, one after the other, and says for each what it is called now. */
  addMany(
    command: Command & { onlooker: Onlooker; annotations: readonly NewAnnotation[] },
  ): Promise<Imported[]>
  /** Keeps what a request came to of which the writes were several. */
  keepOutcome(command: Command & { outcome: unknown }): Promise<void>
  /** ArchiveError('not-found') or ('gone') where there is nothing to change. */
  change(command: PutAnnotation): Promise<StoredAnnotation>
  remove(command: Command & { id: string }): Promise<void>
  /** Hides it, or says another reason; with null shows it again. */
  hide(command: Command & { id: string; because: string | null }): Promise<StoredAnnotation>
}
