import { editDistance } from './edit-distance.ts'

/** What a query can look in, written before a colon. */
const searchFields = [
  'title',
  'id',
  'by',
  'to',
  'place',
  'date',
  'type',
  'lang',
  'collection',
  'subject',
  'text',
  'mark',
  'note',
  'claim',
] as const

export type SearchField = (typeof searchFields)[number]

// What other catalogues call our fields.
const elsewhere: ReadonlyMap<string, SearchField> = new Map([
  ['author', 'by'],
  ['creator', 'by'],
  ['from', 'by'],
  ['signatory', 'by'],
  ['addressee', 'to'],
  ['recipient', 'to'],
  ['location', 'place'],
  ['year', 'date'],
  ['language', 'lang'],
  ['fonds', 'collection'],
  ['keyword', 'subject'],
  ['tag', 'subject'],
  ['body', 'text'],
  ['content', 'text'],
  ['stamp', 'mark'],
  ['annotation', 'note'],
  ['comment', 'note'],
  ['number', 'id'],
  ['identifier', 'id'],
])

/** The field of this name, in whichever case; null when there is none. */
export function fieldOf(name: string): SearchField | null {
  return searchFields.find((field) => field === name.toLowerCase()) ?? null
}

/** The field that somebody who wrote this name most likely meant. */
export function nearestField(name: string): SearchField {
  const meant = name.toLowerCase()
  const known = elsewhere.get(meant)
  if (known !== undefined) return known
  const distance = (field: string) => editDistance(meant, field) / Math.max(meant.length, field.length)
  return searchFields.reduce((best, field) => (distance(field) < distance(best) ? field : best))
}
