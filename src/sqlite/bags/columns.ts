import { invalid } from '../../domain/errors.ts'
import { packWords, unpackWords } from '../../domain/page/pack-words.ts'
import type { PlacedWord, PlacedWords } from '../../domain/page/placed-words.ts'
import type { Fact, Kind } from './fact.ts'

export type Column = { column: string; field: string; kind: Kind }

/** The columns of a fact that are carried, with what they are called in records. */
export const columnsOf = ({ columns }: Fact): Column[] =>
  Object.entries(columns).flatMap(([kind, names]) =>
    names.split(' ').map((column) => ({ column, field: fieldOf(column), kind: kind as Kind })),
  )

const fieldOf = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** The value of a column, which is not null, as it stands in a record. */
export const written: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  number: (value) => value,
  // What is signed or hashed as text comes back to the letter: JSON that is not spelt as we spell it stays text.
  json: (value) => {
    const text = String(value)
    const parsed: unknown = JSON.parse(text)
    return typeof parsed !== 'string' && JSON.stringify(parsed) === text ? parsed : text
  },
  bytes: (value) => Buffer.from(value as Uint8Array).toString('hex'),
  words: (value) => {
    const packed = Buffer.from(value as Uint8Array)
    const placed = unpackWords(packed)
    return packed.equals(packWords(placed)) ? placed : packed.toString('hex')
  },
}

/** The value of a record, which is there, as its column has it; ArchiveError('invalid-input') where it is not of its kind. */
export const read: Record<Kind, (value: unknown, field: string) => string | number | Uint8Array> = {
  text: (value, field) => (typeof value === 'string' ? value : wrong(field, 'a text')),
  number: (value, field) =>
    typeof value === 'number' && Number.isFinite(value) ? value : wrong(field, 'a number'),
  json: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  bytes: (value, field) => bytesOf(value) ?? wrong(field, 'bytes in hexadecimal digits'),
  words: (value, field) => {
    const packed = bytesOf(value)
    if (packed) return unpackable(packed) ? packed : wrong(field, 'the packed words of a page')
    return isPlaced(value) ? packWords(value) : wrong(field, 'a frame and words with their places')
  },
}

const wrong = (field: string, what: string): never => {
  throw invalid(field, `must be ${what}.`)
}

const bytesOf = (value: unknown): Buffer | null =>
  typeof value === 'string' && /^(?:[0-9a-f]{2})*$/.test(value) ? Buffer.from(value, 'hex') : null

function unpackable(packed: Uint8Array): boolean {
  try {
    unpackWords(packed)
    return true
  } catch {
    return false
  }
}

function isPlaced(value: unknown): value is PlacedWords {
  if (!isObject(value) || !isObject(value.frame) || !Array.isArray(value.words)) return false
  return areWhole(value.frame.width, value.frame.height) && value.words.every(isWord)
}

function isWord(word: unknown): word is PlacedWord {
  if (!isObject(word) || !Array.isArray(word.box) || word.box.length !== 4) return false
  const { start, end, confidence } = word
  return (
    areWhole(start, end, ...word.box) &&
    (confidence === null || (typeof confidence === 'number' && confidence >= 0 && confidence <= 100))
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areWhole = (...values: unknown[]) => values.every(Number.isSafeInteger)
