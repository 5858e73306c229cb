import type { Job, JobState } from '../domain/job.ts'
import type { Wording } from '../domain/resemblance/suggestion.ts'
import type { Command, Listing, Slice } from './command.ts'

/** A job taken by a worker; writes carry the token, and a stale one is refused. */
export type Lease = {
  job: string
  kind: 'extract' | 'picture'
  token: string
  file: string
  attempts: number
  priority: number
}

export type Ending = {
  at: string
  token: string
  /** What became of the file. */
  file: 'done' | 'waiting' | 'failed'
  message: string | null
  error: string | null
  /** What was assumed while reading, and which pages could not be read. */
  remark: string | null
  /** What the text is like, for suggestions, which come with the ending. */
  wording?: Wording | null
  /** The job, by this id, that pictures the file's pages and recognises those that want it, where one is to follow. */
  following?: { id: string; isWanted: boolean } | null
}

export type JobReader = {
  /** A job with its parts summed up, and the document it is about; null where there is none. */
  find(id: string): Promise<Job | null>
  /** Newest first; parts are not listed apart. With `failures` those that failed, or of whose files some did. */
  list(
    filter: { state?: JobState; failures?: boolean; document?: string },
    slice: Slice,
  ): Promise<Listing<Job>>
  /** Whether a job could be claimed now. */
  waiting(at: string): Promise<boolean>
  /** How many pieces of work are queued or under way. */
  open(): Promise<number>
  /** Whether a job waits that is more urgent than this. */
  moreUrgent(at: string, priority: number): Promise<boolean>
  /** Whether documents are still to be described anew. */
  describing(): Promise<boolean>
  /** Whether a text has changed since it was noted what it is like, and has been at rest since a time. */
  signing(before: string): Promise<boolean>
}

export type JobWriter = {
  /** Takes a job whose lease has run out, else the most urgent that is due, the files of one witness in order. */
  claim(command: { at: string; token: string; until: string }): Promise<Lease | null>
  /** Prolongs the lease; false when it is lost (cancelled, or taken by another). */
  heartbeat(command: { at: string; token: string; until: string }): Promise<boolean>
  /** Ends the job and its file; its parent ends with its last part. A stale token changes nothing. */
  finish(ending: Ending): Promise<void>
  /** Puts the job back, to be run again after a while: for faults of the machine, not of the file. */
  postpone(command: { at: string; token: string; runAfter: string; message: string }): Promise<void>
  /** Describes anew at most so many of the documents that a change has left for later; the last ends their job. */
  describe(command: { at: string; most: number }): Promise<void>
  /** Takes in at most so many pages of a text that has been at rest since `before`; with the last it is noted what it is
   * like, and what it resembles is suggested. False where there is none. */
  sign(command: { at: string; before: string; most: number }): Promise<boolean>
  /** Puts every running job back in the queue, as if not tried, and lets none wait: called once by who holds the archive's lock. */
  release(command: { at: string }): Promise<number>
  /** Lets no queued job wait for a time that is still to come: called where the clock has gone back. */
  hasten(command: { at: string }): Promise<void>
  /** Cancels what has not ended; ArchiveError('conflict') when it has. */
  cancel(command: Command & { id: string }): Promise<Job>
  /** Queues again what failed or was cancelled; ArchiveError('conflict') when there is nothing of that. */
  retry(command: Command & { id: string }): Promise<Job>
}
