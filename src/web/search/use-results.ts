import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ask, type Reply } from '../api/ask.ts'
import { keyOf } from '../api/use-asked.ts'
import type { Asked } from './asked.ts'

export type Results = Reply<'search'>

/**
 * What is found, page by page as it is asked for: the last answer stays until the next has come, and a question that was
 * taken back is given up. Kept for a while, so that going back shows as much as one had seen.
 */
export function useResults(asked: Asked) {
  return useInfiniteQuery({
    queryKey: [...keyOf('search', { query: asked }), 'pages'],
    queryFn: ({ pageParam, signal }) => ask('search', { query: { ...asked, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Results) => next,
    enabled: asked.q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
