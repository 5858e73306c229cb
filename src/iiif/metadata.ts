import type { AgentView } from '../domain/authority/agent.ts'
import type { Authority } from '../domain/authority/authority.ts'
import { textIn, textsIn, valuesOf } from '../domain/claim/read-view.ts'
import type { Claim } from '../domain/claim.ts'
import { type Collection, referencePathOf } from '../domain/collection/collection.ts'
import { english as englishDates } from '../domain/date/english.ts'
import { sayDate } from '../domain/date/say-date.ts'
import type { Description } from '../domain/description.ts'
import type { DateStatus } from '../domain/shown-date.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import {
  english,
  type LanguageMap,
  languageName,
  named,
  type Said,
  together,
  translations,
  unspoken,
} from './language-map.ts'

/** A pair of words for people (IIIF Presentation 3.0, 3.1, metadata). */
export type Entry = { label: LanguageMap; value: LanguageMap }

export type Agents = ReadonlyMap<string, Authority<AgentView>>

/** What is said of a document, as far as who asks may see it. */
export type Described = {
  description: Description
  /** What misleads people about it. */
  notes: readonly string[]
  claims: readonly Claim[]
  /** By the ids that claims name them by. */
  agents: Agents
  witnesses: readonly WitnessRecord[]
  collections: readonly Collection[]
}

/** The title that people see, in each language that the best titles are in. */
export function titleOf({ description, claims }: Described): LanguageMap {
  const said = saidOf(valuesOf(documentClaims(claims), 'title'))
  return said.length === 0 ? unspoken(description.title) : translations(said)
}

/** What is told of a document beside its title, in the order in which it is to be shown. */
export function metadataOf(described: Described): Entry[] {
  const { description, notes, claims, agents, witnesses, collections } = described
  const about = documentClaims(claims)
  const people = (property: string) => named(valuesOf(about, property).map((value) => namesOf(value, agents)))
  const texts = (property: string) => together(saidOf(valuesOf(about, property)))
  return [
    entry('Other titles', together(otherTitles(described))),
    entry('Date', english(...dateSaid(description))),
    entry('Creator', people('author')),
    entry('Issued by', people('issuer')),
    entry('Signed by', people('signatory')),
    entry('Addressed to', people('addressee')),
    entry('Type', texts('genre')),
    entry('Language', english(...textsIn(about, 'language', 'text').map(languageName))),
    entry(
      'Identifier',
      unspoken(...description.identifiers.map(({ scheme, value }) => `${value} (${scheme})`)),
    ),
    entry('Subject', texts('subject')),
    entry('Collection', unspoken(...collections.map(collectionName))),
    entry('Held by', named(witnesses.map(({ view: { holder } }) => (holder ? namesOf(holder, agents) : [])))),
    entry('Disputed', english(...description.disputed)),
    entry('Note', english(...notes)),
  ].filter(({ value }) => Object.values(value).some((said) => said.length > 0))
}

/** An agent's names by language, the first in each. */
export const agentNames = ({ view }: Authority<AgentView>): LanguageMap =>
  translations(view.names.length > 0 ? view.names : [{ text: 'Unnamed', lang: 'en' }])

export const documentClaims = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ subject }) => subject.type === 'document')

const entry = (label: string, value: LanguageMap): Entry => ({ label: english(label), value })

const saidOf = (values: readonly Claim['value'][]): Said[] =>
  values.flatMap((value) => {
    const text = textIn(value, 'text')
    return text === null ? [] : [{ text, lang: textIn(value, 'lang') }]
  })

function namesOf(value: Claim['value'], agents: Agents): Said[] {
  const agent = agents.get(textIn(value, 'agent') ?? '')
  return agent ? [...agent.view.names] : saidOf([value])
}

/** Titles that somebody gives it, the wrong ones left out, beside those that head it. */
function otherTitles(described: Described): Said[] {
  const heading = new Set(Object.values(titleOf(described)).flat())
  const given = documentClaims(described.claims).filter(
    ({ property, polarity, rank }) =>
      property === 'title' && polarity === 'asserted' && rank !== 'deprecated',
  )
  const revised = new Set(described.claims.map(({ revisionOf }) => revisionOf))
  const texts = new Map(
    saidOf(given.filter(({ id }) => !revised.has(id)).map(({ value }) => value)).map((said) => [
      said.text,
      said,
    ]),
  )
  return [...texts.values()].filter(({ text }) => !heading.has(text))
}

const doubts: Partial<Record<DateStatus, string>> = {
  inferred: 'inferred',
  disputed: 'disputed',
  conflicting: 'the evidence is against it',
}

function dateSaid({ date: { edtf, status } }: Description): string[] {
  if (edtf === null) return []
  const said = sayDate({ edtf }, englishDates)
  const doubt = doubts[status]
  return [doubt === undefined ? said : `${said} (${doubt})`]
}

function collectionName(collection: Collection): string {
  const code = referencePathOf(collection)
  return code === null ? collection.title : `${collection.title} (${code})`
}
