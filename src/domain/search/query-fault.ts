import { ArchiveError } from '../errors.ts'

/** The query is wrong at this column, 1-based in code points. */
export const queryFault = (column: number, message: string) =>
  new ArchiveError('invalid-query', message, [{ path: 'q', message, column }])
