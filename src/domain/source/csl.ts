import { cleanText } from '../clean-text.ts'
import { daysInMonth } from '../date/day.ts'
import { invalid } from '../errors.ts'
import { editDistance } from '../search/edit-distance.ts'
import {
  cslDateParts,
  cslDates,
  cslNameParts,
  cslNames,
  cslNumbers,
  cslTexts,
  cslTypes,
} from './csl-terms.ts'

/** A work as CSL-JSON has it, without an id. */
export type Csl = Readonly<Record<string, unknown>> & { readonly type: string; readonly title: string }

/**
 * Reads an item of CSL-JSON: a type of the standard, a title, and variables that it knows, each of its kind.
 * ArchiveError('invalid-input') names what is wrong by its path; a variable that is null is left out.
 */
export function readCsl(given: Readonly<Record<string, unknown>>): Csl {
  const item: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue
    item[name] = readVariable(name, value)
  }
  const { type, title } = item
  if (typeof type !== 'string')
    throw invalid('type', `is required: ${[...cslTypes].slice(0, 6).join(', ')} …`)
  if (typeof title !== 'string') throw invalid('title', 'is required: say what the work is called.')
  return { ...item, type, title }
}

/** The words by which a work is found: its title, and the names of who made it. */
export function wordsOfCsl(csl: Csl): string {
  const names = [...cslNames].flatMap((role) => (Array.isArray(csl[role]) ? csl[role] : []))
  const spoken = names.map((name) => [name.given, name.family, name.literal].filter(Boolean).join(' '))
  return [csl.title, ...spoken, csl['container-title']].filter((text) => typeof text === 'string').join(' ')
}

function readVariable(name: string, value: unknown): unknown {
  if (name === 'type') {
    if (typeof value === 'string' && cslTypes.has(value)) return value
    throw invalid('type', `is not a type of CSL-JSON.${meant(String(value), cslTypes)}`)
  }
  if (cslNames.has(name)) return readNames(name, value)
  if (cslDates.has(name)) return readDate(name, value)
  if (cslNumbers.has(name)) return typeof value === 'number' ? readNumber(name, value) : readText(name, value)
  if (cslTexts.has(name)) return readText(name, value)
  if (name === 'id') throw invalid('id', 'is given by the archive: leave it out.')
  const known = new Set([...cslTexts, ...cslNumbers, ...cslNames, ...cslDates])
  throw invalid(name.slice(0, 100), `is not a variable of CSL-JSON.${meant(name, known)}`)
}

function readText(path: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(path, 'must be a text.')
  const text = cleanText(value).trim()
  if (text === '') throw invalid(path, 'is empty.')
  if (text.length > 20_000) throw invalid(path, `has ${text.length} characters, at most 20000 are kept.`)
  return text
}

function readNumber(path: string, value: number): number {
  if (Number.isFinite(value)) return value
  throw invalid(path, 'must be a number or a text.')
}

function readNames(role: string, value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length > 500) throw invalid(role, 'must be a list of at most 500 names.')
  return value.map((name, index) => readName(`${role}.${index}`, name))
}

function readName(path: string, name: unknown): Record<string, unknown> {
  const parts = Object.entries(objectOf(path, name)).map(([part, value]) => {
    if (!cslNameParts.has(part)) throw invalid(`${path}.${part}`, 'is not a part of a name.')
    return [
      part,
      typeof value === 'boolean' || typeof value === 'number' ? value : readText(`${path}.${part}`, value),
    ]
  })
  const read: Record<string, unknown> = Object.fromEntries(parts)
  if (read.family || read.literal || read.given) return read
  throw invalid(path, 'needs a family name, or a literal one.')
}

function readDate(path: string, value: unknown): Record<string, unknown> {
  const given = objectOf(path, value)
  const parts = Object.entries(given).map(([part, content]) => {
    if (!cslDateParts.has(part)) throw invalid(`${path}.${part}`, 'is not a part of a date.')
    if (part === 'date-parts') return [part, readDateParts(`${path}.date-parts`, content)]
    return [part, readAside(`${path}.${part}`, content)]
  })
  if (parts.length > 0) return Object.fromEntries(parts)
  throw invalid(path, 'says nothing: write {"date-parts": [[1996]]} or {"literal": "…"}.')
}

/** What is said of a date beside its numbers: a text, a season's number, whether it is approximate. */
function readAside(path: string, value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : readText(path, value)
}

function readDateParts(path: string, value: unknown): number[][] {
  if (!Array.isArray(value) || value.length < 1 || value.length > 2)
    throw invalid(path, 'must be one date or two, each [year, month, day].')
  return value.map((date, index) => {
    const at = `${path}.${index}`
    const numbers = Array.isArray(date) ? date.map(Number) : []
    const [year, month = 1, day = 1] = numbers
    const isDay =
      numbers.length >= 1 &&
      numbers.length <= 3 &&
      numbers.every(Number.isInteger) &&
      year !== undefined &&
      Math.abs(year) < 10_000 &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysInMonth(year, month)
    if (!isDay) throw invalid(at, 'is no date: write [1996], [1996, 5] or [1996, 5, 17].')
    return numbers
  })
}

function objectOf(path: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw invalid(path, 'must be an object.')
}

function meant(given: string, known: ReadonlySet<string>): string {
  const asked = given.slice(0, 100).toLowerCase()
  const [nearest] = [...known]
    .map((word) => ({ word, edits: editDistance(asked, word.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)
  return nearest && nearest.edits <= 3 ? ` Did you mean '${nearest.word}'?` : ''
}
