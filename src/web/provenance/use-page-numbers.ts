import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'

/** The numbers in a witness (the first, where none is named) of some of its pages, by their ids. */
export function usePageNumbers(
  documentId: string,
  pages: readonly string[],
  witness?: string,
): ReadonlyMap<string, number> {
  const { data } = useQuery({
    queryKey: ['pageNumbers', documentId, witness, ...pages],
    enabled: pages.length > 0,
    queryFn: async ({ signal }) => {
      const found = new Map<string, number>()
      const wanted = new Set(pages)
      for (let cursor: string | null = ''; cursor !== null && found.size < wanted.size; ) {
        const page: Listed = await ask('listPages', {
          params: { documentId },
          query: { limit: 100, cursor, witness },
          signal,
        })
        for (const { id, number } of page.items) if (wanted.has(id)) found.set(id, number)
        cursor = page.next
      }
      return found
    },
  })
  return data ?? none
}

type Listed = { items: { id: string; number: number }[]; next: string | null }

const none: ReadonlyMap<string, number> = new Map()
