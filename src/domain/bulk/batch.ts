import type { FileRole } from '../document.ts'
import type { FolderGrouping, Grouping } from './group-folder.ts'

/**
 * How far a batch is: `open` takes files, `listing` is found out what it holds, `adding` its documents are added, `added` it
 * is all in the archive; reading the files goes on by itself.
 */
export const phases = ['open', 'listing', 'adding', 'added', 'abandoned'] as const
export type Phase = (typeof phases)[number]

/** Files that come together: a folder that is added, or uploads that are grouped as a folder would be. */
export type Batch = {
  id: string
  source: 'folder' | 'upload'
  name: string
  phase: Phase
  grouping: Grouping
  /** What single folders become instead, by their paths; the empty path is the whole. */
  groupings: Readonly<Record<string, FolderGrouping>>
  skipKnown: boolean
  /** What is said of each document that does not say it itself, by the columns of an import. */
  cells: Readonly<Record<string, unknown>>
  /** The rows of a manifest that came with the request; null without one, and once it is known what the batch holds. */
  manifest: readonly Readonly<Record<string, unknown>>[] | null
  /** How often it was listed: a batch that goes on lists its folder again. */
  round: number
  /** The job that counts its files; null before there is one. */
  job: string | null
  createdBy: string
  createdAt: string
}

/**
 * What became of a file so far: `received` (uploaded), `listed` (to be added), `again` (was added, and may have changed
 * since), `added`, `failed` or `passed-over`, with a sentence.
 */
export const batchFileStates = ['received', 'listed', 'again', 'added', 'failed', 'passed-over'] as const
export type BatchFileState = (typeof batchFileStates)[number]

/** A file of a batch that is still to be added to a document. */
export type BatchFile = {
  /** Within the batch, composed, with slashes. */
  path: string
  /** The same as the file system spells it. */
  spelt: string
  role: FileRole | 'metadata'
  state: BatchFileState
  bytes: number
  /** When it was changed last, in milliseconds since 1970; null for what was uploaded. */
  changed: number | null
  /** The digest of what was uploaded, or of what was added before; null where it is not known yet. */
  sha256: string | null
}
