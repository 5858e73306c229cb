import { ArchiveError, otherRequest } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import { answerRows, dayBefore } from './answer-rows.ts'
import { indexLast } from './index-last.ts'
import type { Connection } from './open-database.ts'
import { forgetTerms } from './terms.ts'

export type Transact = <T>(command: Command, effect: () => T) => T

/**
 * Runs the effect of a command in one transaction together with the answer kept for a repeated request, so that
 * doing it twice with one key does it once. Answers are kept for 24 hours.
 */
export function transactions(db: Connection): Transact {
  const answers = answerRows(db)
  const keep = db.prepare(
    'insert into idempotency (actor, key, fingerprint, outcome, created_at) values (?, ?, ?, ?, ?)',
  )
  const forget = db.prepare('delete from idempotency where created_at < ?')
  return (command, effect) => {
    const answer = () => {
      const { idempotency, actor, at } = command
      if (!idempotency) return effect()
      forget.run(dayBefore(at))
      const kept = answers.find(actor, idempotency.key, at)
      if (kept && kept.fingerprint !== idempotency.fingerprint) throw otherRequest(idempotency.key)
      if (kept) return JSON.parse(kept.outcome)
      const outcome = effect()
      keep.run(actor, idempotency.key, idempotency.fingerprint, JSON.stringify(outcome ?? null), at)
      return outcome
    }
    try {
      return db.transaction(() => indexLast(db, answer)).immediate()
    } catch (error) {
      forgetTerms(db)
      throw error
    }
  }
}

/** Refuses a command whose caller saw another version. */
export function refuseStale(command: Pick<Command, 'expectedVersion'>, version: number): void {
  if (command.expectedVersion == null || command.expectedVersion === version) return
  throw new ArchiveError(
    'precondition-failed',
    'It was changed meanwhile: read it again and repeat the change.',
  )
}
