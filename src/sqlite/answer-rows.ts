import type { AnswerReader } from '../ports/answers.ts'
import type { Connection } from './open-database.ts'

type Row = { fingerprint: string; outcome: string }

/** Answers kept for repeated requests, shared by who reads and who writes them. */
export function answerRows(db: Connection) {
  const select = db.prepare<[string, string, string], Row>(
    'select fingerprint, outcome from idempotency where actor = ? and key = ? and created_at >= ?',
  )
  return {
    find: (actor: string, key: string, at: string): Row | undefined => select.get(actor, key, dayBefore(at)),
  }
}

/** Kept answers, read by a connection that may be read-only. */
export function sqliteAnswerReader(db: Connection): AnswerReader {
  const answers = answerRows(db)
  return {
    async kept(actor, key, at) {
      const row = answers.find(actor, key, at)
      return row ? { fingerprint: row.fingerprint, outcome: JSON.parse(row.outcome) } : null
    },
  }
}

/** The time before which answers are forgotten. */
export const dayBefore = (at: string): string => new Date(Date.parse(at) - 24 * 3_600_000).toISOString()
