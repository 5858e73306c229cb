import type { Audience } from '../domain/audience.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { Leaf, Operation } from '../domain/page-work/operation.ts'
import type { Choice } from '../domain/page-work/sequence.ts'
import type { Page } from '../domain/text.ts'
import type { Command, Listing, Slice } from './command.ts'
import type { AddDocument } from './documents.ts'

/** A change of the pages of one or more witnesses that can be undone; `witness` is the one at which it was made. */
export type PageChange = {
  id: string
  witness: string
  madeBy: string
  madeAt: string
  /** The change that this one takes back. */
  undoes: string | null
  undoneBy: string | null
}

/** A leaf missing behind the page of a number; 0 is before the first. */
export type MissingLeaf = Leaf & { id: string; after: number }

type ShownPage = Pick<Page, 'id' | 'label' | 'width' | 'height' | 'layers'>

/** What stands in a witness at one place; a page with where it lies. */
export type Entry =
  | ({ kind: 'page'; number: number; file: string; filePage: number } & ShownPage)
  | ({ kind: 'missing' } & MissingLeaf)

/** A page of a file with all places where it stands; none where it stands nowhere. */
export type FilePage = ShownPage & {
  filePage: number
  places: { document: string; witness: string; number: number }[]
}

/** The order of pages, missing leaves and what was done to them, read; who may see them is the caller's affair. */
export type PageWorkReader = {
  /** What stands in a witness, in order; of a page that is withheld from the audience, that it is there. */
  entries(witness: string, slice: Slice, audience: Audience): Promise<Listing<Entry>>
  /** The leaves missing behind the pages from one number to another of a witness (null: the first) of a document. */
  missing(document: string, witness: string | null, from: number, to: number): Promise<MissingLeaf[]>
  /** The changes that reached a witness, newest first. */
  changes(witness: string, slice: Slice): Promise<Listing<PageChange>>
  change(id: string): Promise<PageChange | null>
  /** The pages of a file in its order; `unplaced`: only those that stand nowhere. */
  ofFile(file: string, filter: { unplaced: boolean }, slice: Slice): Promise<Listing<FilePage>>
}

/**
 * Pages put in order, moved, labelled: each command is one change in one transaction, with what follows the pages
 * (readings, annotations, marks) and an event in the history of every witness that it reached. `id` is the change's.
 */
export type PageWorkWriter = {
  /** Does operations to the pages of a witness; null where nothing is other than it was. `expectedVersion` is the
   * witness's. Faults are those of `perform`; a witness that is not there is ArchiveError('not-found'), of a deleted
   * document 'gone'. */
  change(
    command: Command & { id: string; witness: string; operations: readonly Operation[] },
  ): Promise<PageChange | null>
  /** Adds a document whose first witness takes pages of a witness (null: the first) of another; with `keep` they stay
   * there, too. `expectedVersion` is that document's. */
  split(
    command: Command & {
      id: string
      from: string
      witness: string | null
      choice: Choice
      keep: boolean
      document: AddDocument
    },
  ): Promise<{ document: DocumentRecord; change: string }>
  /** Takes a change back. ArchiveError('conflict') where it was undone already, or what it changed has changed since. */
  undo(command: Command & { id: string; change: string }): Promise<PageChange>
}
