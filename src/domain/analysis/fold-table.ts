import { fold, isReadable, isUnread } from './fold.ts'

/** In folded text: a character that stands in no word. */
export const separator = 1

/** In folded text: a character that must be looked at in its original, since its folding is longer or depends on others. */
export const special = 2

// One entry a UTF-16 unit, filled when a unit is first met; 0 is not yet known.
const table = new Uint16Array(0x10000)

// Where texts of usual lengths are folded, one after the other.
const usualDesk = new Uint16Array(0x10000)

/**
 * The text with every UTF-16 unit replaced by its folded one, or by `separator` or `special`. As long as the original,
 * so that offsets stay.
 */
export function foldEach(text: string): string {
  const { length } = text
  const desk = length <= usualDesk.length ? usualDesk : new Uint16Array(length)
  // To copy a text there and back takes less than to ask it for each of its units.
  const bytes = Buffer.from(desk.buffer, 0, 2 * length)
  bytes.write(text, 'utf16le')
  for (let at = 0; at < length; at++) {
    const unit = desk[at] ?? 0
    desk[at] = table[unit] || look(unit)
  }
  return bytes.toString('utf16le')
}

/** Whether a UTF-16 unit stands in no word, in a text as well as in its folding; where that depends on others it is false. */
export const isSeparator = (unit: number): boolean =>
  unit === separator || (unit !== special && (table[unit] || look(unit)) === separator)

function look(unit: number): number {
  const entry = entryOf(unit)
  table[unit] = entry
  return entry
}

function entryOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return special
  const character = String.fromCharCode(unit)
  if (isUnread(character)) return special
  if (!isReadable(character)) return separator
  const folded = fold(character)
  return folded.length === 1 && !composes(folded) ? folded.charCodeAt(0) : special
}

const foldings = new Map<string, string | null>()

/** What a character that is `special` folds to by itself, such as ß; null where that depends on those beside it. */
export function foldingOf(character: string): string | null {
  const known = foldings.get(character)
  if (known !== undefined) return known
  const folded = fold(character)
  const folding = folded === '' || composes(folded) ? null : folded
  foldings.set(character, folding)
  return folding
}

/** Marks and the parts of Hangul syllables join with what stands before them. */
const composes = (character: string) => /[\p{M}\u1100-\u11ff]/u.test(character)
