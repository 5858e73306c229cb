import { cleanText } from '../clean-text.ts'
import { readDated } from '../date/dated.ts'
import { invalid } from '../errors.ts'

/** Reads one field of a value; ArchiveError('invalid-input') at the path for what it cannot be. */
export type Field<T extends string | number | boolean = string | number | boolean> = {
  (given: unknown, path: string): T
  /** The closed list, where there is one. */
  readonly choices?: readonly string[]
}

/** A text of at most so many characters that is not empty once cleaned. */
export const text =
  (longest: number): Field<string> =>
  (given, path) => {
    if (typeof given !== 'string') throw invalid(path, 'must be a text.')
    const cleaned = cleanText(given).trim()
    if (cleaned === '') throw invalid(path, 'is empty.')
    if (cleaned.length > longest)
      throw invalid(path, `has ${cleaned.length} characters, at most ${longest} are kept.`)
    return cleaned
  }

/** Where in a source something stands. */
export const locator: Field<string> = text(500)

/** The id of a thing, whatever it is; whether there is one is told when the claim is written. */
export const id: Field<string> = (given, path) => {
  if (typeof given !== 'string' || !/^[a-z][\w-]{0,99}$/.test(given))
    throw invalid(path, 'is not the id of anything.')
  return given
}

/** An EDTF date, in the digits of a calendar, without spaces that mean nothing: Julian years have more leap days. */
export const edtfIn =
  (calendar: unknown): Field<string> =>
  (given, path) => {
    const named = typeof calendar === 'string' ? calendar : null
    const read = readDated({ edtf: text(200)(given, path), calendar: named })
    if (!read.ok) throw invalid(path, read.message)
    return read.edtf
  }

export const edtf: Field<string> = edtfIn(null)

export const languageTag: Field<string> = matching(
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
  'is not a language tag: write en, ru, lt or the like.',
)

/** ISO 15924. */
export const script: Field<string> = matching(
  /^[A-Z][a-z]{3}$/,
  'is not a script of ISO 15924: write Latn, Cyrl or the like.',
)

export const uri: Field<string> = matching(
  /^[a-z][a-z0-9+.-]*:\S{1,2000}$/i,
  'is not an address: write https://www.wikidata.org/entity/Q… or the like.',
)

export const latitude: Field<number> = within(-90, 90)
export const longitude: Field<number> = within(-180, 180)

/** Something that holds; what does not is left out. */
export const yes: Field<boolean> = (given, path) => {
  if (given === true) return true
  throw invalid(path, 'can only be true; leave it out else.')
}

/** One of a closed list. */
export function oneOf(known: readonly string[]): Field<string> {
  const read: Field<string> = (given, path) => {
    if (typeof given === 'string' && known.includes(given)) return given
    throw invalid(path, `must be one of ${known.join(', ')}.`)
  }
  return Object.assign(read, { choices: known })
}

function matching(pattern: RegExp, message: string): Field<string> {
  return (given, path) => {
    if (typeof given === 'string' && pattern.test(given)) return given
    throw invalid(path, message)
  }
}

function within(least: number, most: number): Field<number> {
  return (given, path) => {
    if (typeof given === 'number' && given >= least && given <= most) return given
    throw invalid(path, `must be a number from ${least} to ${most}.`)
  }
}
