import type { Audience } from '../domain/audience.ts'
import type { Listing, Slice } from './command.ts'

/** What was done to a document, its witnesses, claims or marks. */
export type HistoryEvent = {
  id: string
  at: string
  /** The id of a token, or of a program. */
  by: string
  verb: string
  subject: { type: string; id: string }
  /** What it was; null where there was nothing, or where who asks may not read it. */
  before: unknown
  after: unknown
}

export type HistoryReader = {
  /**
   * What was done to a document, newest first. An audience that may not see everything is told all that happened, but
   * reads only claims and marks, and none that names something it may not see.
   */
  ofDocument(audience: Audience, document: string, slice: Slice): Promise<Listing<HistoryEvent>>
}
