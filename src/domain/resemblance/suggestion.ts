import type { HeadingNumber } from './numbers-near.ts'

export const suggestionKinds = ['look-alike', 'carries-number', 'same-bytes', 'same-image'] as const
export const suggestionStates = ['open', 'dismissed', 'accepted'] as const
/** What an archivist may make of a suggestion. */
export const acceptableAs = ['different-from', 'confused-with', 'copy-of'] as const

export type SuggestionKind = (typeof suggestionKinds)[number]
export type SuggestionState = (typeof suggestionStates)[number]

/** What is told of a text when it has been read: its signature, if it has words enough, and the numbers in its heading. */
export type Wording = { signature: Uint32Array | null; numbers: readonly HeadingNumber[] }

/**
 * Why two documents may have to do with each other: so many shingles in common, a number in the heading, a file of the
 * same bytes, or pages whose images differ in so many of 256 bits.
 */
export type SuggestionDetail =
  | { similarity: number }
  | (HeadingNumber & { page: number })
  | { file: string; otherFile: string }
  | { page: string; otherPage: string; distance: number }

type Named = { id: string; title: string; language: string | null }

/** Something found when a file was added, pictured or read, offered to archivists and never applied by itself. */
export type Suggestion = {
  id: string
  kind: SuggestionKind
  /** The document whose text, file or page was looked at. */
  document: Named
  other: Named
  detail: SuggestionDetail
  state: SuggestionState
  createdAt: string
  /** Who settled it, and when. */
  by: string | null
  at: string | null
  /** The claim that accepting it made. */
  claim: string | null
}
