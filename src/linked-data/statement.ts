import type { Citation, Claim, ClaimValue } from '../domain/claim.ts'
import { readDated } from '../domain/date/dated.ts'
import { edtfOf } from '../domain/date/write-edtf.ts'
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
    citations: sources.map((citation) => citationNode(citation, at)),
    note: claim.note,
    attributedTo: { type: 'prov:Agent', label: claim.recordedBy },
    generatedAt: claim.recordedAt,
    revisionOf: claim.revisionOf && at.claim(claim.revisionOf),
  })
}

/** Where in a source it stands, as a part of it that a Web Annotation would be about, with the words there. */
function citationNode({ source, locator, quote, stance }: Citation, at: Addresses): Node {
  return saying({
    type: 'oa:SpecificResource',
    hasSource: at.source(source),
    locator,
    stance: `fonds:${stance}`,
    selector: quote === null ? null : { type: 'oa:TextQuoteSelector', exact: quote },
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
  if ('edtf' in value) return dateNode(gregorian(value), textOf(value.asWritten))
  const text = textOf(value.text) ?? textOf(value.value) ?? textOf(value.uri) ?? textOf(value.title)
  if (text === null) return { '@value': value, '@type': '@json' }
  const language = textOf(value.lang)
  return language === null ? text : { '@value': text, '@language': language }
}

/** What RiC-O calls normalized is EDTF, and that is Gregorian: Old Style digits are converted. */
function gregorian({ edtf, calendar }: ClaimValue): string | null {
  const given = textOf(edtf)
  if (given === null || (calendar !== 'julian' && calendar !== 'unknown')) return given
  const read = readDated({ edtf: given, calendar })
  return read.ok ? edtfOf(read.ranges) : given
}

/** A date: as EDTF, and as it was written. */
export const dateNode = (edtf: string | null, written: string | null): Node =>
  saying({ type: 'rico:Date', normalizedDateValue: edtf, expressedDate: written })

const textOf = (given: unknown): string | null => (typeof given === 'string' ? given : null)
