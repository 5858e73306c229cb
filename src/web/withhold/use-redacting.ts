import type OpenSeadragon from 'openseadragon'
import { useCallback, useEffect, useState } from 'react'
import { useDrawBox } from '../annotate/use-draw-box.ts'
import type { Box } from '../scan/box.ts'

export type Begun = { quote: string; because: string }

const nothing: Begun = { quote: '', because: '' }

/** A region that is drawn on the scan of a page to be redacted; the dialog opens again once it is. */
export type Redacting = {
  isDrawing: boolean
  box: Box | null
  canDraw: boolean
  /** What stood in the form when the drawing began. */
  begun: Begun
  draw: (begun: Begun) => void
  stop: () => void
  forget: () => void
}

export function useRedacting(
  viewer: OpenSeadragon.Viewer | null,
  page: string,
  open: (what: 'withhold' | null) => void,
): Redacting {
  const [drawingOn, setDrawingOn] = useState<string | null>(null)
  const [drawn, setDrawn] = useState<{ page: string; box: Box } | null>(null)
  const [begun, setBegun] = useState(nothing)
  const isDrawing = drawingOn === page && viewer !== null
  const onDrawn = useCallback(
    (box: Box) => {
      setDrawn({ page, box })
      setDrawingOn(null)
      open('withhold')
    },
    [page, open],
  )
  useDrawBox(viewer, isDrawing, onDrawn)
  const stop = useCallback(() => setDrawingOn(null), [])
  useEffect(() => {
    if (!isDrawing) return
    const key = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [isDrawing, stop])
  return {
    isDrawing,
    box: drawn?.page === page ? drawn.box : null,
    canDraw: viewer !== null,
    begun,
    draw: (written) => {
      setBegun(written)
      open(null)
      setDrawingOn(page)
    },
    stop,
    forget: () => {
      setDrawn(null)
      setBegun(nothing)
    },
  }
}
