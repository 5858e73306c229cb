import { useQueries } from '@tanstack/react-query'
import { ask, type Reply } from '../api/ask.ts'
import { keyOf } from '../api/use-asked.ts'
import { type Shown, slicesOf } from './window-of.ts'

export type ListedPage = Reply<'listPages'>['items'][number]
export type MissingLeaf = NonNullable<Reply<'listPages'>['missing']>[number]

/** As many pages are listed at once. */
const size = 100

/** Those pages of a witness that are in sight, and the leaves that are missing among them, as they come. */
export function usePageSlices(documentId: string, witness: string | null, shown: Shown) {
  const slices = slicesOf(shown, size)
  return useQueries({
    queries: slices.map((slice) => {
      const input = { params: { documentId }, query: { witness, from: slice * size + 1, limit: size } }
      return {
        queryKey: keyOf('listPages', input),
        queryFn: ({ signal }: { signal: AbortSignal }) => ask('listPages', { ...input, signal }),
        staleTime: 60_000,
      }
    }),
    combine: (answers) => {
      const pages = new Map<number, ListedPage>()
      const missing = new Map<number, MissingLeaf[]>()
      for (const { data } of answers) {
        for (const page of data?.items ?? []) pages.set(page.number, page)
        for (const leaf of data?.missing ?? [])
          if (!missing.get(leaf.after)?.some(({ id }) => id === leaf.id))
            missing.set(leaf.after, [...(missing.get(leaf.after) ?? []), leaf])
      }
      return { pages, missing }
    },
  })
}
