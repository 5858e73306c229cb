import { ArchiveError } from '../domain/errors.ts'

/** Lets so many in at a time, the others in the order of their coming. */
export type Turns = {
  /**
   * Resolves with how to leave once there is a place. Throws the signal's reason when it aborts before, and
   * ArchiveError('busy') where too many wait already.
   */
  take(signal: AbortSignal): Promise<() => void>
}

/** `places` at a time and at most `waiting` who wait for one; `busy` is what the others are told. */
export function turns(places: number, waiting = Number.POSITIVE_INFINITY, busy = ''): Turns {
  const queue: (() => void)[] = []
  let taken = 0

  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else taken--
  }
  const once = () => {
    let left = false
    return () => {
      if (!left) leave()
      left = true
    }
  }

  return {
    async take(signal) {
      signal.throwIfAborted()
      if (taken < places) {
        taken++
        return once()
      }
      if (queue.length >= waiting) throw new ArchiveError('busy', busy)
      const turn = Promise.withResolvers<void>()
      const come = () => turn.resolve()
      const give = () => {
        const at = queue.indexOf(come)
        // Where it is called already it has the place, and hands it on below.
        if (at >= 0) queue.splice(at, 1)
        turn.reject(signal.reason)
      }
      queue.push(come)
      signal.addEventListener('abort', give, { once: true })
      try {
        await turn.promise
        return once()
      } finally {
        signal.removeEventListener('abort', give)
      }
    },
  }
}
