import type { Range } from '../date/span.ts'
import type { SearchField } from './fields.ts'

/**
 * One part of a query. `text` is what was written, without outer punctuation; `words` are its analysed words, at least
 * one; `column` is where it begins in the query, 1-based in code points.
 */
export type SearchNode = TermNode | NearNode | JoinNode | NotNode | FieldNode | DateRangeNode

/** What is looked for in a text itself. */
export type TermNode = WordNode | PhraseNode | PrefixNode | FuzzyNode

/**
 * One word, in any of its inflected forms unless `exact`: then with the very case and diacritics of `text`. Within NEAR,
 * `forms` are other words that will do, the more important ones first.
 */
type WordNode = {
  kind: 'word'
  text: string
  words: readonly string[]
  forms?: readonly string[]
  exact: boolean
  column: number
}

/**
 * Words in this order, not inflected; `exact` as for a word. With a slop they stand in any order, in a stretch that holds
 * at most so many other words.
 */
export type PhraseNode = {
  kind: 'phrase'
  text: string
  words: readonly string[]
  exact: boolean
  slop: number | null
  column: number
}

/** Words in this order, the last of which may be the beginning of a longer one. */
type PrefixNode = { kind: 'prefix'; text: string; words: readonly string[]; column: number }

/** One word from which the words found differ by at most so many letters put in, left out or exchanged. */
export type FuzzyNode = {
  kind: 'fuzzy'
  text: string
  words: readonly string[]
  edits: 1 | 2
  column: number
}

/** Words, phrases and prefixes in any order: from the end of each to the last one's beginning at most `distance` words. */
export type NearNode = {
  kind: 'near'
  parts: readonly (WordNode | PhraseNode | PrefixNode)[]
  distance: number
  column: number
}

/** All or any of two parts or more, none of which is of the same kind. Some part of `and`, every part of `or` is no `not`. */
type JoinNode = { kind: 'and' | 'or'; parts: readonly SearchNode[]; column: number }

/** Everything without the part, which is no `not` itself. */
type NotNode = { kind: 'not'; part: SearchNode; column: number }

/** The part looked for in one field. A date field holds date ranges alone, joined or not; no field holds another. */
export type FieldNode = { kind: 'field'; field: SearchField; part: SearchNode; column: number }

/** A document's date in one of these ranges of Julian Day Numbers. */
export type DateRangeNode = { kind: 'dateRange'; text: string; ranges: readonly Range[]; column: number }

/**
 * A query as it was written and as it was read. `bareWords` says that it is nothing but words side by side (one with a
 * hyphen is a phrase node all the same); `skipped` are the stretches without any word, such as a lone dash. What is looked
 * for is `named`: the root, where it names somebody or something also by other names.
 */
export type SearchQuery = {
  text: string
  root: SearchNode
  named: SearchNode
  bareWords: boolean
  skipped: readonly string[]
}
