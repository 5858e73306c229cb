import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../domain/errors.ts'
import { makeHome } from './open-database.ts'

/**
 * Takes the lock that says who runs an archive's jobs. The kernel frees it when the process ends, however it ends.
 * Throws ArchiveError('locked') when another process holds it; returns how to let go.
 */
export function lockArchive(home: string): () => void {
  makeHome(home)
  return lockFolder(
    home,
    `Another Fonds is already serving the archive in ${home}: stop it, or choose another FONDS_HOME.`,
  )
}

/** The same of a backup, for who changes or reads it. Where nothing can be written, nobody changes anything. */
export function lockBackup(where: string): () => void {
  try {
    return lockFolder(where, `Another Fonds is at work on the backup in ${where}: wait until it is done.`)
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (/^SQLITE_(READONLY|CANTOPEN|IOERR)/.test(code)) return () => {}
    throw error
  }
}

/** The same of a folder that is being filled with bags. */
export const lockBags = (folder: string): (() => void) =>
  lockFolder(folder, `Another Fonds is writing bags in ${dirname(folder)}: wait until it is done.`)

function lockFolder(folder: string, held: string): () => void {
  const db = new Database(join(folder, 'lock.db'), { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new ArchiveError('locked', held)
  }
  return () => db.close()
}
