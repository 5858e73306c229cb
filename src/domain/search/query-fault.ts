import { ArchiveError } from '../errors.ts'

/** The query is wrong at this column, 1-based in code points. */
export function queryFault(column: number, sentence: string): ArchiveError {
  // What it quotes of the query may hold line breaks, or half a character.
  const message = sentence.replace(/\s+/gu, ' ').toWellFormed()
  return new ArchiveError('invalid-query', message, [{ path: 'q', message, column }])
}
