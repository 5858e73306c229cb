import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Whether somebody holds the lock of an archive; it is not taken for that. */
export function isHeld(home: string): boolean {
  const path = join(home, 'lock.db')
  if (!existsSync(path)) return false
  const db = new Database(path, { readonly: true, timeout: 0 })
  try {
    db.prepare('select count(*) from sqlite_schema').get()
    return false
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    db.close()
  }
}
