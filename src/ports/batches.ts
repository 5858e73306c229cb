import type { Batch, BatchFile, BatchFileState } from '../domain/bulk/batch.ts'
import type { PlannedDocument } from '../domain/bulk/group-folder.ts'
import type { KindOfFile } from '../domain/bulk/kind-of-file.ts'
import type { FileState } from '../domain/document.ts'
import type { Command, Listing, Slice } from './command.ts'
import type { MadeDocument, NewFile } from './documents.ts'

/** What became of a file of a batch, and of the file that it is now in the archive. */
export type BatchFileReport = {
  path: string
  state: BatchFileState
  bytes: number
  /** The document and the file that it became, how far reading that is, and the first file with the same bytes. */
  document: string | null
  title: string | null
  file: string | null
  fileState: FileState | null
  pages: number
  duplicateOf: string | null
  /** As long as it became nothing: the path of an earlier file of the batch with the same bytes. */
  sameAs: string | null
  /** What was wrong, or assumed. */
  says: string | null
  /** Whether what is in its place now is not what was added. */
  differs: boolean
}

/** Those files of a batch alone with which there is something the matter. */
export const batchFileConcerns = ['failed', 'passed-over', 'duplicates'] as const
export type BatchFileConcern = (typeof batchFileConcerns)[number]

/** A document that a batch became, and how far reading it is: `read` of its `files` are, `failed` could not be. */
export type BatchDocument = {
  id: string
  title: string
  files: number
  read: number
  failed: number
  pages: number
}

/**
 * How many files of a batch are in which state, how far reading those is that were added, and how many of those that wait
 * for recognition no job will recognise as things stand.
 */
export type BatchCounts = {
  files: Record<BatchFileState, number>
  reading: Record<FileState, number>
  unattended: number
}

export type BeginBatch = Command &
  Pick<Batch, 'id' | 'source' | 'name' | 'grouping' | 'skipKnown' | 'cells'> & {
    /** What a folder is known by when it is added again; null for uploads. */
    knownAs: string | null
    /** The id of its job, of which uploads have none yet. */
    job: string | null
  }

/** A file as it was found in a folder. */
export type FoundInFolder = Pick<BatchFile, 'path' | 'spelt' | 'bytes' | 'changed'>

export type PlanBatch = {
  batch: string
  round: number
  at: string
  documents: readonly PlannedDocument[]
  /** The files that were found; those that no document names are in `others`. */
  found: readonly FoundInFolder[]
  others: readonly { path: string; state: 'passed-over' | 'failed'; says: string }[]
}

/** A document of a batch with the files that are still to be added to it, in their order. */
export type BatchPart = {
  key: number
  name: string
  title: string
  cells: Readonly<Record<string, unknown>> | null
  /** The document that it became already, to which the files are added. */
  document: string | null
  files: readonly BatchFile[]
}

export type AddBatchPart = {
  batch: string
  part: number
  at: string
  /** What is added, unless the part became a document already. */
  document: MadeDocument | null
  files: readonly { path: string; bytes: number; changed: number | null; file: NewFile }[]
  /** What was only read for its description, and what was assumed. */
  described: readonly { path: string; says: string | null }[]
  job: string
}

export type Settled = {
  path: string
  state: 'added' | 'passed-over' | 'failed'
  says: string | null
  changed?: number | null
}

export type BatchReader = {
  find(id: string): Promise<Batch | null>
  /** Newest first, those that were abandoned left out. */
  list(slice: Slice): Promise<Listing<Batch>>
  counts(id: string): Promise<BatchCounts>
  /** How many of its files wait for their pages to be pictured or recognised. */
  unpictured(id: string): Promise<number>
  /** What became of its files, in the order in which they came; of all of them, or of those alone that concern somebody. */
  report(id: string, slice: Slice, only?: BatchFileConcern | null): Promise<Listing<BatchFileReport>>
  /** The documents that it became so far, in their order. */
  documents(id: string, slice: Slice): Promise<Listing<BatchDocument>>
  /** The next document after one (0 for the first) that has files to be added; null at the end. */
  nextPart(id: string, after: number): Promise<BatchPart | null>
  /** The files that were uploaded, by their paths, those that became something included. */
  received(id: string, after: string, limit: number): Promise<BatchFile[]>
  /** The oldest upload that was asked to become documents and has not all of them. */
  next(): Promise<Batch | null>
}

export type BatchWriter = {
  /** Begins a batch. A folder that is known is the same batch again: its job runs anew, and its round is the next. */
  begin(command: BeginBatch): Promise<Batch>
  /** Keeps what was uploaded to a batch, a path that is there already only if nothing was made of it: else 'conflict'. */
  receive(command: {
    batch: string
    at: string
    files: readonly (Pick<BatchFile, 'path' | 'bytes'> & { sha256: string })[]
  }): Promise<void>
  /** Asks that uploads become documents, as is said now, else before; while that is under way it changes nothing. */
  commit(
    command: Command &
      Pick<Batch, 'id' | 'manifest'> & { job: string } & Partial<
        Pick<Batch, 'groupings' | 'cells' | 'skipKnown'>
      >,
  ): Promise<Batch>
  /** Notes what documents a batch will have, and what it passes over; false where it was cancelled. */
  plan(command: PlanBatch): Promise<boolean>
  /** The whole was listed: what was to be added and was not found any more has failed. False as in `plan`. */
  planned(command: { batch: string; round: number; at: string }): Promise<boolean>
  /** Adds a document of a batch, or files to it, in one transaction with what is noted of them; a file is added once. */
  add(command: AddBatchPart): Promise<'added' | 'known' | 'stopped'>
  /** Says of files that were to be added what became of them instead. */
  settle(command: { batch: string; at: string; files: readonly Settled[] }): Promise<void>
  /** Adding is over, unless files are left to be added: then false. The job ends with the last file that is read. */
  end(command: { batch: string; at: string }): Promise<boolean>
  /** Gives an upload up that became nothing yet: ArchiveError('conflict') where it did. */
  abandon(command: Command & { id: string }): Promise<void>
}

/** Where the files of a batch come from. */
export type BatchSource<Bytes> = {
  /**
   * Receives the bytes of a file, and tells when they were changed. Where they are likely to lie in the archive already they
   * are looked at first. ArchiveError('unreadable-file') says what is wrong with it.
   */
  take(file: BatchFile, isLikelyKnown: boolean): Promise<{ received: Bytes; changed: number | null }>
  /** The bytes of a small file; the same fault also for one that is larger. */
  read(file: BatchFile, most: number): Promise<Uint8Array>
}

/** Says what a local file is to a folder: by its name, where that says it, else by its bytes. Throws what the system does. */
export type KindReader = (localFile: string, name: string) => Promise<KindOfFile>
