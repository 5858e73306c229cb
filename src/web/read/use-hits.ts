import { useMemo } from 'react'
import { useAsked } from '../api/use-asked.ts'

/** As many pages found are asked for at once. */
const slice = 50

export type Hits = ReturnType<typeof useHits>

/** The pages of a witness that answer a query: the numbers of all, the slice in which a page stands, and the page itself. */
export function useHits(documentId: string, witness: string | null, q: string, number: number) {
  const params = { documentId }
  const when = q !== '' && witness !== null
  const start = useAsked('searchWithin', { params, query: { q, witness, limit: slice } }, { when })
  const numbers = start.data?.numbers ?? none
  // The last page found that is not behind this one.
  const at = numbers.findLastIndex((found) => found <= number)
  const from = numbers[Math.floor(Math.max(0, at) / slice) * slice] ?? 1
  const isInStart = from === (numbers[0] ?? 1)
  const rest = useAsked(
    'searchWithin',
    { params, query: { q, witness, from, limit: slice } },
    { when: when && !isInStart },
  )
  const shown = isInStart ? start : rest
  const items = shown.data?.items ?? nothing
  const here = useMemo(() => items.find((item) => item.number === number) ?? null, [items, number])
  // Only where this witness has none it is worth to know whether others have.
  const elsewhere = useAsked(
    'searchWithin',
    { params, query: { q, limit: 1 } },
    { when: when && start.data?.numbers.length === 0 },
  )
  return {
    q,
    numbers,
    items,
    here,
    error: start.error ?? rest.error,
    isReady: q !== '' && start.data !== undefined,
    elsewhere: elsewhere.data ?? null,
  }
}

const none: readonly number[] = []
const nothing: NonNullable<ReturnType<typeof useAsked<'searchWithin'>>['data']>['items'] = []
