import { ArchiveError, isDiskFull, isUnwritable } from '../domain/errors.ts'

/** What to tell a person about an error of the archive, the system or the database; null about a fault of the program. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof ArchiveError) {
    const column = error.errors[0]?.column
    return column === undefined ? error.message : `Column ${column}: ${error.message}`
  }
  if (isDiskFull(error)) return 'The disk of the archive is full: free space and run it again.'
  if (isUnwritable(error))
    return `The disk of the archive takes nothing: it is read-only, or fails (${(error as Error).message}).`
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null
  if (error.code === 'EADDRINUSE' && 'port' in error && 'address' in error)
    return `Port ${error.port} of ${error.address} is in use: stop what listens there, or choose another port.`
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
    return `The catalogue is damaged (${error.message}): restore it from a backup.`
  if (error.code.startsWith('SQLITE_'))
    return `The catalogue cannot be used (${error.message}): see to its file and folder, then run it again.`
  return 'syscall' in error ? `The system refuses: ${error.message}.` : null
}
