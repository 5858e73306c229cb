import type { Onlooker } from '../domain/audience.ts'
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

/** The last that was done to a document, or (`opened`) that its embargo ended since. */
export type Changed = { document: string; at: string; kind: 'added' | 'changed' | 'deleted' | 'opened' }

export type HistoryReader = {
  /**
   * What was done to a document, newest first. An audience that may not see everything is told all that happened, but
   * reads only claims and marks, and none that names something it may not see.
   */
  ofDocument(audience: Onlooker, document: string, slice: Slice): Promise<Listing<HistoryEvent>>
  /**
   * The documents that an audience may see, or could until they were deleted, each with the last that was done to it or to
   * what belongs to it, as far as they see that, or with the time at which it opened to them; the latest first. One that changes while the list is read is moved up, and none is passed over.
   */
  changed(audience: Onlooker, slice: Slice): Promise<Listing<Changed>>
}
