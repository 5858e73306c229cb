/** What is seen of something that changes more often than anybody looks: made anew at most so often. */
export function seenEvery<T>(everyMs: number, look: () => T) {
  const listeners = new Set<() => void>()
  let isDue = false
  let seen = look()
  return {
    change(): void {
      if (isDue) return
      isDue = true
      setTimeout(() => {
        isDue = false
        seen = look()
        for (const listener of listeners) listener()
      }, everyMs)
    },
    see: (): T => seen,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
