import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Diagnosis, note, well, wrong } from '../domain/diagnosis.ts'
import { ArchiveError, isDamage } from '../domain/errors.ts'
import { analysisStamp } from './analysis-stamp.ts'
import { damagedLogs } from './damaged-log.ts'
import { isHeld } from './held-lock.ts'
import { knownMigrations, refuseUnknown } from './migrate.ts'
import { type Connection, expectCatalogue, openForReading } from './open-database.ts'

/** Longer than any lease: who had such a job is gone. */
const stuckMs = 15 * 60_000

/** Looks at a catalogue over a connection that reads only. ArchiveError('not-found') where there is none. */
export function diagnoseCatalogue(path: string, now: number): Diagnosis[] {
  expectCatalogue(path)
  let db: Connection | null = null
  try {
    db = openForReading(path)
    const found = look(db, isHeld(dirname(path)), new Date(now - stuckMs).toISOString())
    return [...found, ...damagedLogs(path).map((says) => wrong('Log', says))]
  } catch (error) {
    if (error instanceof ArchiveError) return [wrong('Version', error.message)]
    if (!(error instanceof Database.SqliteError)) throw error
    const says = `it cannot be read (${error.message}): stop the server and restore it from a backup.`
    return [wrong('Database', says)]
  } finally {
    db?.close()
  }
}

function look(db: Connection, isServed: boolean, long: string): Diagnosis[] {
  const count = (sql: string, ...given: string[]) =>
    db
      .prepare<string[], number>(sql)
      .pluck()
      .get(...given) ?? 0
  if (!isSound(db))
    return [wrong('Database', 'it is damaged: run "fonds verify", which says where and what to do.')]
  const taken = refuseUnknown(db)
  const pending = knownMigrations().length - taken.length
  const found = [
    well('Database', 'SQLite finds it sound ("fonds verify" looks at all of it).'),
    isServed
      ? well('Server', 'a Fonds serves this archive, or works on it.')
      : note('Server', 'nobody serves this archive now.'),
    pending === 0
      ? well('Version', `all ${taken.length} migrations are taken.`)
      : note('Version', `${pending} migrations wait for the next start of the server: back up before it.`),
  ]
  if (pending > 0) return found
  const damaged = count("select count(*) from fixity where state <> 'sound'")
  const failed = count("select count(*) from file where state = 'failed'")
  const faults = count(
    "select count(*) from job where state = 'failed' and parent is null and batch is null and kind <> 'ingest'",
  )
  const stuck = count("select count(*) from job where state = 'running' and lease_until < ?", long)
  const waiting = count(
    "select count(*) from job where state = 'queued' and kind <> 'ingest' and run_after < ?",
    long,
  )
  found.push(
    analysisStamp(db).isCurrent()
      ? well('Index', 'made by this version of the program.')
      : wrong('Index', 'made by another version of the program: stop the server and run "fonds reindex".'),
    damaged === 0
      ? well('Originals', 'sound when each was checked last.')
      : wrong('Originals', `${damaged} are missing or damaged: run "fonds verify --repair-from <backup>".`),
    failed === 0
      ? well('Files', 'all could be read.')
      : note('Files', `${failed} could not be read: see "Needs attention" in the reading room.`),
  )
  if (stuck > 0 && isServed)
    found.push(wrong('Jobs', `${stuck} are stuck: restart the server, and look at its log.`))
  else if (!isServed && stuck + waiting > 0)
    found.push(wrong('Jobs', `${stuck + waiting} wait and nobody does them: start the server.`))
  else if (faults > 0)
    found.push(note('Jobs', `${faults} failed: see "Needs attention" in the reading room.`))
  else found.push(well('Jobs', 'none is stuck, none failed.'))
  return found
}

function isSound(db: Connection): boolean {
  try {
    return db.prepare<[], string>('pragma quick_check(1)').pluck().get() === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}
