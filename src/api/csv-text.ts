import { stringify } from 'csv-stringify/sync'

/** The media type of what begins with `csvHead`. */
export const csvType = 'text/csv; charset=utf-8; header=present'

/**
 * Rows as RFC 4180 writes them. A cell that a spreadsheet would run as a formula gets an apostrophe before it; null and
 * undefined are empty.
 */
export const csvText = (rows: readonly (readonly unknown[])[]): string =>
  stringify([...rows], { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true })

/** The header, behind a byte order mark, without which spreadsheets take UTF-8 for another encoding. */
export const csvHead = (columns: readonly string[]): string => `\ufeff${csvText([columns])}`
