import { createHash } from 'node:crypto'
import type { Connection } from './open-database.ts'

/** The last row of each ledger that a seal covers. */
export type Reach = { events: number; claims: number; revisions: number; files: number }

type Ledger = { name: keyof Reach; key: string; table: string; columns: string; most: number }

/**
 * What is only ever added to, with the columns that nothing in the program changes once they are written. A seal covers
 * at most so many rows of each, so that making one takes the writer no longer than a commit does.
 */
export const ledgers: readonly Ledger[] = [
  {
    name: 'events',
    key: 'seq',
    table: 'event',
    columns: 'seq, hex(digest)',
    most: 5000,
  },
  {
    name: 'claims',
    key: 'seq',
    table: 'claim',
    columns: `seq, id, subject_type, subject, property, value, polarity, rank, certainty, nature, reasons, sources, note,
      recorded_by, recorded_at, revision_of`,
    most: 2000,
  },
  {
    name: 'revisions',
    key: 'key',
    table: 'text_revision',
    columns: 'key, id, page, layer, language, based_on, content, engine, recorded_by, created_at, withdraws',
    most: 500,
  },
  {
    name: 'files',
    key: 'key',
    table: 'file',
    columns: 'key, id, sha256, bytes, uploaded_by, uploaded_at',
    most: 2000,
  },
]

export const nothing: Reach = { events: 0, claims: 0, revisions: 0, files: 0 }

/** The digest of a seal: SHA-256 over the one before it, and over each row between the two as JSON and a line end. */
export function sealDigests(db: Connection) {
  const rows = ledgers.map(({ name, key, table, columns }) => ({
    name,
    select: db
      .prepare<[number, number]>(
        `select ${columns} from ${table} where ${key} > ? and ${key} <= ? order by ${key}`,
      )
      .raw(),
  }))
  return (previous: Uint8Array | null, at: string, from: Reach, to: Reach): Buffer => {
    const hash = createHash('sha256')
      .update(previous ?? '')
      .update(JSON.stringify([at, ...ledgers.map(({ name }) => to[name])]))
    for (const { name, select } of rows) {
      hash.update(`\n${name}\n`)
      for (const row of select.iterate(from[name], to[name])) hash.update(JSON.stringify(row)).update('\n')
    }
    return hash.digest()
  }
}
