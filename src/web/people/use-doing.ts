import { useState } from 'react'

/** Something that a button does: that it is under way, what went wrong, and what follows when it went well. */
export function useDoing(after: () => unknown) {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function act(work: () => Promise<unknown>) {
    setBusy(true)
    setError(null)
    try {
      await work()
      await after()
    } catch (refused) {
      setError(refused)
    }
    setBusy(false)
  }
  return { act: (work: () => Promise<unknown>) => void act(work), error, busy }
}
