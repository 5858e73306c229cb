import { analyse, indexText } from '../analysis/analyse.ts'
import { best, type Claim, standing } from '../claim.ts'

/** A name in one language and script, used in a period (EDTF) or always. */
export type Name = {
  text: string
  lang: string | null
  script: string | null
  kind: string | null
  period: string | null
}

/** All names that are said of a thing, the best before the others; denied and deprecated ones are left out. */
export function namesOf(claims: readonly Claim[]): Name[] {
  const named = standing(claims).filter(
    ({ property, polarity, rank }) => property === 'name' && polarity === 'asserted' && rank !== 'deprecated',
  )
  const first = new Set(best(named, 'name'))
  return [
    ...named.filter((claim) => first.has(claim)),
    ...named.filter((claim) => !first.has(claim)),
  ].flatMap(({ value }) => (typeof value.text === 'string' ? [nameOf(value)] : []))
}

/** A name as search compares it: its words folded. */
export const foldName = (text: string): string => indexText(analyse(text, null))

const nameOf = (value: Claim['value']): Name => ({
  text: String(value.text),
  lang: textOr(value.lang),
  script: textOr(value.script),
  kind: textOr(value.kind),
  period: textOr(value.period),
})

const textOr = (given: unknown): string | null => (typeof given === 'string' ? given : null)
