import { useQuery } from '@tanstack/react-query'
import { ask, type Reply } from '../api/ask.ts'

type Listing = 'listCollections' | 'listAgents' | 'listPlaces' | 'listHappenings' | 'listSources'
type Item<O extends Listing> = Reply<O>['items'][number]

/** All that a listing has, read page after page. */
export async function readAll<O extends Listing>(operation: O, signal: AbortSignal): Promise<Item<O>[]> {
  const all: Item<O>[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    // Of a union of operations the compiler does not see that the answer is that of this one.
    const page = (await ask(operation, { query: { limit: 100, cursor }, signal } as never)) as {
      items: Item<O>[]
      next: string | null
    }
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

/** All that a listing has. */
export const useAll = <O extends Listing>(operation: O) =>
  useQuery({ queryKey: [operation, 'all'], queryFn: ({ signal }) => readAll(operation, signal) })
