import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../domain/errors.ts'
import { prepareLate } from './late-statements.ts'

export type Connection = Database.Database

/** Not everybody who has an account on the machine may read what is in an archive. */
const ownersOnly = 0o700

/** Makes the folder of an archive, and those above it, where there is none; it is there after a loss of power, too. */
export function makeHome(home: string): void {
  const first = mkdirSync(home, { recursive: true, mode: ownersOnly })
  if (first === undefined) return
  for (let made = home; ; made = dirname(made)) {
    const above = openSync(dirname(made), 'r')
    fsyncSync(above)
    closeSync(above)
    if (made === first) return
  }
}

/** Opens the catalogue for reading and writing; every commit it acknowledges is on disk. Makes the file if missing. */
export function openForWriting(path: string): Connection {
  makeHome(dirname(path))
  const db = new Database(path, { timeout: 5_000 })
  turnToWal(db)
  db.pragma('synchronous = full')
  db.pragma('foreign_keys = on')
  db.pragma('wal_autocheckpoint = 4000')
  tune(db)
  // SQLite goes through all of it when a tree was balanced and is committed: more costs a writer more than it saves.
  db.pragma('cache_size = -4096')
  return db
}

/** Opens the catalogue for reading only. Throws ArchiveError('not-found') where there is none. */
export function openForReading(path: string): Connection {
  expectCatalogue(path)
  const db = new Database(path, { readonly: true, timeout: 5_000 })
  tune(db)
  return db
}

/** Throws ArchiveError('not-found') where there is no catalogue, whatever it is worth. */
export function expectCatalogue(path: string): void {
  if (!existsSync(path)) throw new ArchiveError('not-found', `There is no archive at ${dirname(path)}.`)
}

/** Where two open a new file at once, SQLite tells the second that it is locked, without waiting. */
function turnToWal(db: Connection): void {
  for (let tries = 1; ; tries++) {
    try {
      return void db.pragma('journal_mode = wal')
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || tries === 100) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function tune(db: Connection): void {
  db.pragma('cache_size = -32768')
  db.pragma('mmap_size = 2147418112')
  db.pragma('temp_store = memory')
  prepareLate(db)
}
