import { useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { to } from '../paths.ts'
import { type Asked, askedOf } from './asked.ts'

/** What the address asks for, and how to ask for something else: as a step that one can take back, or in place of it. */
export function useSearchAddress() {
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const query = params.toString()
  const asked = useMemo(() => askedOf(new URLSearchParams(query)), [query])
  return {
    asked,
    ask: (next: Asked, { replace = false } = {}) => go(to.search(next), { replace }),
  }
}
