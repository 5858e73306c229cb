import type { Reply } from '../api/ask.ts'
import { readDate, readGregorian } from '../forms/read-date.ts'

/** A property as the vocabulary has it. */
export type Property = Reply<'readVocabulary'>['items'][number]

/** Whether there is a value at all: one, or that there is none, or that it is not known which. */
export const presences = ['value', 'none', 'unknown'] as const

/** The fields of a value as they are typed; things by their ids, what is not said is empty. */
export type ValueDraft = Readonly<Record<string, string>>

/** How a field of a value is filled in. */
export type Control = 'text' | 'long' | 'date' | 'choice' | 'yes' | 'number' | ThingField
export type ThingField = 'agent' | 'place' | 'happening' | 'document' | 'source' | 'collection'

const things: readonly string[] = ['agent', 'place', 'happening', 'document', 'source', 'collection']
/** Fields that hold the ids of documents under other names. */
const documents: readonly string[] = ['names', 'after', 'before']

/** How a field of a property's value is filled in. */
export function controlOf(
  { valueType, choices }: Pick<Property, 'valueType' | 'choices'>,
  field: string,
): Control {
  if (field in choices) return 'choice'
  if (field === 'edtf' || field === 'period') return 'date'
  if (documents.includes(field)) return 'document'
  if (things.includes(field)) return field as ThingField
  if (field === 'later') return 'yes'
  if (field === 'lat' || field === 'lon') return 'number'
  return field === 'text' && valueType === 'longText' ? 'long' : 'text'
}

/** The fields of which a value has exactly one; none where that is not so. */
export function alternativesOf({ valueType, targets, fields }: Property): readonly string[] {
  if (valueType === 'relation') return targets
  const either: Record<string, readonly string[]> = {
    agent: ['agent', 'text'],
    place: ['place', 'text'],
    topic: ['text', 'agent', 'place', 'happening'],
    office: ['agent', 'text'],
  }
  return (either[valueType] ?? []).filter((field) => fields.includes(field))
}

/** The fields without which there is no value. */
export const isNeeded = ({ valueType }: Property, field: string): boolean =>
  ({
    identifier: ['scheme', 'value'],
    office: ['title'],
    within: ['place'],
    coordinates: ['lat', 'lon'],
    terminus: ['edtf', 'kind'],
    heading: ['text', 'status'],
    sameAs: ['uri'],
    collection: ['collection'],
    period: ['edtf'],
  })[valueType]?.includes(field) ??
  (field === 'text' && !['agent', 'place', 'topic'].includes(valueType))

/** A value as it is typed. `presence` and, where there are alternatives, `which` stand beside its fields. */
export function draftOfValue(
  property: Property,
  value: Readonly<Record<string, unknown>> | null,
): ValueDraft {
  const draft: Record<string, string> = { presence: 'value' }
  if (value?.none === true) draft.presence = 'none'
  if (value?.unknown === true) draft.presence = 'unknown'
  for (const field of property.fields) draft[field] = value?.[field] == null ? '' : String(value[field])
  const alternatives = alternativesOf(property)
  draft.which = alternatives.find((field) => draft[field] !== '') ?? alternatives[0] ?? ''
  if (value === null && property.choices.calendar) draft.calendar = 'gregorian'
  if (value === null && property.choices.event) draft.event = 'written'
  return draft
}

/** The value for the API, dates read by the archive; throws WrongFields under `value` where one cannot be. */
export async function saidValue(property: Property, draft: ValueDraft): Promise<Record<string, unknown>> {
  if (draft.presence === 'none')
    return { none: true, ...(property.name === 'identifier' && draft.scheme && { scheme: draft.scheme }) }
  if (draft.presence === 'unknown') return { unknown: true }
  const value: Record<string, unknown> = {}
  for (const field of shownFields(property, draft)) {
    const typed = draft[field]?.trim() ?? ''
    const control = controlOf(property, field)
    if (typed === '') continue
    if (control === 'yes') value[field] = typed === 'true'
    else if (control === 'number') value[field] = Number(typed.replace(',', '.'))
    else if (control === 'date') Object.assign(value, await dated(property, draft, field, typed))
    else value[field] = value[field] ?? typed
  }
  return Object.fromEntries(Object.entries(value).filter(([, said]) => said !== false))
}

/** The fields that are asked for: of alternatives only the one that was chosen. */
export function shownFields(property: Property, { which }: ValueDraft): string[] {
  const alternatives = alternativesOf(property)
  return property.fields.filter((field) => !alternatives.includes(field) || field === which)
}

const calendars = ['gregorian', 'julian', 'unknown'] as const

async function dated(property: Property, draft: ValueDraft, field: string, typed: string) {
  const path = `value.${field}`
  if (field !== 'edtf' || !property.choices.calendar) return { [field]: await readGregorian(typed, path) }
  const calendar = calendars.find((one) => one === draft.calendar)
  // Of other calendars the archive reads no words.
  if (!calendar) return { edtf: typed, calendar: draft.calendar }
  const read = await readDate(typed, path, calendar)
  return { edtf: read.edtf, calendar: read.calendar }
}
