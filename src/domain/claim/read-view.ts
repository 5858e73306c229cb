import { best, type Claim, standing } from '../claim.ts'

/** What best claims say of a property: the values that say something, those that tell that there is none left out. */
export const valuesOf = (claims: readonly Claim[], property: string): Claim['value'][] =>
  best(standing(claims), property)
    .map(({ value }) => value)
    .filter(({ none, unknown }) => !none && !unknown)

/** The texts in one field of the values of a property, each once. */
export const textsIn = (claims: readonly Claim[], property: string, field: string): string[] => [
  ...new Set(valuesOf(claims, property).flatMap((value) => textIn(value, field) ?? [])),
]

/** A field's text, null where it has none. */
export function textIn(value: Claim['value'], field: string): string | null {
  const text = value[field]
  return typeof text === 'string' ? text : null
}
