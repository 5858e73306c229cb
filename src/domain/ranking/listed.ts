import type { Postings } from './postings.ts'

/**
 * Where something stands in the rows up to one; in those after it, it may stand unseen. So many rows were left out `before` those
 * of the list.
 */
export type Listed = { list: Postings; before: number; upTo: number }
