import OpenSeadragon from 'openseadragon'
import { useCallback, useEffect, useState } from 'react'
import { type LinkedWord, wordOn } from '../text/linked-words.ts'

/** Lets words be picked on a scan, and keeps the word at the caret in sight. */
export function useScanWords(
  linked: readonly LinkedWord[],
  current: LinkedWord | null,
  onPick: (word: LinkedWord) => void,
) {
  const [viewer, setViewer] = useState<OpenSeadragon.Viewer | null>(null)

  useEffect(() => {
    if (!viewer) return
    const click = ({ position, quick }: OpenSeadragon.CanvasClickEvent) => {
      const image = viewer.world.getItemAt(0)
      if (!quick || !image) return
      const { x, y } = image.viewerElementToImageCoordinates(position)
      const word = wordOn(linked, x, y)
      if (word) onPick(word)
    }
    viewer.addHandler('canvas-click', click)
    return () => viewer.removeHandler('canvas-click', click)
  }, [viewer, linked, onPick])

  useEffect(() => {
    const image = viewer?.world.getItemAt(0)
    if (!viewer || !image || !current) return
    const rect = image.imageToViewportRectangle(...current.box)
    const seen = viewer.viewport.getBounds()
    const margin = seen.width * 0.05
    const within =
      rect.x > seen.x + margin &&
      rect.y > seen.y + margin &&
      rect.x + rect.width < seen.x + seen.width - margin &&
      rect.y + rect.height < seen.y + seen.height - margin
    if (!within)
      viewer.viewport.panTo(new OpenSeadragon.Point(rect.x + rect.width / 2, rect.y + rect.height / 2))
  }, [viewer, current])

  return useCallback((made: OpenSeadragon.Viewer | null) => setViewer(made), [])
}
