import type { Audience } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import type { Mark, MarkContent } from '../domain/witness/mark.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { Command, Listing, Slice } from './command.ts'

/** A witness by whose heading people take its document for another one. */
export type Misattribution = {
  witness: string
  document: string
  names: string
  heading: string
  status: string
}

type Placed = {
  claims: readonly Claim[]
  /** Where in the input the value of each claim stands, for faults to name; null stands for `value`. */
  paths?: readonly (string | null)[]
}

export type AddWitness = Command &
  Placed & {
    id: string
    document: string
    marks: readonly { id: string; content: MarkContent }[]
  }

export type PutMark = Command & { id: string; witness: string; content: MarkContent }

/** Witnesses and their marks, read; what an audience may not see is neither named nor cited in them. */
export type WitnessReader = {
  /** The witness, or null; whether its document may be seen is the caller's affair, as below. */
  find(audience: Audience, id: string): Promise<WitnessRecord | null>
  /** Those of a document, or those that it had at a time, as they were described and marked then. */
  ofDocument(audience: Audience, document: string, asOf?: string): Promise<WitnessRecord[]>
  /** All claims about a witness, revised ones included, oldest first. */
  claims(id: string): Promise<Claim[]>
  /** The mark, deleted ones included, or null. */
  mark(audience: Audience, id: string): Promise<Mark | null>
  /** The marks on a witness, in the order of their recording. */
  marks(audience: Audience, witness: string, slice: Slice): Promise<Listing<Mark>>
  /** The marks on witnesses of documents that an audience may see of which a source is given; newest first. */
  marksOn(audience: Audience, source: string, slice: Slice): Promise<Listing<Mark & { document: string }>>
  /** The misattributions of a document's witnesses, and of other documents' witnesses that name it. */
  misattributions(document: string): Promise<Misattribution[]>
}

/**
 * Witnesses and marks, written; what they name must be there: else ArchiveError('invalid-input') with the path. What
 * belongs to a deleted document is ArchiveError('gone').
 */
export type WitnessWriter = {
  /** Adds a witness with its marks to a document, after those it has. `expectedVersion` is the document's. */
  add(command: AddWitness): Promise<WitnessRecord>
  /** Appends claims about a witness, and describes its document anew. */
  revise(command: Command & Placed & { id: string }): Promise<WitnessRecord>
  /** Adds a mark; `expectedVersion` is the witness's. */
  addMark(command: PutMark): Promise<Mark>
  changeMark(command: PutMark): Promise<Mark>
  /** Takes a mark away; it stays in the history. */
  removeMark(command: Command & { id: string }): Promise<void>
}
