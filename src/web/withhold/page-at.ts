import type { Reply } from '../api/ask.ts'

/** The page of a witness (null: the first) of a document. */
export type PageAt = { documentId: string; number: number; witness: string | null }

export type Redaction = Reply<'listRedactions'>['items'][number]
