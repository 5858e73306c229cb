import type { Claim, ClaimValue } from '../domain/claim.ts'
import { type Addresses, type Node, saying } from './nodes.ts'

const ranks = {
  preferred: 'wikibase:PreferredRank',
  normal: 'wikibase:NormalRank',
  deprecated: 'wikibase:DeprecatedRank',
} as const

/**
 * A claim as an RDF statement with who recorded it when, its rank, and the sources that it rests on. `value` is the whole
 * value; `object` what of it RDF can say.
 */
export function statementOf(claim: Claim, at: Addresses): Node {
  const { subject, sources, value } = claim
  return saying({
    id: at.claim(claim.id),
    type: 'rdf:Statement',
    subject: at[subject.type](subject.id),
    predicate: `fonds:${claim.property}`,
    object: objectOf(value, at),
    value,
    rank: ranks[claim.rank],
    polarity: `fonds:${claim.polarity}`,
    nature: `fonds:${claim.nature}`,
    certainty: `fonds:${claim.certainty}-certainty`,
    reason: claim.reasons.map((reason) => `fonds:${reason}`),
    evidencedBy: [...new Set(sources.map(({ source }) => at.source(source)))],
    citations: sources.length > 0 ? sources : null,
    note: claim.note,
    attributedTo: { type: 'prov:Agent', label: claim.recordedBy },
    generatedAt: claim.recordedAt,
    revisionOf: claim.revisionOf && at.claim(claim.revisionOf),
  })
}

const things = ['document', 'agent', 'place', 'happening', 'source', 'collection'] as const

function objectOf(value: ClaimValue, at: Addresses): unknown {
  if (value.none === true) return { id: 'fonds:none' }
  if (value.unknown === true) return { id: 'fonds:unknown' }
  for (const type of things) {
    const id = value[type]
    if (typeof id === 'string') return { id: at[type](id) }
  }
  if ('edtf' in value) return dateNode(textOf(value.edtf), textOf(value.asWritten))
  const text = textOf(value.text) ?? textOf(value.value) ?? textOf(value.uri) ?? textOf(value.title)
  if (text === null) return { '@value': value, '@type': '@json' }
  const language = textOf(value.lang)
  return language === null ? text : { '@value': text, '@language': language }
}

/** A date: as EDTF, and as it was written. */
export const dateNode = (edtf: string | null, written: string | null): Node =>
  saying({ type: 'rico:Date', normalizedDateValue: edtf, expressedDate: written })

const textOf = (given: unknown): string | null => (typeof given === 'string' ? given : null)
