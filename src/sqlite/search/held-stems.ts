import type { Connection } from '../open-database.ts'
import { perBatch } from '../terms.ts'
import { type Sieve, sieve } from './sieve.ts'

/** So many are read at once. */
const atOnce = 5000

/**
 * Which stems' tokens (see terms.ts) may stand in the index, so that it need not be asked for those that do not: read bit by
 * bit by `readSome`. Until all are read, any may.
 */
export function heldStems(db: Connection) {
  db.exec('create virtual table if not exists temp.stem_token using fts5vocab(main, term_stem, row)')
  const select = db
    .prepare<[string], string>(
      `select term from temp.stem_token where term > ? order by term limit ${atOnce}`,
    )
    .pluck()
  const newestBatch = db.prepare<[], number>('select coalesce(max(rowid), 0) from term_batch').pluck()
  let held: Sieve | null = null
  let readTo: string | null = ''
  return {
    /** Reads on; false once there is no more. */
    readSome(): boolean {
      if (readTo === null) return false
      const tokens = select.all(readTo)
      held ??= sieve((newestBatch.get() ?? 0) * perBatch)
      for (const token of tokens) held.add(token)
      readTo = tokens.length < atOnce ? null : (tokens.at(-1) ?? null)
      return readTo !== null
    },
    mayStand: (token: string): boolean => readTo !== null || held === null || held.mayHold(token),
    /** Whether tokens that come must be told to `add`. */
    isBegun: (): boolean => held !== null,
    add: (token: string): void => held?.add(token),
    /** Forgets all, to read them anew. */
    clear(): void {
      held = null
      readTo = ''
    },
  }
}
