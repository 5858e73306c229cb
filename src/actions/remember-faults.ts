import { ArchiveError } from '../domain/errors.ts'

const forMs = 60_000
const most = 1000

/**
 * Remembers for a minute what is wrong with a file, by a key, and says it again instead of trying again: what takes a
 * reader to its limits would take the place of all others each time somebody looks.
 */
export function rememberFaults(now: () => number = performance.now.bind(performance)) {
  const known = new Map<string, { error: ArchiveError; until: number }>()
  return async <T>(key: string, attempt: () => Promise<T>): Promise<T> => {
    const fault = known.get(key)
    if (fault && fault.until > now()) throw fault.error
    known.delete(key)
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof ArchiveError && error.fault === 'unreadable-file') {
        const [oldest] = known.keys()
        if (known.size >= most && oldest !== undefined) known.delete(oldest)
        known.set(key, { error, until: now() + forMs })
      }
      throw error
    }
  }
}
