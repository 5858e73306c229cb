import type { Word } from '../analysis/analyse.ts'

/** A text with its analysed words. */
export type Reading = { text: string; words: readonly Word[] }

/** A stretch of words by their places among the words of a text; `to` is exclusive. */
export type Span = { from: number; to: number }
