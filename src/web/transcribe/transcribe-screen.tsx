import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { ask } from '../api/ask.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { Asked } from '../shell/asked.tsx'
import { useTitle } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { targetOf } from './use-transcription.ts'
import { Workplace } from './workplace.tsx'

/** A page's text to correct beside its scan. `layer` in the address says with which text to begin. */
export function TranscribeScreen({ document, number }: { document: ShownDocument; number: number }) {
  const [asked] = useSearchParams()
  const layer = asked.get('layer') ?? undefined
  // Read once and never from what was kept: what somebody is writing must not be changed under their hands.
  const read = useQuery({
    queryKey: ['transcribe', document.id, number, layer],
    queryFn: ({ signal }) => beginning(document.id, number, layer, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const name = read.data?.page.label ?? String(number)
  useTitle(words.transcribe.title(words.document.page(name), document.title))
  return (
    <Asked of={read}>
      {({ page, begun }) => (
        <Workplace
          key={`${page.id} ${page.text?.layer} ${begun} ${page.text?.revision}`}
          document={document}
          page={page}
          begun={begun}
        />
      )}
    </Asked>
  )
}

/** A page with the text to begin with, and the revision that saving takes the place of. */
async function beginning(documentId: string, number: number, layer: string | undefined, signal: AbortSignal) {
  const params = { documentId, number }
  const page = await ask('readPage', { params, query: { layer }, signal })
  const from = page.text?.layer ?? 'transcription'
  const target = targetOf(from)
  const isOver = target !== from && page.layers.includes(target)
  const over = isOver ? await ask('readPage', { params, query: { layer: target }, signal }) : page
  return { page, begun: over.text?.revision ?? null }
}
