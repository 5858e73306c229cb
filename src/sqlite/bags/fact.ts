/** How the value of a column stands in a record: bytes in hexadecimal digits, the words of a page as what they say. */
export type Kind = 'text' | 'number' | 'json' | 'bytes' | 'words'

type Columns = { readonly [Of in Kind]?: string }

/** A table whose rows are facts, carried in bags as records of a name. */
export type Fact = {
  record: string
  table: string
  /** By which its rows are in order. */
  order: string
  /** A condition on a row that belongs to the document `?`; without one, all rows are shared by documents. */
  ofDocument?: string
  /** A condition on a row that belongs to no document; without one, each belongs to one. */
  ofNone?: string
  columns: Columns
  /** Columns that are not carried, with what stands there until it is made anew; null where nothing need. */
  made?: { readonly [column: string]: string | null }
}
