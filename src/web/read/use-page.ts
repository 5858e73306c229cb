import { useQueryClient } from '@tanstack/react-query'
import type { Input, Reply } from '../api/ask.ts'
import { keyOf, useAsked } from '../api/use-asked.ts'

export type PageWithText = Reply<'readPage'>

export type Wanted = { witness: string | null; layer: string | null; revision: string | null }

export const pageInput = (documentId: string, number: number, { witness, layer, revision }: Wanted) => {
  // A revision says itself of which layer it is.
  const query = { witness, ...(revision ? { revision } : layer && { layer }) }
  return { params: { documentId, number }, query } satisfies Input<'readPage'>
}

/** A page with its text; the last one stays until it is there. One that waits to be recognised is asked for again. */
export function usePage(documentId: string, number: number, wanted: Wanted) {
  const kept = useQueryClient()
  const input = pageInput(documentId, number, wanted)
  const known = kept.getQueryData<PageWithText>(keyOf('readPage', input))
  const every = known?.recognition === 'wanted' && known.text === null && 4_000
  const page = useAsked('readPage', input, { keep: true, every })
  const isHere = page.data?.number === number && !page.isPlaceholderData
  return { page, isHere }
}
