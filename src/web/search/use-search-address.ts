import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { to } from '../paths.ts'
import { type Asked, askedOf } from './asked.ts'
import { sendQuestion } from './use-results.ts'

/** What the address asks for, and how to ask for something else: as a step that one can take back, or in place of it. */
export function useSearchAddress() {
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const query = params.toString()
  const asked = useMemo(() => askedOf(new URLSearchParams(query)), [query])
  const kept = useQueryClient()
  const ask = useCallback(
    (next: Asked, { replace = false } = {}) => {
      const address = to.search(next)
      // As the page will read it, so that it is asked for once.
      sendQuestion(kept, askedOf(new URLSearchParams(address.split('?')[1])))
      go(address, { replace })
    },
    [kept, go],
  )
  return { asked, ask }
}
