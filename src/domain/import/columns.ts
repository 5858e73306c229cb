import { ArchiveError, type InputError } from '../errors.ts'
import { editDistance } from '../search/edit-distance.ts'

/** The columns of a table of documents, as an export writes them. */
export const columns = [
  'key',
  'title',
  'date',
  'dateAsWritten',
  'calendar',
  'creator',
  'type',
  'language',
  'collection',
  'shelfmark',
  'holder',
  'number',
  'identifiers',
  'subjects',
  'abstract',
  'rights',
  'visibility',
  'embargoUntil',
  'note',
] as const
export type Column = (typeof columns)[number]

/** What people call columns whose names look otherwise. */
const synonyms: Readonly<Record<string, Column>> = {
  id: 'key',
  author: 'creator',
  genre: 'type',
  lang: 'language',
  keywords: 'subjects',
  subject: 'subjects',
  identifier: 'identifiers',
  description: 'abstract',
  referencecode: 'collection',
  repository: 'holder',
}
const known: ReadonlyMap<string, Column> = new Map([
  ...columns.map((column) => [plain(column), column] as const),
  ...Object.entries(synonyms),
])

/** The column that a name means, whatever its case, spaces and hyphens; undefined for any other. */
export const columnOf = (name: string): Column | undefined => known.get(plain(name))

/**
 * The column of each name in a header; null for one that is kept as a note. ArchiveError('invalid-input') names every
 * column that is unknown (with the nearest one), nameless or there twice, and a missing title.
 */
export function readHeader(names: readonly string[], keepUnknown: boolean): (Column | null)[] {
  const errors: InputError[] = []
  const found = names.map((name, index) => {
    const path = `column ${index + 1}`
    const column = columnOf(name)
    if (name.trim() === '') errors.push({ path, message: 'has no name: give it one, or take it away.' })
    else if (names.findIndex((other) => sameColumn(other, name)) < index)
      errors.push({ path, message: `“${shown(name)}” is there twice: which of them counts?` })
    else if (column === undefined && !keepUnknown) errors.push({ path, message: unknownUnlessKept(name) })
    return column ?? null
  })
  if (!found.includes('title'))
    errors.push({ path: 'title', message: 'is required: no column has this name.' })
  const [first] = errors
  if (first) throw new ArchiveError('invalid-input', `${first.path} ${first.message}`, errors)
  return found
}

/** What is wrong with a name that no column has. */
export function unknownColumn(name: string): string {
  const asked = plain(name).slice(0, 100)
  const [nearest] = [...known.keys()].toSorted((a, b) => editDistance(asked, a) - editDistance(asked, b))
  const column = known.get(nearest ?? '') ?? 'title'
  return `“${shown(name)}” is no column of an import. The nearest is “${column}”.`
}

/** The same where it could be kept as a note: in an import. */
export const unknownUnlessKept = (name: string): string =>
  unknownColumn(name).replace(/\.$/, '; to keep it as a note, ask for keepUnknown.')

const sameColumn = (a: string, b: string) => (columnOf(a) ?? plain(a)) === (columnOf(b) ?? plain(b))

const shown = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name)

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
