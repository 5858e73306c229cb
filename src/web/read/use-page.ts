import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask, type Input, type Reply } from '../api/ask.ts'
import { keyOf, useAsked } from '../api/use-asked.ts'

export type PageWithText = Reply<'readPage'>

type Wanted = { witness: string | null; layer: string | null; revision: string | null }

const inputOf = (documentId: string, number: number, { witness, layer, revision }: Wanted) => {
  // A revision says itself of which layer it is.
  const query = { witness, ...(revision ? { revision } : layer && { layer }) }
  return { params: { documentId, number }, query } satisfies Input<'readPage'>
}

/**
 * A page with its text; the last one stays until it is there. The pages before and after are read ahead, with what the
 * image service says of them, and a page that waits to be recognised is asked for again.
 */
export function usePage(documentId: string, number: number, wanted: Wanted, pageCount: number) {
  const kept = useQueryClient()
  const input = inputOf(documentId, number, wanted)
  const known = kept.getQueryData<PageWithText>(keyOf('readPage', input))
  const every = known?.recognition === 'wanted' && known.text === null && 4_000
  const page = useAsked('readPage', input, { keep: true, every })
  const isHere = page.data?.number === number && !page.isPlaceholderData
  const { witness, layer } = wanted

  useEffect(() => {
    if (!isHere) return
    // What is looked at comes first.
    const soon = setTimeout(() => {
      for (const near of [number + 1, number - 1])
        if (near > 0 && near <= pageCount)
          void readAhead(kept, inputOf(documentId, near, { witness, layer, revision: null }))
    }, 60)
    return () => clearTimeout(soon)
  }, [kept, isHere, documentId, number, witness, layer, pageCount])

  return { page, isHere }
}

const staleTime = 60_000

async function readAhead(kept: QueryClient, input: Input<'readPage'>): Promise<void> {
  const page = await kept
    .fetchQuery({
      queryKey: keyOf('readPage', input),
      queryFn: ({ signal }) => ask('readPage', { ...input, signal }),
      staleTime,
    })
    .catch(() => null)
  if (!page || page.width === null) return
  const params = { pageId: page.id }
  await kept.prefetchQuery({
    queryKey: keyOf('readImageInformation', { params }),
    queryFn: ({ signal }) => ask('readImageInformation', { params, signal }),
    staleTime,
  })
}
