/** Every way in which the archive can fail a caller. `api/problem.ts` alone turns one into an HTTP status. */
export const faults = [
  'invalid-input',
  'invalid-query',
  'malformed-json',
  'unauthenticated',
  'forbidden',
  'not-found',
  'gone',
  'method-not-allowed',
  'conflict',
  'in-progress',
  'precondition-failed',
  'too-large',
  'unsupported-media-type',
  'range-not-satisfiable',
  'idempotency-mismatch',
  'checksum-mismatch',
  'disk-full',
  'unwritable',
  'damaged',
  'locked',
  'busy',
  'unreadable-file',
  'unreached',
  'too-many-requests',
  'internal',
] as const

export type Fault = (typeof faults)[number]

/** What is wrong at one place of the input. `path` is dotted; `column` is 1-based in Unicode code points. */
export type InputError = { path: string; message: string; column?: number }

/** A fault with a sentence that says what was wrong, where, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly fault: Fault
  readonly errors: readonly InputError[]

  constructor(fault: Fault, message: string, errors: readonly InputError[] = []) {
    super(message)
    this.fault = fault
    this.errors = errors
  }
}

/** The thing does not exist, or may not be seen by who asks. */
export const notFound = (what: string) => new ArchiveError('not-found', `There is no such ${what}.`)

/** The input is wrong at one named place. */
export const invalid = (path: string, message: string) =>
  new ArchiveError('invalid-input', path ? `${path}: ${message}` : message, [{ path, message }])

/** An Idempotency-Key came with another request before. */
export const otherRequest = (key: string) =>
  new ArchiveError(
    'idempotency-mismatch',
    `The Idempotency-Key "${key}" was used for another request: choose a new key.`,
  )

/** Whether an error says that the disk is full: a file's (ENOSPC, EDQUOT) or the database's. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String(error.code))

/** Whether an error says that the disk takes nothing: it has become read-only, or fails. */
export const isUnwritable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(EROFS|SQLITE_READONLY|SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|DIR_FSYNC|DELETE|SHM))/.test(String(error.code))

/** Whether an error says that the database is not what was written. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
