import { ArchiveError } from '../domain/errors.ts'

const mostTries = 20

/**
 * Makes a change that rests on what was seen. With an expected version another one in the archive is
 * ArchiveError('precondition-failed'); without, what stands is looked at again until nobody else was faster.
 */
export async function uponWhatStands<Seen extends { version: number }, Changed>(
  expectedVersion: number | null,
  see: () => Promise<Seen>,
  change: (seen: Seen, version: number) => Promise<Changed>,
): Promise<Changed> {
  for (let tries = 1; ; tries++) {
    const seen = await see()
    try {
      return await change(seen, expectedVersion ?? seen.version)
    } catch (error) {
      const overtaken = error instanceof ArchiveError && error.fault === 'precondition-failed'
      if (!overtaken || expectedVersion !== null || tries === mostTries) throw error
    }
  }
}
