import type { Archive } from '../app.ts'
import { ArchiveError } from '../domain/errors.ts'

/** Whoever holds the lock runs the jobs: this process, unless a server does. */
export async function ownOrFollow(archive: Archive): Promise<() => void> {
  try {
    const unlock = archive.lock()
    await archive.run()
    return unlock
  } catch (error) {
    if (error instanceof ArchiveError && error.fault === 'locked') return () => {}
    throw error
  }
}
