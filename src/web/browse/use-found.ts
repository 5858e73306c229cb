import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

const pauseMs = 150

/** What a list is narrowed to by what is typed, kept in the address; the list follows once the typing pauses. */
export function useFound() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  // What comes from elsewhere, such as going back, takes the place of what was typed.
  const [seen, setSeen] = useState(q)
  if (seen !== q) {
    setSeen(q)
    setTyped(q)
  }
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => {
      setSeen(typed)
      setParams(typed === '' ? {} : { q: typed }, { replace: true })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, q, setParams])
  return { q: q.trim() || undefined, typed, setTyped }
}
