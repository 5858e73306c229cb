import OpenSeadragon from 'openseadragon'
import type { Reply } from '../api/ask.ts'

export type ImageInformation = Reply<'readImageInformation'>

/** A page as the image service tells of it. */
export type Leaf = { id: string; info: ImageInformation }

type Open = { info: ImageInformation; image: OpenSeadragon.TiledImage }

/** What viewers have open by the ids of pages: the page in view, first in its world, and hidden behind it those around. */
const opened = new WeakMap<OpenSeadragon.Viewer, Map<string, Open>>()

/** What OpenSeadragon takes for the scan of a page; its own address may name another host than the pages come from. */
export const tileSource = ({ id, info }: Leaf) => ({
  ...info,
  id: `${location.origin}/iiif/image/3/${encodeURIComponent(id)}`,
})

/** Opens a page in the place of all that is open; `done` once it is. What is returned gives that up. */
export function openAlone(viewer: OpenSeadragon.Viewer, leaf: Leaf, done: () => void): () => void {
  opened.delete(viewer)
  const isOpen = () => {
    const image = viewer.world.getItemAt(0)
    if (image) opened.set(viewer, new Map([[leaf.id, { info: leaf.info, image }]]))
    done()
  }
  viewer.addOnceHandler('open', isOpen)
  viewer.open(tileSource(leaf) as unknown as OpenSeadragon.TileSourceSpecifier)
  return () => viewer.removeHandler('open', isOpen)
}

/** Lets a page take the place of the one in view, at once and whole as if it had been opened; false where it lies not open. */
export function bringForward(viewer: OpenSeadragon.Viewer, { id, info }: Leaf): boolean {
  const one = opened.get(viewer)?.get(id)
  if (!one || one.info !== info) return false
  const { world, viewport } = viewer
  const { image } = one
  viewer.clearOverlays()
  // What each step comes to is reckoned once, behind the last.
  world.setAutoRefigureSizes(false)
  world.setItemIndex(image, 0)
  image.setPosition(new OpenSeadragon.Point(0, 0), true)
  image.setWidth(1, true)
  image.setPreload(false)
  image.setOpacity(1)
  for (const other of behind(viewer)) {
    hide(other.image)
    lay(other.image, image.getBounds())
  }
  world.setAutoRefigureSizes(true)
  viewport.goHome(true)
  return true
}

/**
 * Keeps these pages open behind the one in view, with what will be seen of them first loaded, and lets go of others. Only
 * where a page is in view.
 */
export function keepBehind(viewer: OpenSeadragon.Viewer, leaves: readonly Leaf[]): void {
  const pages = opened.get(viewer)
  const shown = viewer.world.getItemAt(0)
  if (!pages || !shown) return
  for (const [id, { info, image }] of pages) {
    const isWanted = image === shown || leaves.some((leaf) => leaf.id === id && leaf.info === info)
    if (isWanted) continue
    pages.delete(id)
    viewer.world.removeItem(image)
  }
  for (const leaf of leaves) if (!pages.has(leaf.id)) layBehind(viewer, leaf, pages)
}

function layBehind(viewer: OpenSeadragon.Viewer, leaf: Leaf, pages: Map<string, Open>): void {
  const success = (event: unknown) => {
    // Its types take this for an event of the page.
    const { item: image } = event as { item: OpenSeadragon.TiledImage }
    const shown = viewer.world.getItemAt(0)
    // Meanwhile another page was opened, or this one by another way.
    if (opened.get(viewer) !== pages || pages.has(leaf.id) || !shown) return viewer.world.removeItem(image)
    pages.set(leaf.id, { info: leaf.info, image })
    // As much of it is loaded as will be seen when it is brought forward: all of it, in as many pixels as there are.
    const seen = viewer.viewport.getBounds().intersection(shown.getBounds())
    lay(image, seen ?? shown.getBounds())
    image.addHandler('fully-loaded-change', ({ fullyLoaded }) => {
      if (!fullyLoaded || image.getOpacity() > 0) return
      image.setPreload(false)
      const now = viewer.world.getItemAt(0)
      if (now && now !== image) lay(image, now.getBounds())
    })
  }
  viewer.addTiledImage({ tileSource: tileSource(leaf), opacity: 0, preload: true, success })
}

function hide(image: OpenSeadragon.TiledImage): void {
  image.setPreload(false)
  image.setOpacity(0)
}

/** All that is open, but for the page in view. */
function behind(viewer: OpenSeadragon.Viewer): Open[] {
  const shown = viewer.world.getItemAt(0)
  return [...(opened.get(viewer)?.values() ?? [])].filter(({ image }) => image !== shown)
}

/** Lays a page within what is seen, so that it does not reach beyond and the whole stays what it is. */
const lay = (image: OpenSeadragon.TiledImage, within: OpenSeadragon.Rect) =>
  image.fitBounds(within, OpenSeadragon.Placement.CENTER, true)
