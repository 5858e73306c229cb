import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const pageSize = 4096

/** The numbers of the pages that a table or an index of a catalogue lies on, of a kind: `leaf`, `internal`. */
export function pagesOf(home: string, names: string, kind: 'leaf' | 'internal'): number[] {
  const db = new Database(join(home, 'catalogue.sqlite'), { readonly: true })
  const pages = db
    .prepare<[string, string], number>('select pageno from dbstat where name glob ? and pagetype = ?')
    .pluck()
    .all(names, kind)
  db.close()
  return pages
}

/** Where in a page bytes are flipped, and how many. */
export type Spoiling = { from?: number; until?: number; flips?: number }

/** Flips so many bytes of a page from `from` on, at random places. */
export function spoilPage(
  home: string,
  page: number,
  random: () => number,
  { from = 0, until = pageSize, flips = 12 }: Spoiling = {},
): void {
  const file = openSync(join(home, 'catalogue.sqlite'), 'r+')
  for (let flip = 0; flip < flips; flip++) {
    const at = (page - 1) * pageSize + from + Math.floor(random() * (until - from))
    const byte = Buffer.alloc(1)
    readSync(file, byte, 0, 1, at)
    writeSync(file, Buffer.of((byte[0] ?? 0) ^ (1 + Math.floor(random() * 255))), 0, 1, at)
  }
  closeSync(file)
}
