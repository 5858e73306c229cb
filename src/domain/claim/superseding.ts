import type { Claim, ClaimDraft } from '../claim.ts'

/** The claim by which a value is taken back: it deprecates the one that said it, as superseded. */
export const withdrawn = ({ id, subject, property, value }: Claim): ClaimDraft => ({
  subject,
  property,
  value,
  rank: 'deprecated',
  reasons: ['superseded'],
  revisionOf: id,
})

/** The same text for values that say the same. */
export const sameness = (value: ClaimDraft['value']): string => JSON.stringify(Object.entries(value).sort())
