import OpenSeadragon from 'openseadragon'
import { useEffect } from 'react'
import type { Box } from '../scan/scan-view.tsx'
import { boxBetween } from './box-between.ts'
import styles from './draw-box.module.css'

/** Lets a box be drawn on a scan by dragging, in whole pixels of the page and within it; while it does, nothing moves. */
export function useDrawBox(
  viewer: OpenSeadragon.Viewer | null,
  active: boolean,
  onDrawn: (box: Box) => void,
): void {
  useEffect(() => {
    if (!viewer || !active) return
    const pointAt = (position: OpenSeadragon.Point) =>
      viewer.world.getItemAt(0)?.viewerElementToImageCoordinates(position) ?? null
    let from: OpenSeadragon.Point | null = null
    const pen = document.createElement('div')
    pen.className = styles.pen ?? ''
    const drawn = (to: OpenSeadragon.Point): Box | null => {
      const size = viewer.world.getItemAt(0)?.getContentSize()
      return from && size ? boxBetween(from, to, size.x, size.y) : null
    }
    const tracker = new OpenSeadragon.MouseTracker({
      element: viewer.canvas,
      pressHandler: (event) => {
        from = 'position' in event ? pointAt(event.position) : null
      },
      dragHandler: (event) => {
        const to = 'position' in event ? pointAt(event.position) : null
        const box = to && drawn(to)
        if (!box) return
        const rect = viewer.world.getItemAt(0).imageToViewportRectangle(...box)
        viewer.removeOverlay(pen)
        viewer.addOverlay({ element: pen, location: rect })
      },
      releaseHandler: (event) => {
        const to = 'position' in event ? pointAt(event.position) : null
        const box = to && drawn(to)
        from = null
        viewer.removeOverlay(pen)
        if (box && box[2] > 3 && box[3] > 3) onDrawn(box)
      },
    })
    viewer.setMouseNavEnabled(false)
    viewer.element.dataset.drawing = 'true'
    return () => {
      tracker.destroy()
      viewer.removeOverlay(pen)
      viewer.setMouseNavEnabled(true)
      delete viewer.element.dataset.drawing
    }
  }, [viewer, active, onDrawn])
}
