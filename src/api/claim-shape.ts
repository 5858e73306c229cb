import { z } from 'zod'
import {
  type Claim,
  certainties,
  natures,
  polarities,
  ranks,
  reasons,
  stances,
  subjectTypes,
} from '../domain/claim.ts'
import { text } from './fields.ts'

const Subject = z.object({ type: z.enum(subjectTypes), id: z.string().max(100) }).meta({ id: 'Subject' })

const Value = z
  .looseObject({})
  .meta({ id: 'ClaimValue', description: 'Its fields are those of its property: see /vocabulary' })

export const Citations = z
  .array(
    z.object({
      source: z.string().max(100),
      locator: text(500).nullish(),
      quote: text(10_000).nullish(),
      stance: z.enum(stances).default('states'),
    }),
  )
  .max(100)
  .transform((given) =>
    given.map(({ locator = null, quote = null, ...rest }) => ({ ...rest, locator, quote })),
  )

/** How a claim is said; every field may be left out. */
const saying = {
  polarity: z.enum(polarities).optional(),
  rank: z.enum(ranks).optional(),
  reasons: z.array(z.enum(reasons)).max(20).optional(),
  certainty: z.enum(certainties).optional(),
  nature: z.enum(natures).optional(),
  sources: Citations.optional(),
  note: text(100_000).nullish(),
}

export const ClaimBody = z
  .object({
    subject: Subject.optional().meta({ description: 'As the address says already' }),
    property: z.string(),
    value: Value,
    ...saying,
  })
  .meta({ id: 'NewClaim' })

export const ClaimOfBody = ClaimBody.extend({ subject: Subject }).meta({ id: 'NewClaimOf' })

export const RevisionBody = z.object({ value: Value.optional(), ...saying }).meta({ id: 'ClaimRevision' })

export const CitationReply = z
  .object({
    source: z.string(),
    locator: z.string().nullable(),
    quote: z.string().nullable(),
    stance: z.enum(stances),
  })
  .meta({ id: 'Citation' })

export const ClaimReply = z
  .object({
    id: z.string(),
    subject: Subject,
    property: z.string(),
    value: Value,
    polarity: z.enum(polarities),
    rank: z.enum(ranks),
    reasons: z.array(z.enum(reasons)),
    certainty: z.enum(certainties),
    nature: z.enum(natures),
    sources: z.array(CitationReply),
    note: z.string().nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
    revisionOf: z.string().nullable(),
  })
  .meta({ id: 'Claim' })

export const ClaimWithHistoryReply = ClaimReply.extend({
  revisions: z
    .array(ClaimReply)
    .meta({ description: 'What it revised and what revised it, itself included, oldest first' }),
}).meta({ id: 'ClaimWithRevisions' })

export const ClaimListReply = z.object({ items: z.array(ClaimReply), next: z.string().nullable() })

/** A claim as it is shown. */
export const presentClaim = (claim: Claim): z.input<typeof ClaimReply> => ({
  ...claim,
  reasons: [...claim.reasons],
  sources: [...claim.sources],
})
