/** A row as it stands in a table: its cells by the columns' names, or why it cannot be read. */
export type TableRow = {
  number: number
  cells: Readonly<Record<string, unknown>> | null
  fault: string | null
}

/** A table that was opened. */
export type Table = {
  format: 'csv' | 'jsonl'
  /** The columns' names as written; of JSON Lines null, for each line has its own. */
  header: readonly string[] | null
  /** What was assumed to read it, such as an encoding; null where nothing was. */
  assumed: string | null
}

export type TableReader = {
  /** Looks at a table. ArchiveError('invalid-input') for what is none: empty, only a header, no text. */
  open(localFile: string): Promise<Table>
  /** About how many rows it has, without reading them: exactly, where it is well-formed. */
  count(localFile: string): Promise<number>
  /** Its rows in order, none where it is empty, never more than some in memory. ArchiveError('unreadable-file') where it breaks off. */
  rows(localFile: string): AsyncIterable<TableRow>
}
