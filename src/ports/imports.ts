import type { Remark } from '../domain/import/row.ts'
import type { JobState } from '../domain/job.ts'
import type { Command, Listing, Slice } from './command.ts'
import type { MadeDocument } from './documents.ts'

export const rowOutcomes = ['added', 'known', 'refused', 'would-add'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** A table of documents that was sent in, and how far it is. */
export type Import = {
  id: string
  job: string
  state: JobState
  name: string
  sha256: string
  format: 'csv' | 'jsonl'
  dryRun: boolean
  keepUnknown: boolean
  /** What was assumed to read it, such as an encoding. */
  assumed: string | null
  /** The number of the last row that is dealt with. */
  atRow: number
  total: number | null
  counts: { added: number; known: number; refused: number; wouldAdd: number }
  error: string | null
  createdBy: string
  createdAt: string
  finishedAt: string | null
}

/** What became of a row; the first row of a CSV is number 2, for its header is 1. */
export type ReportRow = {
  number: number
  outcome: RowOutcome
  key: string | null
  document: string | null
  remarks: readonly Remark[]
}

export type BeginImport = Command &
  Pick<Import, 'id' | 'job' | 'name' | 'sha256' | 'format' | 'dryRun' | 'keepUnknown' | 'assumed'> & {
    total: number | null
  }

/** A row as it was read: what it adds, or only why it does not. */
export type ImportRow = {
  number: number
  key: string | null
  remarks: readonly Remark[]
  document: MadeDocument | null
}

export type ImportReader = {
  find(id: string): Promise<Import | null>
  /** The oldest one that has not ended, and is not cancelled. */
  next(): Promise<Import | null>
  /** What became of its rows, in their order; with an outcome only those of which that became. */
  report(id: string, slice: Slice & { outcome?: RowOutcome }): Promise<Listing<ReportRow>>
}

export type ImportWriter = {
  begin(command: BeginImport): Promise<Import>
  /**
   * Adds the documents of some rows, those whose key is known left out, with what became of each. False where the import
   * has ended, was cancelled, or is not at the row `after` any more: the caller stops.
   */
  addRows(command: {
    import: string
    at: string
    after: number
    rows: readonly ImportRow[]
  }): Promise<boolean>
  /** Ends an import: well, or with a sentence that says what was wrong. */
  end(command: { import: string; at: string; error: string | null }): Promise<void>
}
