import fc from 'fast-check'
import { anyOddText, anyOddValue, oddDates, oddNumbers } from './odd-values.ts'

/** As much of JSON Schema as the description of the API uses. */
export type Schema = {
  $ref?: string
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  pattern?: string
  example?: unknown
  examples?: unknown[]
}

/** Where schemas are found by their names, and the ids that are told of, to be put into texts. */
export type Known = { schemas: Readonly<Record<string, Schema>>; ids: readonly string[] }

const deepest = 5

/** Values that a schema might take: in its form, with texts that mean something here. */
export function valuesOf(known: Known, schema: Schema, name = '', depth = 0): fc.Arbitrary<unknown> {
  const inner = (of: Schema, under = name) => valuesOf(known, of, under, depth + 1)
  if (schema.$ref !== undefined) return inner(known.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return fc.oneof(...ways.map((way) => inner(way)))
  const examples = [...(schema.examples ?? []), ...(schema.example === undefined ? [] : [schema.example])]
  if (examples.length > 0 && depth > 0) return fc.oneof(fc.constantFrom(...examples), anyOddText)
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(
        fc.integer({ min: Math.max(schema.minimum ?? 0, 0), max: 5 }),
        fc.constantFrom(...oddNumbers),
      )
    case 'number':
      return fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(...oddNumbers))
    case 'string':
      return textOf(known, name)
    case 'array': {
      const item = schema.items ?? schema.prefixItems?.[0] ?? {}
      return depth > deepest ? fc.constant([]) : fc.array(inner(item), { maxLength: 3 })
    }
    default:
      return depth > deepest ? fc.constant({}) : objectOf(known, schema, inner, examples)
  }
}

function objectOf(
  known: Known,
  { properties = {}, required = [] }: Schema,
  inner: (of: Schema, under: string) => fc.Arbitrary<unknown>,
  examples: readonly unknown[],
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, inner(field, name)]),
  )
  const some = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) })
  const few = some.chain((whole) =>
    fc
      .subarray(Object.keys(whole as object))
      .map((names) =>
        Object.fromEntries(
          Object.entries(whole as object).filter(([name]) => required.includes(name) || names.includes(name)),
        ),
      ),
  )
  if (Object.keys(fields).length > 0)
    return examples.length > 0 ? fc.oneof(few, fc.constantFrom(...examples)) : few
  // What may hold anything: claims' values, works, annotations.
  const names = [
    'text',
    'edtf',
    'type',
    'id',
    'title',
    'document',
    'agent',
    'place',
    'target',
    'body',
    'kind',
    'source',
  ]
  const anything = fc.dictionary(fc.constantFrom(...names), fc.oneof(textOf(known, ''), anyOddValue), {
    maxKeys: 4,
  })
  return examples.length > 0
    ? fc.oneof(anything, fc.constantFrom(...examples))
    : fc.oneof(anything, anAnnotation(known))
}

function textOf({ ids }: Known, name: string): fc.Arbitrary<string> {
  const plain = fc.constantFrom(
    'A paper',
    'Šiauliai',
    'ru',
    'lt',
    'transcription',
    'original',
    'genre',
    'date',
    'title',
  )
  const id = fc.constantFrom('none', ...ids)
  if (/date|period|edtf|at$|until|existence/i.test(name)) return fc.oneof(fc.constantFrom(...oddDates), plain)
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: id }, anyOddText)
}

function anAnnotation({ ids }: Known): fc.Arbitrary<unknown> {
  const selector = fc.oneof(
    fc.record(
      { type: fc.constant('TextQuoteSelector'), exact: anyOddText, prefix: anyOddText },
      { requiredKeys: ['type'] },
    ),
    fc.record({
      type: fc.constant('TextPositionSelector'),
      start: anyOddValue,
      end: fc.constantFrom(...oddNumbers),
    }),
    fc.record({ type: fc.constant('FragmentSelector'), value: anyOddText, conformsTo: anyOddText }),
    fc.record({ type: fc.constant('SvgSelector'), value: anyOddText }),
    anyOddValue,
  )
  const source = fc.constantFrom(...ids).map((id) => `/api/v1/documents/${id}/pages/1`)
  return fc.record({
    '@context': fc.constantFrom('http://www.w3.org/ns/anno.jsonld', 'x', ''),
    type: fc.constantFrom<unknown>('Annotation', ['Annotation'], 'x'),
    body: fc.oneof(
      fc.record({ type: fc.constant('TextualBody'), value: anyOddText, purpose: anyOddText }),
      anyOddValue,
    ),
    target: fc.oneof(fc.record({ source: fc.oneof(source, anyOddText), selector }), source, anyOddValue),
  })
}

/** A value with one of its places given over to something else. */
export const spoilt = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, fc.nat(40), anyOddValue).map(([whole, at, other]) => put(whole, { at }, other))

function put(value: unknown, left: { at: number }, other: unknown): unknown {
  if (left.at-- === 0) return other
  if (Array.isArray(value)) return value.map((item) => put(item, left, other))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, put(item, left, other)]))
}
