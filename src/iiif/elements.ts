import { type Collection, type elementNames, referencePathOf } from '../domain/collection/collection.ts'
import { english as englishDates } from '../domain/date/english.ts'
import { sayDate } from '../domain/date/say-date.ts'
import { english, unspoken } from './language-map.ts'
import type { Entry } from './metadata.ts'

/** The elements of ISAD(G) by their names in the standard, in its order; the scope stands as the summary. */
const labels = {
  dates: 'Dates',
  extent: 'Extent and medium',
  creator: 'Name of creator',
  adminHistory: 'Administrative or biographical history',
  archivalHistory: 'Archival history',
  accession: 'Immediate source of acquisition',
  donor: 'Donor',
  appraisal: 'Appraisal, destruction and scheduling',
  accruals: 'Accruals',
  arrangement: 'System of arrangement',
  accessConditions: 'Conditions governing access',
  reproductionConditions: 'Conditions governing reproduction',
  languages: 'Language and scripts of material',
  physicalCharacteristics: 'Physical characteristics and technical requirements',
  findingAids: 'Finding aids',
  originals: 'Existence and location of originals',
  copies: 'Existence and location of copies',
  relatedUnits: 'Related units of description',
  publicationNote: 'Publication note',
  note: 'Note',
} as const satisfies Record<Exclude<(typeof elementNames)[number], 'scopeAndContent'>, string>

/** What is written of a collection, as pairs of words for people. */
export function elementsOf(collection: Collection): Entry[] {
  const { level, elements } = collection
  const code = referencePathOf(collection)
  const entries: Entry[] = [{ label: english('Level of description'), value: english(level) }]
  if (code !== null) entries.unshift({ label: english('Reference code'), value: unspoken(code) })
  for (const [name, label] of Object.entries(labels)) {
    const said = elements[name as keyof typeof labels]
    if (said === undefined) continue
    const value = name === 'dates' ? english(sayDate({ edtf: said }, englishDates)) : unspoken(said)
    entries.push({ label: english(label), value })
  }
  return entries
}
