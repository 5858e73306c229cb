import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { ArchiveError } from '../domain/errors.ts'
import type { Connection } from './open-database.ts'

const folder = new URL('../../migrations/sqlite/', import.meta.url)

export type Migration = { number: number; name: string; sql: string; sha256: string }

/** The migrations that this program knows, in order. Files are named `0001-what.sql`. */
export function knownMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, sha256: sha256(sql) }
    })
}

/**
 * Brings the catalogue to the newest form in one transaction, each step recorded with its hash.
 * Throws ArchiveError('locked') when a newer program wrote it, or when a step that was taken has changed since.
 */
export function migrate(db: Connection, known: readonly Migration[] = knownMigrations()): void {
  db.transaction(() => {
    db.exec(`create table if not exists migration (
      number integer primary key, name text not null, sha256 text not null, applied_at text not null) strict`)
    const taken = refuseUnknown(db, known)
    const record = db.prepare('insert into migration (number, name, sha256, applied_at) values (?, ?, ?, ?)')
    const numbers = new Set(taken.map(({ number }) => number))
    for (const step of known.filter(({ number }) => !numbers.has(number))) {
      db.exec(step.sql)
      record.run(step.number, step.name, step.sha256, new Date().toISOString())
    }
  }).immediate()
}

/** The steps that a catalogue has taken. Throws ArchiveError('locked') where one is not as this program knows it. */
export function refuseUnknown(
  db: Connection,
  known: readonly Migration[] = knownMigrations(),
): Omit<Migration, 'sql'>[] {
  const taken = db.prepare<[], Omit<Migration, 'sql'>>('select number, name, sha256 from migration').all()
  for (const step of taken) refuseStep(step, known)
  return taken
}

function refuseStep(step: Omit<Migration, 'sql'>, known: readonly Migration[]): void {
  const same = known.find((migration) => migration.number === step.number)
  if (!same) {
    throw new ArchiveError(
      'locked',
      `This archive was written by a newer Fonds (${step.name}): update the program.`,
    )
  }
  if (same.sha256 !== step.sha256) {
    throw new ArchiveError(
      'locked',
      `Migration ${step.name} is not the one this archive was made with: restore that file.`,
    )
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
