/**
 * What is seen of something that changes more often than anybody looks: made anew at most so often after a `change`, and at
 * once to `show` what somebody did.
 */
export function seenEvery<T>(everyMs: number, look: () => T) {
  const listeners = new Set<() => void>()
  let isDue = false
  let seen = look()
  const show = () => {
    seen = look()
    for (const listener of listeners) listener()
  }
  return {
    show,
    change(): void {
      if (isDue) return
      isDue = true
      setTimeout(() => {
        isDue = false
        show()
      }, everyMs)
    },
    see: (): T => seen,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
