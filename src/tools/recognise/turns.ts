/** So many at a time; the others wait in the order in which they came. */
export type Turns = {
  /** Resolves with what gives the turn back. Throws the signal's reason when it aborts while waiting. */
  wait(signal: AbortSignal): Promise<() => void>
}

export function turns(places: number): Turns {
  const waiting: (() => void)[] = []
  let free = places
  const giveBack = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return {
    async wait(signal) {
      signal.throwIfAborted()
      if (free > 0) {
        free--
        return once(giveBack)
      }
      await new Promise<void>((resolve, reject) => {
        const aborted = () => {
          waiting.splice(waiting.indexOf(called), 1)
          reject(signal.reason)
        }
        const called = () => {
          signal.removeEventListener('abort', aborted)
          resolve()
        }
        waiting.push(called)
        signal.addEventListener('abort', aborted, { once: true })
      })
      return once(giveBack)
    },
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
