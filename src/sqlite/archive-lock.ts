import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ArchiveError } from '../domain/errors.ts'

/**
 * Takes the lock that says who runs an archive's jobs. The kernel frees it when the process ends, however it ends.
 * Throws ArchiveError('locked') when another process holds it; returns how to let go.
 */
export function lockArchive(home: string): () => void {
  mkdirSync(home, { recursive: true })
  const db = new Database(join(home, 'lock.db'), { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new ArchiveError(
      'locked',
      `Another Fonds is already serving the archive in ${home}: stop it, or choose another FONDS_HOME.`,
    )
  }
  return () => db.close()
}
