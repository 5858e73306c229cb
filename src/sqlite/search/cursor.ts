import { invalid } from '../../domain/errors.ts'

/** Where the next page of results begins: of which search, up to which reading, after how many documents. */
type Position = { name: string; watermark: number; offset: number }

export const cursorOf = ({ name, watermark, offset }: Position): string =>
  Buffer.from(`${name}.${watermark}.${offset}`).toString('base64url')

/** Reads a cursor of the search with that name. Throws ArchiveError('invalid-input') for any other. */
export function readCursor(cursor: string, name: string): Position {
  const [of, watermark, offset] = Buffer.from(cursor, 'base64url').toString('latin1').split('.')
  const position = { name, watermark: Number(watermark), offset: Number(offset) }
  if (
    of === name &&
    Number.isSafeInteger(position.watermark) &&
    Number.isSafeInteger(position.offset) &&
    position.offset >= 0
  ) {
    return position
  }
  throw invalid(
    'cursor',
    'belongs to another search: repeat the one it came from, or start without a cursor.',
  )
}
