import type { Audience } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import type { DocumentRecord, FileRole, FileState, StoredFile, Visibility } from '../domain/document.ts'
import type { Command, Listing, Slice } from './command.ts'

/** Bytes that already lie in the file store, to be named by a row. */
export type NewFile = {
  id: string
  sha256: string
  bytes: number
  name: string
  mediaType: string
  role: FileRole
  /** The id of the job that will read it. */
  job: string
}

/** A document that a program adds out of something, with the claims that its description makes. */
export type MadeDocument = Pick<
  AddDocument,
  'id' | 'witness' | 'visibility' | 'embargoUntil' | 'group' | 'claims'
>

export type AddDocument = Command & {
  id: string
  visibility: Visibility
  embargoUntil: string | null
  /** ArchiveError('invalid-input') where there is no such group. */
  group?: string | null
  witness: { id: string; label: string }
  claims: readonly Claim[]
  files: readonly NewFile[]
  /** The id of the job that covers the request; null where there are no files. */
  job: string | null
}

export type AddFiles = Command & {
  document: string
  witness: string | null
  files: readonly NewFile[]
  job: string
}

export type ReviseDocument = Command & {
  id: string
  /** Made from the claims as the caller saw them, so an `expectedVersion` belongs with them. */
  claims: readonly Claim[]
  visibility?: Visibility
  embargoUntil?: string | null
  group?: string | null
}

/** Filters on a document's description; dates are Julian Day Numbers, both inclusive. */
export type DocumentFilter = {
  collection?: string
  type?: string
  language?: string
  creator?: string
  subject?: string
  dateFrom?: number
  dateTo?: number
  /** `certain`: the date lies inside; else it may overlap. */
  dates?: 'possible' | 'certain' | 'stated' | 'claimed'
  undated?: boolean
}

/** What decides who may know of a document. */
export type Guard = { audience: string; deletedAt: string | null }

/** What a list of documents is narrowed to, beside their descriptions. */
export type ListFilter = DocumentFilter & {
  /** Documents with a file in this state. */
  fileState?: FileState
  /** Documents of whose claims the best disagree, or whose evidence cannot hold together. */
  disputed?: boolean
  /** The deleted ones instead of those that stand. */
  deleted?: boolean
}

export type DocumentReader = {
  /** What decides who may know of the document, without the rest of it; null where there is none. */
  guard(id: string): Promise<Guard | null>
  /** The document, deleted ones included, or null; `then` gives its description as it stood, for an audience of now. */
  find(id: string, then?: { asOf: string; audience: Audience }): Promise<DocumentRecord | null>
  /** The document that a witness bears, or null. */
  ofWitness(witness: string): Promise<string | null>
  /** The ids of the collections in which a witness of it lies, and of those in which these lie. */
  around(id: string): Promise<string[]>
  /** All claims about the document and its witnesses, revised ones included, oldest first. */
  claims(id: string): Promise<Claim[]>
  /** The documents that an audience may see, newest first. */
  list(audience: Audience, filter: ListFilter, slice: Slice): Promise<Listing<DocumentRecord>>
  /** The documents, newest first, of which a witness lies in a collection or in one within it. */
  inCollection(audience: Audience, collection: string, slice: Slice): Promise<Listing<DocumentRecord>>
  /** One file and the document it belongs to, or null. */
  file(id: string): Promise<StoredFile | null>
  /** Whether any file has these bytes. */
  namesBytes(sha256: string): Promise<boolean>
  /** The same, or whether an import that has not ended, a batch or an upload has them. */
  needsBytes(sha256: string): Promise<boolean>
}

export type DocumentWriter = {
  /** Adds the document, its claims, first witness, files and jobs. Files with known bytes are marked as duplicates. */
  add(command: AddDocument): Promise<DocumentRecord>
  /** Adds files to a witness (null: the first). ArchiveError('not-found') for another document's witness. */
  addFiles(command: AddFiles): Promise<DocumentRecord>
  /** Appends claims and makes the description anew. */
  revise(command: ReviseDocument): Promise<DocumentRecord>
  /** Leaves a tombstone; nothing of it is found any more. */
  remove(command: Command & { id: string }): Promise<void>
  /** Takes the tombstone away and indexes it anew. */
  restore(command: Command & { id: string }): Promise<DocumentRecord>
}
