import { invalid } from '../../domain/errors.ts'
import type { Place } from './order.ts'

/**
 * Where the next page of results begins: of which search, in which snapshot of its results, behind which document. The
 * rows and documents that were there then are known by the newest of them, and whether the query was relaxed.
 */
export type Position = {
  name: string
  snapshot: string
  upToRow: number
  upToDocument: number
  isRelaxed: boolean
  after: Place
}

export function cursorOf({ name, snapshot, upToRow, upToDocument, isRelaxed, after }: Position): string {
  const { key, score, tier } = after
  const parts = [name, snapshot, upToRow, upToDocument, isRelaxed ? 1 : 0, key, score, tier]
  return Buffer.from(parts.join(' ')).toString('base64url')
}

/** Reads a cursor of the search with that name. Throws ArchiveError('invalid-input') for any other. */
export function readCursor(cursor: string, name: string): Position {
  const [of, snapshot = '', ...rest] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ')
  const numbers = rest.map(Number)
  const [upToRow = 0, upToDocument = 0, relaxed, key = 0, score = 0, tier = 0] = numbers
  if (of === name && numbers.length === 6 && numbers.every(Number.isFinite)) {
    return { name, snapshot, upToRow, upToDocument, isRelaxed: relaxed === 1, after: { key, score, tier } }
  }
  throw invalid(
    'cursor',
    'belongs to another search: repeat the one it came from, or start without a cursor.',
  )
}
