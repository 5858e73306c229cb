import { setTimeout as sleep } from 'node:timers/promises'
import type { Lock, Locker } from '@tus/server'
import { ArchiveError } from '../domain/errors.ts'

const patienceMs = 10_000
const pollMs = 20

/**
 * Lets one request at a time at an upload. A later one asks the earlier to end, for its client has most likely lost the
 * connection without this end knowing; ArchiveError('conflict') when it does not within ten seconds.
 */
export function takingOver(): Locker {
  const held = new Map<string, () => void | Promise<void>>()
  return {
    newLock: (id): Lock => ({
      async lock(stop, release) {
        const end = Date.now() + patienceMs
        let asked: unknown = null
        while (held.has(id)) {
          const holder = held.get(id)
          // Once each: whoever comes in between is asked, too.
          if (holder !== asked) await holder?.()
          asked = holder
          if (stop.aborted || Date.now() > end)
            throw new ArchiveError(
              'conflict',
              'Another request is at this upload: ask for its offset, and go on there.',
            )
          await sleep(pollMs)
        }
        held.set(id, release)
      },
      async unlock() {
        held.delete(id)
      },
    }),
  }
}
