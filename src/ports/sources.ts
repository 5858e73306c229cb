import type { Audience } from '../domain/audience.ts'
import type { Csl } from '../domain/source/csl.ts'
import type { Source } from '../domain/source/source.ts'
import type { Command, Listing, Slice } from './command.ts'

/** Sources, read. Those that are documents are for who may see the document. */
export type SourceReader = {
  find(audience: Audience, id: string): Promise<Source | null>
  /** Newest first; with `q` those with these letters in their title or names. */
  list(audience: Audience, q: string | null, slice: Slice): Promise<Listing<Source>>
}

export type SourceWriter = {
  /** ArchiveError('invalid-input') where the document is not there. */
  add(command: Command & { id: string; work: { csl: Csl } | { document: string } }): Promise<Source>
  /** Puts another description of the work in the place of one. ArchiveError('conflict') for a document of the archive. */
  revise(command: Command & { id: string; csl: Csl }): Promise<Source>
}
