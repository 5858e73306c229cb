import OpenSeadragon from 'openseadragon'
import { useEffect } from 'react'
import type { Box } from '../scan/box.ts'
import { isGone } from '../scan/viewer.ts'
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
    // Over the scan, so that the viewer knows nothing of what happens on it.
    const glass = document.createElement('div')
    glass.className = styles.glass ?? ''
    const pen = document.createElement('div')
    pen.className = styles.pen ?? ''
    viewer.container.append(glass)
    let from: OpenSeadragon.Point | null = null

    const pointAt = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = glass.getBoundingClientRect()
      const point = new OpenSeadragon.Point(clientX - left, clientY - top)
      return viewer.world.getItemAt(0)?.viewerElementToImageCoordinates(point) ?? null
    }
    const drawn = (event: PointerEvent): Box | null => {
      const to = pointAt(event)
      const size = viewer.world.getItemAt(0)?.getContentSize()
      return from && to && size ? boxBetween(from, to, size.x, size.y) : null
    }
    const down = (event: PointerEvent) => {
      event.preventDefault()
      event.stopPropagation()
      glass.setPointerCapture(event.pointerId)
      from = pointAt(event)
    }
    const move = (event: PointerEvent) => {
      const box = drawn(event)
      if (!box) return
      viewer.removeOverlay(pen)
      const location = viewer.world.getItemAt(0).imageToViewportRectangle(...box)
      viewer.addOverlay({ element: pen, location })
    }
    const up = (event: PointerEvent) => {
      event.stopPropagation()
      const box = drawn(event)
      from = null
      viewer.removeOverlay(pen)
      // Less was no drawing, but a click.
      if (box && box[2] > 3 && box[3] > 3) onDrawn(box)
    }
    glass.addEventListener('pointerdown', down)
    glass.addEventListener('pointermove', move)
    glass.addEventListener('pointerup', up)
    return () => {
      glass.remove()
      if (!isGone(viewer)) viewer.removeOverlay(pen)
    }
  }, [viewer, active, onDrawn])
}
