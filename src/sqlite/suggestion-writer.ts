import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Suggestion } from '../domain/resemblance/suggestion.ts'
import type { Command } from '../ports/command.ts'
import type { SuggestionWriter } from '../ports/suggestions.ts'
import { appendingClaims } from './claim-writer.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { suggestionRows } from './suggestion-rows.ts'
import { transactions } from './transact.ts'

/** Suggestions, settled by archivists. */
export function sqliteSuggestionWriter(db: Connection): SuggestionWriter {
  const transact = transactions(db)
  const suggestions = suggestionRows(db)
  const append = appendingClaims(db)
  const record = eventLog(db)
  const settle = db.prepare(
    'update suggestion set state = :state, by = :actor, at = :at, claim = :claim where id = :id',
  )

  function open(id: string): Suggestion {
    const found = suggestions.find(id)
    if (!found) throw notFound('suggestion')
    if (found.state !== 'open')
      throw new ArchiveError('conflict', `This suggestion was ${found.state} already.`)
    return found
  }

  function settled(
    { id, actor, at }: Command & { id: string },
    before: Suggestion,
    claim: string | null,
  ): Suggestion {
    const state = claim === null ? 'dismissed' : 'accepted'
    settle.run({ id, actor, at, state, claim })
    const verb = `${claim === null ? 'dismiss' : 'accept'}-suggestion`
    record({
      at,
      actor,
      verb,
      subject: { type: 'document', id: before.document.id },
      after: { suggestion: id, claim },
    })
    return { ...before, state, by: actor, at, claim }
  }

  return {
    async dismiss(command) {
      return transact(command, () => settled(command, open(command.id), null))
    },
    async accept(command) {
      return transact(command, () => {
        const before = open(command.id)
        append(command, null, null)
        return settled(command, before, command.claim.id)
      })
    },
  }
}
