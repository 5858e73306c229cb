import { ask } from '../api/ask.ts'

import type { ItemOf, Listing } from './use-listed.ts'

/** All that a listing has, read page after page. */
export async function readAll<O extends Listing>(operation: O, signal: AbortSignal): Promise<ItemOf<O>[]> {
  const all: ItemOf<O>[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    // Of a union of operations the compiler does not see that the answer is that of this one.
    const page = (await ask(operation, { query: { limit: 100, cursor }, signal } as never)) as {
      items: ItemOf<O>[]
      next: string | null
    }
    all.push(...page.items)
    cursor = page.next
  }
  return all
}
