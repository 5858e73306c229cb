import type { InputError } from '../errors.ts'
import { isList, isObject, type Json, type JsonObject, listOf, pathTo } from './json.ts'

/** Takes note of one broken rule: where, and what the standard asks for. */
export type Report = (error: InputError) => void

/** Whether a resource is of a class; `type` is one name or several (Web Annotation Data Model 3.2.2). */
export const isOf = (thing: JsonObject, type: string): boolean => listOf(thing.type).includes(type)

/** Whether a string can stand as an IRI or a relative reference (RFC 3987): not empty, without spaces, `<`, `>` or `"`. */
export const isReference = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^[^\s<>"\p{Cc}]+$/u.test(value)

/** Whether a string is an IRI with its scheme. */
const isIri = (value: Json | undefined): value is string =>
  isReference(value) && /^[A-Za-z][A-Za-z0-9+.-]*:./.test(value)

/** Reports each property that is there and is not one string. */
export function checkStrings(
  thing: JsonObject,
  keys: readonly string[],
  path: string,
  section: string,
  report: Report,
) {
  for (const key of keys) {
    if (thing[key] === undefined || typeof thing[key] === 'string') continue
    report({
      path: pathTo(path, key),
      message: `This must be one string (Web Annotation Data Model ${section}).`,
    })
  }
}

/** Reports each property that is there and is not one IRI. */
export function checkIris(
  thing: JsonObject,
  keys: readonly string[],
  path: string,
  section: string,
  report: Report,
) {
  for (const key of keys) {
    if (thing[key] === undefined || isReference(thing[key])) continue
    report({
      path: pathTo(path, key),
      message: `This must be one IRI (Web Annotation Data Model ${section}).`,
    })
  }
}

/** Reports lifecycle times that are no xsd:dateTime in UTC (Web Annotation Data Model 3.3.1). */
export function checkTimes(thing: JsonObject, path: string, report: Report) {
  for (const key of ['created', 'modified', 'generated']) {
    const time = thing[key]
    if (time === undefined) continue
    const written = typeof time === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time)
    if (written && !Number.isNaN(Date.parse(time))) continue
    const message =
      'This must be a date and time in UTC, such as 2026-01-31T12:00:00Z (Web Annotation Data Model 3.3.1).'
    report({ path: pathTo(path, key), message })
  }
}

/** Reports agents that are neither an IRI nor an object (Web Annotation Data Model 3.3.1). */
export function checkAgents(thing: JsonObject, path: string, report: Report) {
  for (const key of ['creator', 'generator']) {
    for (const agent of listOf(thing[key])) {
      if (isReference(agent) || isObject(agent)) continue
      const message = 'An agent must be an IRI or an object (Web Annotation Data Model 3.3.1).'
      report({ path: pathTo(path, key), message })
    }
  }
}

const motivations: readonly string[] = [
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting'],
  ...['identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
]

/** Reports motivations and purposes that the standard does not know and that are no IRI (Web Annotation Data Model 3.3.5). */
export function checkMotivations(
  thing: JsonObject,
  key: 'motivation' | 'purpose',
  path: string,
  report: Report,
) {
  const value = thing[key]
  if (value === undefined) return
  for (const [index, term] of listOf(value).entries()) {
    if (typeof term === 'string' && (motivations.includes(term) || isIri(term))) continue
    const at = isList(value) ? pathTo(pathTo(path, key), index) : pathTo(path, key)
    const message = `This must be an IRI or one of ${motivations.join(', ')} (Web Annotation Data Model 3.3.5).`
    report({ path: at, message })
  }
}
