import { keepPreviousData, type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask, type Input, type OperationId, type Reply } from './ask.ts'

type Options<O extends OperationId> = {
  /** Not asked while false. */
  when?: boolean
  /** Shows the last answer until the next has come, for results that follow typing or paging. */
  keep?: boolean
  /** Asks again after so many milliseconds, or as many as the last answer wants. */
  every?: number | false | ((answer: Reply<O> | undefined) => number | false)
}

/** The key under which an answer is kept; `[operation]` alone stands for all of its answers. */
export const keyOf = <O extends OperationId>(operation: O, input: Input<O> = {}) =>
  [operation, input.params ?? {}, input.query ?? {}] as const

/** What the archive answers to an operation that reads: kept, asked anew when it may have changed, given up when left. */
export function useAsked<O extends OperationId>(
  operation: O,
  input: Input<O> = {},
  { when = true, keep = false, every = false }: Options<O> = {},
): UseQueryResult<Reply<O>, Error> {
  const asked = useQuery({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => ask(operation, { ...input, signal }),
    enabled: when,
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
  })
  useOnceMore(typeof every === 'number', asked.refetch)
  return asked
}

/** Asks once more when what is followed has ended: its last change may have come after the last asking. */
function useOnceMore(isFollowed: boolean, refetch: () => unknown): void {
  const wasFollowed = useRef(isFollowed)
  useEffect(() => {
    if (wasFollowed.current && !isFollowed) void refetch()
    wasFollowed.current = isFollowed
  }, [isFollowed, refetch])
}

/** The same before it is shown: what was asked for within a minute is not asked for again. */
export const askAhead = <O extends OperationId>(
  kept: QueryClient,
  operation: O,
  input: Input<O>,
): Promise<Reply<O>> =>
  kept.fetchQuery({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => ask(operation, { ...input, signal }),
    staleTime: 60_000,
  })
