import { ArchiveError, isDamage, isDiskFull, isUnwritable } from '../domain/errors.ts'
import type { Trouble } from './problem.ts'

/** What to tell the caller about anything that was thrown; what is unexpected becomes `internal` and says nothing. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ArchiveError)
    return { fault: error.fault, detail: error.message, errors: error.errors }
  if (isDiskFull(error))
    return {
      fault: 'disk-full',
      detail: 'The disk of the archive is full, so nothing was stored. Free space and repeat the request.',
    }
  if (isUnwritable(error))
    return {
      fault: 'unwritable',
      detail:
        'The disk of the archive takes nothing: it is read-only, or fails. Nothing was stored; repeat the request once that is mended.',
    }
  if (isDamage(error))
    return {
      fault: 'damaged',
      detail:
        'A part of the database is damaged, and this lies in it. Whoever keeps the archive runs "fonds verify", which says what to do.',
    }
  const code = codeOf(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { fault: 'busy', detail: 'The archive is busy writing. Repeat the request in a moment.' }
  if (error instanceof URIError)
    return { fault: 'invalid-input', detail: 'The address is not percent-encoded UTF-8. Encode it again.' }
  return {
    fault: 'internal',
    detail: 'The archive failed; the fault is not yours. Its log says more under the request id.',
  }
}

const departures = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ABORT_ERR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
])

/** Whether the error only says that the other end of the connection went away; not whether it did. */
export const saysDeparture = (error: unknown): boolean => departures.has(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
