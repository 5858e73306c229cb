import { alto, hocr } from '../domain/media-types.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { IiifAddresses } from './addresses.ts'
import { english, unspoken } from './language-map.ts'
import { type Agents, agentNames } from './metadata.ts'
import type { Sequence } from './ranges.ts'

/** A page of the reading room (IIIF Presentation 3.0, 3.3.1, homepage). */
export const homepageOf = (id: string) => [
  { id, type: 'Text', label: english('In the reading room'), format: 'text/html', language: ['en'] },
]

/** The document as PDF and as text, a file of each for each witness with pages (3.3.1, rendering). */
export const renderingOf = (at: IiifAddresses, sequences: readonly Sequence[]) =>
  eachExport(sequences, (query, name, language) => [
    {
      id: `${at.described}/export.pdf${query}`,
      type: 'Text',
      label: english(`PDF${name}`),
      format: 'application/pdf',
      ...language,
    },
    {
      id: `${at.described}/export.txt${query}`,
      type: 'Text',
      label: english(`Text${name}`),
      format: 'text/plain',
      ...language,
    },
  ])

/** The document for machines: all that is said of it as JSON-LD, its pages as ALTO and hOCR (3.3.1, seeAlso). */
export const seeAlsoOf = (at: IiifAddresses, sequences: readonly Sequence[]) => [
  {
    id: `${at.described}/export.jsonld`,
    type: 'Dataset',
    label: english('All that is said of it, with the sources (JSON-LD)'),
    format: 'application/ld+json',
    profile: 'https://www.ica.org/standards/RiC/ontology',
  },
  ...eachExport(sequences, (query, name) => [
    {
      id: `${at.described}/export.alto.xml${query}`,
      type: 'Dataset',
      label: english(`ALTO${name}`),
      format: alto,
      profile: 'http://www.loc.gov/standards/alto/ns-v4#',
    },
    {
      id: `${at.described}/export.hocr${query}`,
      type: 'Dataset',
      label: english(`hOCR${name}`),
      format: hocr,
      profile: 'http://kba.cloud/hocr-spec/1.2/',
    },
  ]),
]

/** Who holds the paper, as far as they are known by more than a name, and the archive that serves it (3.1, provider). */
export function providersOf(at: IiifAddresses, witnesses: readonly WitnessRecord[], agents: Agents) {
  const holders = new Set(witnesses.flatMap(({ view }) => agents.get(view.holder?.agent ?? '') ?? []))
  return [
    ...[...holders].map((agent) => {
      const label = agentNames(agent)
      const [[first = ''] = []] = Object.values(label)
      return agentOf(at.agent(agent.id), label, `${at.baseUrl}/agents/${agent.id}`, first)
    }),
    archiveOf(at.baseUrl),
  ]
}

/** The archive itself, under its host name. */
export function archiveOf(baseUrl: string) {
  const host = URL.parse(baseUrl)?.host ?? baseUrl
  return agentOf(`${baseUrl}/`, unspoken(host), `${baseUrl}/`, host)
}

const agentOf = (id: string, label: object, home: string, homeLabel: string) => ({
  id,
  type: 'Agent',
  label,
  homepage: [{ id: home, type: 'Text', label: unspoken(homeLabel), format: 'text/html', language: ['en'] }],
})

function eachExport<T>(
  sequences: readonly Sequence[],
  linksOf: (query: string, name: string, language: { language?: string[] }) => T[],
): T[] {
  const withPages = sequences.filter(({ entries }) => entries.some(({ kind }) => kind === 'page'))
  return withPages.flatMap(({ id, label, language }) =>
    linksOf(
      `?witness=${encodeURIComponent(id)}`,
      withPages.length > 1 ? `: ${label}` : '',
      language === null ? {} : { language: [language] },
    ),
  )
}
