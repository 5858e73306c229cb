import type OpenSeadragon from 'openseadragon'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMayAnnotate } from '../annotate/use-may-annotate.ts'
import { usePageNotes } from '../annotate/use-page-notes.ts'
import type { LinkedWord } from '../text/linked-words.ts'
import type { Passage } from '../text/passage.ts'
import { notePlaces } from './note-places.ts'
import type { PageWithText } from './use-page.ts'
import type { Reading } from './use-read-address.ts'

type Props = {
  document: string
  page: PageWithText
  linked: readonly LinkedWord[]
  reading: Reading
  /** Null where there is nothing to draw on. */
  viewer: OpenSeadragon.Viewer | null
  /** Whether what is shown can be annotated. */
  isOpen: boolean
}

/** The annotations of the page that is read: the address says whether they are shown, and which one is chosen. */
export function useReadingNotes({ document, page, linked, reading, viewer, isOpen }: Props) {
  const { address, change } = reading
  const mayAnnotate = useMayAnnotate()
  const state = usePageNotes({ document, page, viewer })
  const { notes, setBeginning } = state
  const { text } = page
  const places = useMemo(() => notePlaces(notes, text, linked), [notes, text, linked])
  const isShown = address.notes

  const isByKey = useRef(false)
  useEffect(() => {
    if (isShown && isByKey.current) element('page-notes')?.focus()
    isByKey.current = false
  }, [isShown])

  const choose = useCallback((id: string) => change({ note: id, notes: true }, { replace: true }), [change])
  const open = useCallback(() => change({ notes: true }, { replace: true }), [change])
  const close = useCallback(() => {
    change({ notes: false, note: null }, { replace: true })
    element('show-notes')?.focus({ preventScroll: true })
  }, [change])
  /** Begins an annotation of words. */
  const annotate = useCallback(
    (passage: Passage) => {
      setBeginning({ kind: 'passage', passage })
      if (!isShown) open()
    },
    [setBeginning, isShown, open],
  )
  /** What their key does: annotates what is selected, else shows or hides them. */
  const onKey = (selected: Passage | null) => {
    if (selected && isOpen && mayAnnotate) return annotate(selected)
    if (isShown) return close()
    isByKey.current = true
    open()
  }
  return { state, places, isShown, choose, open, close, annotate, onKey }
}

const element = (id: string) => document.getElementById(id)
