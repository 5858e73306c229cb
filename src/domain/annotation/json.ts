import { invalid } from '../errors.ts'

/** A JSON value as RFC 8259 has it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** A JSON object; what it does not hold reads as undefined. */
export type JsonObject = { readonly [key: string]: Json }

/** How deep an annotation may nest, how long a string in it may be (UTF-16 units), and how many values it may hold. */
const limits = { depth: 20, text: 100_000, key: 1_000, values: 10_000 }

/** Keys that change what a JavaScript object is, once a careless program copies them. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a value is a JSON object (neither null nor a list). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** Whether a value is a JSON list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A value as a list: itself, the one thing in it, or nothing where it is absent or null (JSON-LD reads them alike). */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return isList(value) ? value : [value]
}

/** The dotted path of a property or list entry, as errors name it: `target.0.selector`. */
export const pathTo = (path: string, key: string | number) => (path ? `${path}.${key}` : `${key}`)

/** Its own copy of a JSON value; ArchiveError('invalid-input') where it is none, is too big, or holds a refused key. */
export function copyJson(input: unknown): Json {
  let values = 0
  const copy = (value: unknown, path: string, depth: number): Json => {
    if (++values > limits.values) throw invalid('', `An annotation holds at most ${limits.values} values.`)
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'string') {
      if (value.length <= limits.text) return value
      throw invalid(path, `A text here has at most ${limits.text} characters.`)
    }
    if (typeof value !== 'object') throw invalid(path, 'This is not a JSON value.')
    if (depth >= limits.depth) throw invalid(path, `An annotation nests at most ${limits.depth} levels deep.`)
    if (Array.isArray(value)) {
      return Array.from(value, (entry: unknown, index) => copy(entry, pathTo(path, index), depth + 1))
    }
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw invalid(path, 'This is not a JSON value.')
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]): [string, Json] => {
        if (key.length > limits.key) throw invalid(path, `A name has at most ${limits.key} characters.`)
        if (refusedKeys.has(key)) throw invalid(pathTo(path, key), 'No property may have this name.')
        return [key, copy(entry, pathTo(path, key), depth + 1)]
      }),
    )
  }
  return copy(input, '', 0)
}
