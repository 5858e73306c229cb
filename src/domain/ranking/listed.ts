import type { Postings } from './postings.ts'

/** Where something stands in the rows up to one; in those after it, it may stand unseen. */
export type Listed = { list: Postings; upTo: number }
