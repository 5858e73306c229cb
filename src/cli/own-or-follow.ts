import type { Archive } from '../app.ts'
import { ArchiveError } from '../domain/errors.ts'

export type Jobs = {
  /** Runs the jobs from now on if nobody does. */
  ensure(): Promise<void>
  /** Lets go of the archive's lock, once it is closed. */
  release(): void
}

/** Whoever holds the lock runs the jobs: this process, unless another does; and this one once that is gone. */
export function jobsOf(archive: Archive): Jobs {
  let unlock: (() => void) | null = null
  let asked = 0
  return {
    async ensure() {
      if (unlock !== null || Date.now() - asked < 1000) return
      asked = Date.now()
      try {
        unlock = archive.lock()
      } catch (error) {
        if (error instanceof ArchiveError && error.fault === 'locked') return
        throw error
      }
      await archive.run()
    },
    release: () => unlock?.(),
  }
}

/** Whoever holds the lock runs the jobs: this process, unless a server does. */
export async function ownOrFollow(archive: Archive): Promise<() => void> {
  const jobs = jobsOf(archive)
  await jobs.ensure()
  return jobs.release
}
