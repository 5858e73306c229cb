import type { Description } from './description.ts'

export const visibilities = ['public', 'members', 'restricted', 'embargoed'] as const
export type Visibility = (typeof visibilities)[number]

export const fileRoles = ['scan', 'transcription', 'translation'] as const
export type FileRole = (typeof fileRoles)[number]

/** `waiting`: kept, and waiting for recognition. `failed`: kept, and `error` says why its text could not be read. */
export const fileStates = ['queued', 'running', 'waiting', 'done', 'failed'] as const
export type FileState = (typeof fileStates)[number]

/** One upload of some bytes, which lie in the file store under their SHA-256. */
export type StoredFile = {
  id: string
  document: string
  witness: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
  role: FileRole
  state: FileState
  error: string | null
  /** What was assumed while reading, e.g. an encoding, and which pages could not be read. */
  remark: string | null
  /** Which pages of a transcription belong to no page of the scan, in words for the archivist. */
  mismatch: string | null
  /** The first file with the same bytes. */
  duplicateOf: { file: string; document: string } | null
  uploadedBy: string
  uploadedAt: string
}

/** One concrete bearer of the text. */
export type Witness = { id: string; label: string; files: readonly StoredFile[] }

/** What a reader must know of a document beside its description; for those only who may see the document it leads to. */
export type DocumentNote = {
  kind: 'misattributed'
  says: string
  see: string
  /** The class of who may see that one. */
  guard: { audience: string; deletedAt: string | null }
}

/** Whom a thing lets see it. */
export type Shown = {
  visibility: Visibility
  /** The day on which an embargo opens, YYYY-MM-DD. */
  embargoUntil: string | null
  /** The group that sees it where it is restricted; null where archivists alone do. */
  group: string | null
}

/** The intellectual item, whatever copies of it exist, with the view over its claims. */
export type DocumentRecord = Shown & {
  id: string
  version: number
  /** The collections around it that let fewer people see it than it does itself. */
  narrowedBy: readonly string[]
  createdAt: string
  updatedAt: string
  deletedAt: string | null
  description: Description
  pageCount: number
  witnesses: readonly Witness[]
  /** What misleads people about it now; a description of a past time has none. */
  notes: readonly DocumentNote[]
  /** The newest job that covers a request about this document. */
  job: string | null
}
