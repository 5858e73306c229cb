import type { DatingClaim } from './case.ts'
import { distinct, isInference, supportOf } from './evidence.ts'

/** What one or several claims say alike. */
export type Assertion = {
  readonly property: string
  readonly subject: DatingClaim['subject']
  readonly value: DatingClaim['value']
  readonly claims: readonly string[]
  readonly sources: readonly string[]
  /** Whether no claim states it: it was inferred, attributed or presumed. */
  readonly inferred: boolean
}

/** Why an asserted claim is no evidence: it only purports, or a standing claim denies it. */
export type Unfit = { readonly claim: DatingClaim; readonly why: 'purported' | 'denied' }

// Properties of which the vocabulary lets a document have one value, and of which several are therefore alternatives.
const singleValued = new Set(['issuer', 'date-borne', 'place', 'annex-of', 'copy-of', 'translation-of'])

/**
 * What the claims assert of a property, as groups: the members of a group are alternatives, of which one holds. Denied,
 * deprecated and purported claims assert nothing, nor do those that another claim denies, unless an archivist prefers
 * them. Of a single-valued property the preferred claims settle it, else all are one group.
 */
export function assertionsOf(claims: readonly DatingClaim[], property: string): readonly Assertion[][] {
  const said = claims.filter((claim) => claim.property === property)
  const denials = said.filter(isDenial)
  const fit = said.filter((claim) => unfit(claim, denials) === null)
  if (fit.length === 0) return []
  if (!singleValued.has(property)) return alike(fit).map((assertion) => [assertion])
  const preferred = fit.filter(({ rank }) => rank === 'preferred')
  return [alike(preferred.length > 0 ? preferred : fit)]
}

/** The asserted claims of a property that are no evidence although nobody deprecated them. */
export function unfitClaims(claims: readonly DatingClaim[], property: string): readonly Unfit[] {
  const said = claims.filter((claim) => claim.property === property)
  const denials = said.filter(isDenial)
  return said.flatMap((claim) => {
    const why = unfit(claim, denials)
    return why === 'purported' || why === 'denied' ? [{ claim, why }] : []
  })
}

const isDenial = ({ polarity, rank, nature }: DatingClaim) =>
  polarity === 'denied' && rank !== 'deprecated' && nature !== 'purported'

function unfit(
  claim: DatingClaim,
  denials: readonly DatingClaim[],
): 'purported' | 'denied' | 'silent' | null {
  if (claim.polarity === 'denied' || claim.rank === 'deprecated') return 'silent'
  if (claim.nature === 'purported') return 'purported'
  const isDenied = denials.some(
    ({ rank, value }) =>
      (rank === 'preferred' || claim.rank !== 'preferred') && targetOf(value) === targetOf(claim.value),
  )
  return isDenied ? 'denied' : null
}

const pointers = ['agent', 'document', 'happening', 'place', 'source', 'edtf', 'value', 'text']

function targetOf(value: DatingClaim['value']): string {
  const pointer = pointers.find((name) => typeof value[name] === 'string')
  return pointer === undefined ? JSON.stringify(value) : `${pointer} ${value[pointer]}`
}

function alike(claims: readonly DatingClaim[]): Assertion[] {
  const groups = Map.groupBy(claims, ({ subject, value }) => {
    const said = Object.entries(value).filter(
      ([name, content]) => content !== null && name !== 'asWritten' && name !== 'act',
    )
    return JSON.stringify([subject.id, said.sort(([a], [b]) => (a < b ? -1 : 1))])
  })
  const alternatives = [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const [{ property, subject, value } = group[0] as DatingClaim] = sorted
    return {
      property,
      subject,
      value,
      claims: sorted.map(({ id }) => id),
      sources: distinct(...sorted.map(supportOf)),
      inferred: sorted.every(isInference),
    }
  })
  return alternatives.sort((a, b) => (String(a.claims) < String(b.claims) ? -1 : 1))
}

/** A text field of a value; undefined where it is something else. */
export function textOf(value: DatingClaim['value'], field: string): string | undefined {
  const content = value[field]
  return typeof content === 'string' && content !== '' ? content : undefined
}
