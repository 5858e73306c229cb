import type OpenSeadragon from 'openseadragon'
import { useCallback, useMemo, useState } from 'react'
import type { Reply } from '../api/ask.ts'
import type { Box } from '../scan/box.ts'
import type { ScanMark } from '../scan/use-marks.ts'
import { utf16Index } from '../text/code-points.ts'
import type { Passage } from '../text/passage.ts'
import type { Note } from './note.ts'
import { useDrawBox } from './use-draw-box.ts'
import { useNotesOfPage } from './use-notes.ts'
import { type TextMark, useTextMarks } from './use-text-marks.ts'

type Shown = Pick<Reply<'readPage'>, 'id' | 'number' | 'label' | 'width' | 'height' | 'text'>

/** What an annotation that is being written is about. */
export type Beginning =
  | { kind: 'passage'; passage: Passage }
  | { kind: 'region'; box: Box }
  | { kind: 'page' | 'words' }

export type PageNotesState = ReturnType<typeof usePageNotes>

/**
 * The annotations of a page that is shown: `textRoot` goes to the element that shows its text letter by letter,
 * `marks` and `onViewer` to its scan, and all of it to `PageNotes`.
 */
export function usePageNotes(document: string, page: Shown) {
  const list = useNotesOfPage(document, page.id)
  const [root, textRoot] = useState<HTMLElement | null>(null)
  const [viewer, onViewer] = useState<OpenSeadragon.Viewer | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [drawing, setDrawing] = useState(false)
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const text = page.text?.content ?? ''
  const notes = list.data?.notes ?? nothing

  const inText = useMemo(() => notes.flatMap((note) => textMarkOf(note, text)), [notes, text])
  const marks = useMemo(() => {
    const onScan = notes.flatMap((note) => scanMarkOf(note, note.id === chosen))
    return beginning?.kind === 'region'
      ? [...onScan, { id: 'new', box: beginning.box, kind: 'place' as const }]
      : onScan
  }, [notes, chosen, beginning])

  const show = useCallback(
    (id: string) => {
      setChosen(id)
      const note = notes.find((one) => one.id === id)
      const image = viewer?.world.getItemAt(0)
      if (note?.box && image) viewer?.viewport.panTo(image.imageToViewportRectangle(...note.box).getCenter())
    },
    [notes, viewer],
  )
  const selected = useTextMarks(root, text, inText, chosen, setChosen)
  const drawn = useCallback((box: Box) => {
    setDrawing(false)
    setBeginning({ kind: 'region', box })
  }, [])
  useDrawBox(viewer, drawing, drawn)

  return {
    ...{ document, page, list, notes, marks, textRoot, root, onViewer, chosen, show, text },
    ...{ selected, drawing, setDrawing, beginning, setBeginning, hasScan: viewer !== null },
  }
}

const nothing: readonly Note[] = []

function textMarkOf({ id, anchor }: Note, text: string): TextMark[] {
  if (!anchor || !('start' in anchor)) return []
  return [{ id, start: utf16Index(text, anchor.start), end: utf16Index(text, anchor.end) }]
}

const scanMarkOf = ({ id, box, text }: Note, isChosen: boolean): ScanMark[] =>
  box ? [{ id, box, kind: isChosen ? 'place' : 'note', label: text.slice(0, 200) }] : []
