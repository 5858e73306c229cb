import { useEffect, useRef, useState } from 'react'

// Shorter than between two letters of most people, who see what is found as they type.
const pauseMs = 80

/**
 * What stands in the box, told on once the typing pauses: as a step the first time, then in place of that step, so that
 * going back leads to the question before the typing. What comes from elsewhere, such as going back, replaces what stands there.
 */
export function useTyped(q: string, tell: (q: string, replace: boolean) => void) {
  const [typed, setTyped] = useState(q)
  const told = useRef(q)
  const isTyping = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (told.current === q) return
    told.current = q
    isTyping.current = false
    clearTimeout(timer.current)
    setTyped(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])

  function say(next: string) {
    clearTimeout(timer.current)
    if (next === told.current) return
    told.current = next
    tell(next, isTyping.current)
    isTyping.current = true
  }
  return {
    typed,
    type(next: string) {
      setTyped(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => say(next), pauseMs)
    },
    /** Asks at once, and ends the step. */
    settle(next: string) {
      setTyped(next)
      say(next)
      isTyping.current = false
    },
  }
}
