import type { SubjectType } from '../claim.ts'
import { invalid } from '../errors.ts'
import { editDistance } from '../search/edit-distance.ts'

/** What the value of a claim is made of; `claim/value.ts` knows the fields of each. */
export type ValueType =
  | 'text'
  | 'longText'
  | 'language'
  | 'term'
  | 'identifier'
  | 'date'
  | 'dateOfEvent'
  | 'dateBorne'
  | 'terminus'
  | 'agent'
  | 'place'
  | 'topic'
  | 'relation'
  | 'name'
  | 'period'
  | 'office'
  | 'coordinates'
  | 'within'
  | 'sameAs'
  | 'collection'
  | 'heading'

/** What a claim may point at. */
export type TargetType = 'document' | 'agent' | 'place' | 'happening' | 'source' | 'collection'

/** A property as the vocabulary has it. Of a single-valued one several best values are a dispute, `per` event or scheme. */
export type Property = {
  name: string
  label: string
  subjects: readonly SubjectType[]
  value: ValueType
  cardinality: 'single' | 'many'
  per: 'event' | 'scheme' | null
  /** For relations: what kinds of things they may lead to. */
  targets: readonly TargetType[]
  /** For terms: the closed list. */
  terms: readonly string[]
}

type More = Partial<Pick<Property, 'per' | 'targets' | 'terms'>>

const property = (
  subjects: string,
  name: string,
  label: string,
  value: ValueType,
  cardinality: Property['cardinality'],
  more: More = {},
): Property => ({
  name,
  label,
  subjects: subjects.split(' ') as SubjectType[],
  value,
  cardinality,
  per: null,
  targets: [],
  terms: [],
  ...more,
})

/** Of how a witness came to be. */
export const transmissions = [
  'original',
  'draft',
  'fair copy',
  'carbon',
  'certified copy',
  'edition',
  'translation',
  'surrogate',
] as const

const authenticities = ['genuine', 'forged', 'falsified', 'interpolated', 'disputed']
const document = { targets: ['document'] } as const
const writing = { targets: ['document', 'source'] } as const

