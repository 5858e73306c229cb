import { useQuery } from '@tanstack/react-query'
import type OpenSeadragon from 'openseadragon'
import { useCallback, useState } from 'react'
import type { Reply } from '../api/ask.ts'
import type { Box } from '../scan/box.ts'
import type { Passage } from '../text/passage.ts'
import { useDrawBox } from './use-draw-box.ts'
import { notesOfPage } from './use-notes.ts'

type Shown = Pick<Reply<'readPage'>, 'id' | 'number' | 'label' | 'width' | 'height' | 'text'>

/** What an annotation that is being written is about. */
export type Beginning =
  | { kind: 'passage'; passage: Passage }
  | { kind: 'region'; box: Box }
  | { kind: 'page' | 'words' }

type Props = {
  document: string
  page: Shown
  /** Null where the page has no scan, or it is not there yet. */
  viewer: OpenSeadragon.Viewer | null
}

export type PageNotesState = ReturnType<typeof usePageNotes>

/** The annotations of the page that is shown, and the one that is being written about it: with the page it goes. */
export function usePageNotes({ document, page, viewer }: Props) {
  const list = useQuery(notesOfPage(document, page.id, page.text?.revision ?? null))
  const [drawingOn, setDrawingOn] = useState<string | null>(null)
  const [begun, setBegun] = useState<{ page: string; what: Beginning; name: string } | null>(null)
  // What was written of another page is kept as a draft of that page, and offered there.
  if (begun && begun.page !== page.id) setBegun(null)
  const drawing = drawingOn === page.id && viewer !== null
  const now = begun?.page === page.id ? begun : null

  const setDrawing = useCallback((is: boolean) => setDrawingOn(is ? page.id : null), [page.id])
  /** Begins one, or goes on with the draft of that name; what it is about may change while it is written. */
  const setBeginning = useCallback(
    (what: Beginning | null, name?: string) => {
      setDrawingOn(null)
      setBegun((last) => what && { page: page.id, what, name: name ?? last?.name ?? Date.now().toString(36) })
    },
    [page.id],
  )
  const drawn = useCallback((box: Box) => setBeginning({ kind: 'region', box }), [setBeginning])
  useDrawBox(viewer, drawing, drawn)

  return {
    ...{ document, page, list, notes: list.data?.notes ?? none },
    ...{ drawing, setDrawing, setBeginning, hasScan: viewer !== null },
    ...{ beginning: now?.what ?? null, name: now?.name ?? '' },
  }
}

const none: readonly never[] = []
