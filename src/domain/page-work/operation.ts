import type { Choice, Sequence, Where } from './sequence.ts'

/** A leaf that is known to have been there, and is not: what it would be called, and what is known of it. */
export type Leaf = { label: string | null; note: string | null }

/** Labels for pages one by one, or a run of them from the first: see `labelRun`. */
export type Labelling = { labels: readonly (string | null)[] } | { start: string; step: number }

/** Where pages come from that are put into a witness beside what they stand in. */
export type Origin =
  | { witness: string; choice: Choice | null }
  | { file: string; from: number | null; to: number | null }
  | { pages: readonly string[] }

/** One thing that is done to the pages of a witness. Choices are made in the state that the ones before it left. */
export type Operation =
  /** Puts some of its entries elsewhere in it. */
  | { op: 'move'; choice: Choice; after: Where }
  /** Takes pages out of another witness, and the missing leaves between them. */
  | { op: 'take'; witness: string; choice: Choice | null; after: Where }
  /** Lets pages stand here, too, or again. */
  | { op: 'copy'; origin: Origin; after: Where }
  /** Lets entries stand here no more. */
  | { op: 'remove'; choice: Choice }
  | { op: 'label'; choice: Choice; labelling: Labelling }
  /** Marks a leaf as missing. */
  | ({ op: 'missing'; after: Where } & Leaf)
  /** Says something else of a missing leaf. */
  | ({ op: 'describe'; leaf: string } & Leaf)
  /** Gives all entries in their new order. */
  | { op: 'order'; pages: Sequence }

/** What operations come to: the witnesses' sequences, the pages' labels and the missing leaves that are other ones now. */
export type Work = {
  sequences: ReadonlyMap<string, Sequence>
  labels: ReadonlyMap<string, string | null>
  leaves: ReadonlyMap<string, Leaf>
}

/** What operations ask of the archive; each throws the fault that names what is wrong. */
export type Known = {
  /** What stands in a witness now. */
  sequenceOf(witness: string, path: string): Sequence
  /** The pages of a file by their places in it, both inclusive; null is the first, or the last. */
  pagesOfFile(file: string, from: number | null, to: number | null, path: string): readonly string[]
  /** Passes where all of them are pages. */
  admitPages(ids: readonly string[], path: string): void
  /** An id for a leaf that is marked as missing. */
  newLeaf(): string
}