/** Every property that a claim can have, and the kinds of things that can have it. */
export const vocabulary: readonly Property[] = [
  property('document', 'title', 'Title', 'text', 'many'),
  property('document', 'identifier', 'Identifier', 'identifier', 'single', { per: 'scheme' }),
  property('document', 'date', 'Date', 'dateOfEvent', 'single', { per: 'event' }),
  property('document', 'date-borne', 'Date that the text bears', 'dateBorne', 'single'),
  property('document witness', 'terminus', 'Terminus argued from the material', 'terminus', 'many'),
  property('document', 'author', 'Author', 'agent', 'many'),
  property('document', 'issuer', 'Issuing body', 'agent', 'single'),
  property('document', 'signatory', 'Signatory', 'agent', 'many'),
  property('document', 'addressee', 'Addressee', 'agent', 'many'),
  property('document', 'place', 'Place of writing', 'place', 'single'),
  property('document', 'classification', 'Classification', 'text', 'single'),
  property('document', 'genre', 'Genre', 'text', 'single'),
  property('document', 'subject', 'Subject', 'topic', 'many'),
  property('document', 'abstract', 'Abstract', 'longText', 'single'),
  property('document', 'incipit', 'Opening words', 'longText', 'single'),
  property('document', 'authenticity', 'Authenticity', 'term', 'single', { terms: authenticities }),
  property('document', 'rights', 'Rights', 'longText', 'single'),
  property('document', 'confused-with', 'Confused with', 'relation', 'many', document),
  property('document', 'different-from', 'Different from', 'relation', 'many', document),
  property('document', 'quotes', 'Quotes', 'relation', 'many', writing),
  property('document', 'copy-of', 'Copy of', 'relation', 'single', writing),
  property('document', 'translation-of', 'Translation of', 'relation', 'single', writing),
  property('document', 'answers', 'Answers', 'relation', 'many', writing),
  property('document', 'replaces', 'Replaces', 'relation', 'many', writing),
  property('document', 'annex-of', 'Annex of', 'relation', 'single', writing),
  property('document', 'prepares', 'Prepares', 'relation', 'many', { targets: ['happening'] }),
  property('document', 'mentions', 'Mentions', 'relation', 'many', {
    targets: ['agent', 'place', 'happening', 'document', 'source'],
  }),
  property('document witness', 'printed-in', 'Printed in', 'relation', 'many', writing),
  property('document witness', 'language', 'Language', 'language', 'many'),
  property('witness', 'label', 'Label', 'text', 'single'),
  property('witness', 'kind', 'Kind', 'text', 'single'),
  property('witness', 'transmission', 'Transmission', 'term', 'single', { terms: transmissions }),
  property('witness', 'holder', 'Holder', 'agent', 'single'),
  property('witness', 'shelfmark', 'Shelfmark', 'text', 'many'),
  property('witness', 'collection', 'Collection', 'collection', 'single', { targets: ['collection'] }),
  property('witness', 'heading-as-printed', 'Heading as printed', 'heading', 'single', document),
  property('witness', 'custody', 'Custody', 'longText', 'single'),
  property('witness happening', 'date', 'Date', 'date', 'single'),
  property('agent place happening', 'name', 'Name', 'name', 'many'),
  property('agent', 'existence', 'Period of existence', 'period', 'many'),
  property('agent', 'office', 'Office held', 'office', 'many'),
  property('agent', 'predecessor', 'Predecessor', 'relation', 'many', { targets: ['agent'] }),
  property('agent', 'successor', 'Successor', 'relation', 'many', { targets: ['agent'] }),
  property('place', 'coordinates', 'Coordinates', 'coordinates', 'single'),
  property('place', 'within', 'Lay within', 'within', 'many', { targets: ['place'] }),
  property('happening', 'place', 'Place', 'place', 'many'),
  property('happening', 'agent', 'Agent', 'agent', 'many'),
  property('agent place happening', 'same-as', 'Same as', 'sameAs', 'many'),
  property('agent place happening', 'note', 'Note', 'longText', 'single'),
]

const byName = Map.groupBy(vocabulary, ({ name }) => name)

/** The property of that name for a kind of thing, or undefined. */
export const findProperty = (type: SubjectType, name: string): Property | undefined =>
  byName.get(name)?.find(({ subjects }) => subjects.includes(type))

/** The property of that name; ArchiveError('invalid-input') names the nearest one where a kind of thing has none such. */
export function propertyOf(type: SubjectType, name: string): Property {
  const found = findProperty(type, name)
  if (found) return found
  const others = byName.get(name)?.flatMap(({ subjects }) => subjects)
  if (others) {
    const bearers = others.map((other) => `${other}s`.replace(/sss$/, 'sses')).join(' and ')
    throw invalid(
      'property',
      `'${name}' is said of ${bearers}, not of ${type === 'agent' ? 'an' : 'a'} ${type}.`,
    )
  }
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name
  throw invalid('property', `'${shown}' is not in the vocabulary. Did you mean '${nearest(type, name)}'?`)
}

/** What people call properties that are as far from their names as from others'. */
const synonyms: Readonly<Record<string, string>> = {
  creator: 'author',
  type: 'genre',
  number: 'identifier',
  recipient: 'addressee',
  signer: 'signatory',
  description: 'abstract',
  secrecy: 'classification',
  heading: 'heading-as-printed',
}

function nearest(type: SubjectType, name: string): string {
  const synonym = Object.hasOwn(synonyms, name) ? synonyms[name] : undefined
  if (synonym !== undefined && findProperty(type, synonym)) return synonym
  const asked = plain(name.slice(0, 100))
  const distance = (known: string) =>
    editDistance(asked, known) - (known.startsWith(asked) ? known.length : 0)
  const names = vocabulary.filter(({ subjects }) => subjects.includes(type)).map((known) => known.name)
  return names.reduce((best, known) => (distance(plain(known)) < distance(plain(best)) ? known : best))
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '')
