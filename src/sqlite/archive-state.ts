import type { ArchiveState } from '../ports/archive-state.ts'
import type { Connection } from './open-database.ts'

/** The state of an archive, by a connection that only reads. */
export function sqliteArchiveState(db: Connection): ArchiveState {
  const version = db.prepare<[], number>('pragma data_version').pluck()
  return {
    async version() {
      return version.get() ?? 0
    },
  }
}
