import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { ask, type Reply } from '../api/ask.ts'
import { keyOf } from '../api/use-asked.ts'
import type { Asked } from './asked.ts'

export type Results = Reply<'search'>

/** A question as it is kept: for a while, so that going back shows as much as one had seen. */
const question = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...keyOf('search', { query: asked }), 'pages'],
    queryFn: ({ pageParam, signal }) => ask('search', { query: { ...asked, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Results) => next,
    staleTime: 60_000,
  })

/**
 * What is found, page by page as it is asked for: the last answer stays until the next has come, and a question that was
 * taken back is given up.
 */
export function useResults(asked: Asked) {
  const enabled = asked.q.trim() !== ''
  return useInfiniteQuery({ ...question(asked), enabled, placeholderData: keepPreviousData })
}

/** Sends a question before the page that will show it is made, so that both go on at once. */
export function sendQuestion(kept: QueryClient, asked: Asked): void {
  if (asked.q.trim() !== '') void kept.prefetchInfiniteQuery(question(asked))
}
