import type { ClaimValue } from '../claim.ts'
import { invalid } from '../errors.ts'
import {
  edtf,
  edtfIn,
  type Field,
  id,
  languageTag,
  latitude,
  locator,
  longitude,
  oneOf,
  script,
  text,
  uri,
  yes,
} from './fields.ts'
import type { Property, TargetType, ValueType } from './vocabulary.ts'

/** How the value of a type is read: its fields, those that are needed, those of which exactly one is, and defaults. */
type Shape = {
  fields: Readonly<Record<string, Field>>
  needs?: readonly string[]
  either?: readonly string[]
  defaults?: ClaimValue
}

const events = [
  'written',
  'signed',
  'issued',
  'approved',
  'sent',
  'received',
  'registered',
  'copied',
  'published',
] as const
const calendars = ['gregorian', 'julian', 'regnal', 'unknown', 'other'] as const
const material = ['paper', 'watermark', 'ink', 'script', 'letterhead', 'other'] as const
const headings = ['correct', 'misattributed', 'misleading', 'supplied'] as const

const dated = { edtf, asWritten: text(500), calendar: oneOf(calendars) }
const dateDefaults = { edtf: null, asWritten: null, calendar: 'gregorian' }

const shapes: Record<Exclude<ValueType, 'relation' | 'term'>, Shape> = {
  text: { fields: { text: text(2_000), lang: languageTag, kind: text(100) }, needs: ['text'] },
  longText: { fields: { text: text(100_000), lang: languageTag, kind: text(100) }, needs: ['text'] },
  language: { fields: { text: languageTag }, needs: ['text'] },
  identifier: {
    // In a register: the documents that stand next to it there.
    fields: { scheme: text(100), value: text(500), after: id, before: id },
    needs: ['scheme', 'value'],
  },
  date: { fields: dated, defaults: dateDefaults },
  dateOfEvent: {
    fields: { ...dated, event: oneOf(events) },
    defaults: { ...dateDefaults, event: 'written' },
  },
  dateBorne: {
    // How the act lies to the date on the face, where somebody says that they differ.
    fields: { ...dated, event: oneOf(events), act: oneOf(['later', 'earlier', 'different']) },
    defaults: { ...dateDefaults, event: 'written' },
  },
  terminus: {
    fields: { edtf, kind: oneOf(material), calendar: oneOf(calendars) },
    needs: ['edtf', 'kind'],
  },
  agent: { fields: { agent: id, text: text(1_000), capacity: text(500) }, either: ['agent', 'text'] },
  // `name` is what the text calls it.
  place: {
    fields: { place: id, text: text(1_000), role: text(100), name: text(500) },
    either: ['place', 'text'],
  },
  topic: {
    fields: { text: text(500), agent: id, place: id, happening: id, lang: languageTag },
    either: ['text', 'agent', 'place', 'happening'],
  },
  name: {
    fields: { text: text(500), lang: languageTag, script, kind: text(100), period: edtf },
    needs: ['text'],
  },
  period: { fields: { edtf, calendar: oneOf(calendars) }, needs: ['edtf'] },
  office: { fields: { title: text(500), agent: id, text: text(500), period: edtf }, needs: ['title'] },
  coordinates: { fields: { lat: latitude, lon: longitude }, needs: ['lat', 'lon'] },
  within: { fields: { place: id, period: edtf }, needs: ['place'] },
  sameAs: { fields: { uri }, needs: ['uri'] },
  collection: { fields: { collection: id }, needs: ['collection'] },
  heading: { fields: { text: text(2_000), status: oneOf(headings), names: id }, needs: ['text', 'status'] },
}

/**
 * A claim's value as the archive keeps it: cleaned, defaults filled in, nothing that its property does not know.
 * `{none: true}` (it bears none) and `{unknown: true}` (it has one that is not known) are values of every property.
 * Throws ArchiveError('invalid-input') that names the field below `value`.
 */
export function readValue(property: Property, given: unknown): ClaimValue {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid('value', 'must be an object of fields, such as {"text": "…"}.')
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  if ('none' in fields || 'unknown' in fields) return readAbsence(property, fields)
  const shape = shapeOf(property)
  const value: Record<string, string | number | boolean> = {}
  for (const [name, content] of Object.entries(fields)) {
    const known = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
    const read = name === 'edtf' && 'calendar' in shape.fields ? edtfIn(fields.calendar) : known
    if (!read) throw invalid(`value.${name}`, unknownField(property, shape))
    value[name] = read(content, `value.${name}`)
  }
  for (const name of shape.needs ?? []) if (!(name in value)) throw invalid(`value.${name}`, 'is required.')
  refuseSeveral(shape, value)
  const whole = { ...shape.defaults, ...value }
  if ('calendar' in whole && whole.edtf === null && whole.asWritten === null)
    throw invalid('value.edtf', 'is required, or asWritten where the date cannot be written as EDTF.')
  return whole
}

/** The fields that the values of a property may have. */
export const fieldsOf = (property: Valued): string[] => Object.keys(shapeOf(property).fields)

/** The closed lists of those fields that have one, by the field. */
export const choicesOf = (property: Valued): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(shapeOf(property).fields).flatMap(([name, { choices }]) =>
      choices ? [[name, [...choices]]] : [],
    ),
  )

type Valued = Pick<Property, 'name' | 'value' | 'targets' | 'terms'>

/** What can be said of a relation beside the thing to which it leads. */
const asides: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'printed-in': { locator },
  // What was still to come proves nothing; `name` is what the text calls it.
  mentions: { tense: oneOf(['past', 'present', 'future']), name: text(500) },
  'annex-of': { later: yes },
}

function shapeOf({ name, value, targets, terms }: Valued): Shape {
  if (value === 'term') return { fields: { text: oneOf(terms) }, needs: ['text'] }
  if (value !== 'relation') return shapes[value]
  const things = Object.fromEntries(targets.map((type: TargetType) => [type, id]))
  return { fields: { ...things, ...asides[name] }, either: targets }
}

function readAbsence({ value, name }: Property, fields: Readonly<Record<string, unknown>>): ClaimValue {
  const absence: Record<string, string | boolean> = {}
  for (const [field, content] of Object.entries(fields)) {
    if (field === 'scheme' && value === 'identifier') absence.scheme = text(100)(content, 'value.scheme')
    else if (field !== 'none' && field !== 'unknown')
      throw invalid(`value.${field}`, 'cannot stand beside none or unknown.')
    else if (content !== true) throw invalid(`value.${field}`, 'can only be true; leave it out else.')
    else absence[field] = true
  }
  if (absence.none && absence.unknown)
    throw invalid(
      'value.unknown',
      `cannot be said together with none: either there is no ${name}, or it is not known.`,
    )
  return absence
}

function refuseSeveral({ either }: Shape, value: Readonly<Record<string, unknown>>): void {
  if (!either) return
  const said = either.filter((name) => name in value)
  if (said.length === 1) return
  const [path] = said.length === 0 ? either : said.slice(1)
  throw invalid(`value.${path}`, `exactly one of ${either.join(', ')} is needed here.`)
}

const unknownField = ({ name }: Property, { fields }: Shape): string =>
  `is not known here: a value of '${name}' has ${Object.keys(fields).join(', ')}, or is {"none": true} or {"unknown": true}.`
