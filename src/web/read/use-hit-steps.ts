import { useCallback, useState } from 'react'
import { type HitPlace, nextFound } from './hit-places.ts'

/**
 * Which hit is looked at, and the way to the next one and the one before: on this page, else on the next page that has
 * any. Null where none in particular is looked at.
 */
export function useHitSteps(
  number: number,
  numbers: readonly number[],
  places: readonly HitPlace[],
  turnTo: (page: number) => void,
) {
  // A place behind the last, for a page that is entered from behind, is the last.
  const [step, setStep] = useState<{ page: number; at: number } | null>(null)
  const at = step?.page === number && places.length > 0 ? Math.min(step.at, places.length - 1) : null
  const onStep = useCallback(
    (isForward: boolean) => {
      const next = at === null ? (isForward ? 0 : places.length - 1) : at + (isForward ? 1 : -1)
      if (places[next]) return setStep({ page: number, at: next })
      const page = nextFound(numbers, number, isForward)
      if (page === null) return
      setStep({ page, at: isForward ? 0 : Number.MAX_SAFE_INTEGER })
      turnTo(page)
    },
    [at, places, numbers, number, turnTo],
  )
  return { at, onStep }
}
