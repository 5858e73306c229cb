import { invalid } from '../../domain/errors.ts'

/**
 * Where the next page of results begins: of which search, in which snapshot of its results, after how many documents
 * of it, the last of which has that key.
 */
export type Position = { name: string; snapshot: string; offset: number; last: number }

export const cursorOf = ({ name, snapshot, offset, last }: Position): string =>
  Buffer.from(`${name}.${snapshot}.${offset}.${last}`).toString('base64url')

/** Reads a cursor of the search with that name. Throws ArchiveError('invalid-input') for any other. */
export function readCursor(cursor: string, name: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString('latin1')
  const [, of, snapshot = '', offset, last] = /^([\w-]+)\.([\w-]+)\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? []
  if (of === name) return { name, snapshot, offset: Number(offset), last: Number(last) }
  throw invalid(
    'cursor',
    'belongs to another search: repeat the one it came from, or start without a cursor.',
  )
}
