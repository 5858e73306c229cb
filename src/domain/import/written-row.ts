import { best, type Claim } from '../claim.ts'
import type { DocumentRecord } from '../document.ts'
import { type Column, columns } from './columns.ts'
import { guarded, writeIdentifiers, writeList } from './lists.ts'

/** A document as a row of an export, which an import reads back; what says nothing is left out. */
export type WrittenRow = Partial<Record<Column, string | string[] | { scheme: string; value: string }[]>>

/** What a row says beside the description: the standing claims, and names of what they point at. */
export type Beside = { claims: readonly Claim[]; collection: string | null; holder: string | null }

/** The row of a document. Its date is the one that is claimed, as EDTF and as it was written, never an inferred one. */
export function writtenRow(record: DocumentRecord, { claims, collection, holder }: Beside): WrittenRow {
  const { id, description, visibility, embargoUntil } = record
  const { identifiers, subjects } = description
  const shelfmark = identifiers.find(({ scheme }) => scheme === 'shelfmark')
  const number = identifiers.find(({ scheme }) => scheme === 'number')
  const about = claims.filter(({ subject }) => subject.id === id)
  const title = best(about, 'title')[0]
  const row = {
    key: id,
    title: description.title,
    ...writtenDate(about),
    creator: description.creator,
    type: description.type,
    language: description.language,
    collection,
    shelfmark: shelfmark?.value,
    holder,
    number: number?.value,
    identifiers: identifiers.filter((one) => one !== shelfmark && one !== number).map((one) => ({ ...one })),
    subjects: [...subjects],
    abstract: description.abstract,
    rights: description.rights,
    visibility,
    embargoUntil,
    note: title?.note,
  }
  const said = columns.flatMap((column) => {
    const value = row[column]
    return value === null || value === undefined || value.length === 0 ? [] : [[column, value]]
  })
  return Object.fromEntries(said)
}

const acts = ['written', 'signed', 'issued']

function writtenDate(
  claims: readonly Claim[],
): Partial<Record<'date' | 'dateAsWritten' | 'calendar', string>> {
  const dates = best(claims, 'date').filter(({ value }) => !value.none && !value.unknown)
  const made = acts.flatMap((act) => dates.filter(({ value }) => (value.event ?? 'written') === act))
  const shown = made.find(({ value }) => typeof value.edtf === 'string') ?? made[0]
  if (!shown)
    return best(claims, 'date-borne').some(({ value }) => value.none === true) ? { date: 'n.d.' } : {}
  const { edtf, asWritten, calendar } = shown.value
  return {
    ...(typeof edtf === 'string' && { date: edtf }),
    ...(typeof asWritten === 'string' && { dateAsWritten: asWritten }),
    ...(typeof calendar === 'string' && calendar !== 'gregorian' && { calendar }),
  }
}

/** The cells of a row in the order of the columns, lists in one cell, formulas guarded. */
export const cellsOf = (row: WrittenRow): string[] =>
  columns.map((column) => {
    const value = row[column] ?? ''
    if (typeof value === 'string') return guarded(value)
    const texts = value.filter((one) => typeof one === 'string')
    return guarded(
      texts.length > 0 ? writeList(texts) : writeIdentifiers(value.filter((one) => typeof one !== 'string')),
    )
  })
