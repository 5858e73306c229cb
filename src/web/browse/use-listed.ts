import { keepPreviousData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { ask, type Input, type OperationId, type Reply } from '../api/ask.ts'
import { keyOf } from '../api/use-asked.ts'

/** The operations that answer with a part of a list and where it goes on. */
export type Listing = {
  [O in OperationId]: Reply<O> extends { items: unknown[]; next: string | null } ? O : never
}[OperationId]

export type ItemOf<O extends Listing> = Reply<O> extends { items: (infer Item)[] } ? Item : never

/** What was read of a list, and how the rest is asked for. */
export type Listed<Item> = {
  items: readonly Item[] | undefined
  query: UseInfiniteQueryResult<unknown, Error>
}

/** A list part by part, as it is asked for; the last answer stays until that to another question has come. */
export function useListed<O extends Listing>(
  operation: O,
  input: Input<O> = {},
  { when = true } = {},
): Listed<ItemOf<O>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(operation, input), 'parts'],
    // Of a union of operations the compiler does not see that the answer is that of this one.
    queryFn: async ({ pageParam, signal }) =>
      (await ask(operation, {
        ...input,
        query: { ...input.query, cursor: pageParam },
        signal,
      } as Input<O>)) as {
        items: ItemOf<O>[]
        next: string | null
      },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: when,
  })
  return { items: query.data?.pages.flatMap(({ items }) => items), query }
}
