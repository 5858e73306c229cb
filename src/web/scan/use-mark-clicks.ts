import type OpenSeadragon from 'openseadragon'
import { useEffect } from 'react'
import type { ScanMark } from './use-marks.ts'

/** Tells the id of the smallest of some marks that is clicked on. */
export function useMarkClicks(
  viewer: OpenSeadragon.Viewer | null,
  marks: readonly ScanMark[],
  onMark: (id: string) => void,
): void {
  useEffect(() => {
    if (!viewer || marks.length === 0) return
    const click = ({ position, quick }: OpenSeadragon.CanvasClickEvent) => {
      const image = viewer.world.getItemAt(0)
      if (!quick || !image) return
      const { x, y } = image.viewerElementToImageCoordinates(position)
      const mark = markOn(marks, x, y)
      if (mark) onMark(mark.id)
    }
    viewer.addHandler('canvas-click', click)
    return () => viewer.removeHandler('canvas-click', click)
  }, [viewer, marks, onMark])
}

/** The smallest mark on which a point of the page lies. */
export function markOn(marks: readonly ScanMark[], x: number, y: number): ScanMark | null {
  const hit = marks.filter(
    ({ box: [left, top, w, h] }) => x >= left && x <= left + w && y >= top && y <= top + h,
  )
  return hit.toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3])[0] ?? null
}
