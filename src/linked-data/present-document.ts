import type { AgentView } from '../domain/authority/agent.ts'
import type { Authority } from '../domain/authority/authority.ts'
import { labelOf } from '../domain/authority/describe-authority.ts'
import { textIn, valuesOf } from '../domain/claim/read-view.ts'
import type { Claim } from '../domain/claim.ts'
import type { Collection } from '../domain/collection/collection.ts'
import { boundsOf } from '../domain/date/bounds.ts'
import { readEdtf } from '../domain/date/edtf.ts'
import { english } from '../domain/date/english.ts'
import { sayDate } from '../domain/date/say-date.ts'
import type { Description } from '../domain/description.ts'
import type { Source } from '../domain/source/source.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import { contextOf } from './context.ts'
import { type Addresses, addresses, type Node, saying } from './nodes.ts'
import { dateNode, statementOf } from './statement.ts'
import { witnessNodes } from './witness.ts'

/** A document with all that is said of it, each thing as far as it may be seen. */
export type Told = {
  id: string
  description: Description
  witnesses: readonly WitnessRecord[]
  /** All claims about the document and its witnesses that may be seen, revised ones included. */
  claims: readonly Claim[]
  agents: readonly Authority<AgentView>[]
  sources: readonly Source[]
  collections: readonly Collection[]
}

/**
 * A document as JSON-LD 1.1: a rico:Record with its instantiations, files and marks, every claim as a statement, and the
 * agents, sources and collections that they name. The context is inside.
 */
export function documentAsJsonLd(baseUrl: string, told: Told): Node {
  const at = addresses(baseUrl)
  return {
    '@context': contextOf(baseUrl),
    '@graph': [
      recordNode(told, at),
      ...told.witnesses.flatMap((witness) => witnessNodes(witness, told.claims, at)),
      ...told.claims.map((claim) => statementOf(claim, at)),
      ...told.agents.map((agent) => agentNode(agent, at)),
      ...told.sources.map((source) => sourceNode(source, at)),
      ...told.collections.map(({ id, title, referenceCode }) =>
        saying({ id: at.collection(id), type: 'rico:RecordSet', title, identifier: referenceCode }),
      ),
    ],
  }
}

function recordNode({ id, description, witnesses, claims, collections }: Told, at: Addresses): Node {
  const { title, date, type, language, subjects, identifiers, abstract, rights } = description
  const own = claims.filter(({ subject }) => subject.id === id)
  return saying({
    id: at.document(id),
    type: 'rico:Record',
    title,
    identifier: identifiers.map(({ value }) => value),
    creator: named(own, 'author', at),
    addressee: named(own, 'addressee', at),
    creationDate:
      date.edtf === null ? null : { ...spanOf(date.edtf), ...dateNode(date.edtf, said(date.edtf)) },
    language: language === null ? null : { type: 'rico:Language', name: language },
    documentaryFormType: type === null ? null : { type: 'rico:DocumentaryFormType', name: type },
    topic: subjects.map((name) => ({ type: 'rico:Thing', name })),
    scopeAndContent: abstract,
    conditionsOfUse: rights,
    includedIn: collections.map((collection) => at.collection(collection.id)),
    instantiation: witnesses.map((witness) => at.witness(witness.id)),
    annotationService: `${at.document(id)}/annotations/`,
  })
}

/** Those whom claims name: by their address, or by their name alone. */
function named(claims: readonly Claim[], property: string, at: Addresses): unknown[] {
  return valuesOf(claims, property).flatMap((value): unknown[] => {
    const agent = textIn(value, 'agent')
    const name = textIn(value, 'text')
    if (agent !== null) return [at.agent(agent)]
    return name === null ? [] : [{ type: 'rico:Agent', name }]
  })
}

const said = (edtf: string) => sayDate({ edtf }, english)

function spanOf(edtf: string): Node {
  const read = readEdtf(edtf)
  if (!read.ok) return {}
  const { earliest, latest } = boundsOf(read.ranges)
  return saying({ beginningDate: earliest, endDate: latest })
}

const agentTypes = {
  person: 'rico:Person',
  family: 'rico:Family',
  corporateBody: 'rico:CorporateBody',
} as const

function agentNode({ id, kind, view }: Authority<AgentView>, at: Addresses): Node {
  const lived = view.existence.length === 1 ? spanOf(view.existence[0] ?? '') : {}
  return saying({
    id: at.agent(id),
    type: kind === null ? 'rico:Agent' : agentTypes[kind],
    label: labelOf(view),
    name: view.names.map(({ text, lang }) => (lang === null ? text : { '@value': text, '@language': lang })),
    date: view.existence,
    ...lived,
    history: view.note,
  })
}

function sourceNode({ id, work }: Source, at: Addresses): Node {
  const isDocument = work.document !== null
  return saying({
    id: at.source(id),
    type: 'rico:RecordResource',
    title: isDocument ? work.title : work.csl.title,
    specializationOf: isDocument ? at.document(work.document) : null,
    csl: isDocument ? null : work.csl,
  })
}
