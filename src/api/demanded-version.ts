import { ArchiveError } from '../domain/errors.ts'
import { expectedVersion } from './conditions.ts'

/** The version that an If-Match demands, null without one. What no version fulfils is ArchiveError('precondition-failed'). */
export function demandedVersion(ifMatch: string | null): number | null {
  const version = expectedVersion(ifMatch)
  if (version !== 'none-match') return version
  throw new ArchiveError(
    'precondition-failed',
    'If-Match names no version of this: read it and send its ETag.',
  )
}
