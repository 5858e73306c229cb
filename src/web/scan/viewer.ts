import OpenSeadragon from 'openseadragon'
import { type Box, clipBox } from './box.ts'

/** Viewers that were given up: OpenSeadragon fails when these are asked anything. */
const gone = new WeakSet<OpenSeadragon.Viewer>()

export const isGone = (viewer: OpenSeadragon.Viewer): boolean => gone.has(viewer)

/** Gives a viewer up with all that it holds. */
export function giveUp(viewer: OpenSeadragon.Viewer): void {
  gone.add(viewer)
  viewer.destroy()
}

/** A box in the viewer's own measure; null while no page is open. */
export function rectOf(viewer: OpenSeadragon.Viewer, box: Box): OpenSeadragon.Rect | null {
  const image = isGone(viewer) ? undefined : viewer.world.getItemAt(0)
  return image ? image.imageToViewportRectangle(...box) : null
}

/** The part of the page that is seen, in its pixels; null while no page is open or none of it is in view. */
export function boxInView(viewer: OpenSeadragon.Viewer): Box | null {
  const image = isGone(viewer) ? undefined : viewer.world.getItemAt(0)
  if (!image) return null
  const { x, y, width, height } = image.viewportToImageRectangle(viewer.viewport.getBounds(true))
  const size = image.getContentSize()
  return clipBox([x, y, width, height], size.x, size.y)
}

/** Shows a box with what stands around it, so that it can be read. */
export function showBox(viewer: OpenSeadragon.Viewer, box: Box, isAtOnce: boolean): void {
  const rect = rectOf(viewer, box)
  if (!rect) return
  const margin = Math.max(rect.width / 4, rect.height / 4, 0.12)
  const { x, y, width, height } = rect
  const around = new OpenSeadragon.Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin)
  viewer.viewport.fitBoundsWithConstraints(around, isAtOnce)
}
