import type { Shown } from '../document.ts'

/** The levels of arrangement of ISAD(G), from the whole to the single piece. */
export const levels = [
  'fonds',
  'subfonds',
  'collection',
  'series',
  'subseries',
  'file',
  'item',
  'other',
] as const
export type Level = (typeof levels)[number]

/** The elements of ISAD(G) that a unit may be described by beside its title, level and code; all are texts. */
export const elementNames = [
  'dates',
  'extent',
  'creator',
  'adminHistory',
  'archivalHistory',
  'accession',
  'donor',
  'scopeAndContent',
  'appraisal',
  'accruals',
  'arrangement',
  'accessConditions',
  'reproductionConditions',
  'languages',
  'physicalCharacteristics',
  'findingAids',
  'originals',
  'copies',
  'relatedUnits',
  'publicationNote',
  'note',
] as const
export type Elements = { readonly [Name in (typeof elementNames)[number]]?: string }

/** A unit's place in the tree, as its neighbours name it. */
export type Unit = { id: string; level: Level; referenceCode: string | null; title: string }

/** A unit of arrangement: a fonds, series, file … within another, or by itself. No more people see what lies in it than it says. */
export type Collection = Unit &
  Shown & {
    version: number
    parent: string | null
    elements: Elements
    /** The units in which it lies, the whole first. */
    path: readonly Unit[]
    createdBy: string
    createdAt: string
    updatedAt: string
  }

/** The reference codes from the whole down to the unit, as a reader orders it: fond/opis/delo. */
export const referencePathOf = ({ path, referenceCode }: Pick<Collection, 'path' | 'referenceCode'>) => {
  const codes = [...path.map((unit) => unit.referenceCode), referenceCode].filter((code) => code !== null)
  return codes.length > 0 ? codes.join('/') : null
}
