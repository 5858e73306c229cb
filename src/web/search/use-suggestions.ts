import { useEffect, useState } from 'react'
import { useAsked } from '../api/use-asked.ts'
import type { Suggestion } from './complete.ts'

// What is found comes first.
const pauseMs = 150
const none: readonly Suggestion[] = []

/**
 * What may be meant by what is being typed; nothing before two letters, or while it is not wanted. Nothing new is asked
 * for while what is found is waited for.
 */
export function useSuggestions(typed: string, isWanted: boolean, isBusy: boolean): readonly Suggestion[] {
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim().slice(0, 200)), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const isAsked = isWanted && q.length >= 2
  const { data } = useAsked('suggest', { query: { q, limit: 4 } }, { when: isAsked && !isBusy, keep: true })
  return isAsked ? (data?.items ?? none) : none
}
