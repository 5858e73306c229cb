import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import OpenSeadragon from 'openseadragon'
import { useEffect } from 'react'
import type { Reply } from '../api/ask.ts'
import { askAhead } from '../api/use-asked.ts'
import { isGone } from './viewer.ts'

/** The largest pages show so many pieces at first, and a few more when they lie across the borders of these. */
const most = 24

/**
 * Loads what the viewer will ask for first when these pages are opened, so that it is at hand when they are turned to;
 * once all of the page that is looked at is there.
 */
export function useTilesAhead(
  viewer: OpenSeadragon.Viewer | null,
  open: string,
  pages: readonly string[],
): void {
  const kept = useQueryClient()
  useEffect(() => {
    const image = viewer && open !== '' && !isGone(viewer) ? viewer.world.getItemAt(0) : undefined
    if (!viewer || !image || pages.length === 0) return
    const load = () => {
      for (const page of pages) void loadTiles(kept, page, viewer)
    }
    if (image.getFullyLoaded()) return load()
    image.addOnceHandler('fully-loaded-change', load)
    return () => image.removeHandler('fully-loaded-change', load)
  }, [kept, viewer, open, pages])
}

async function loadTiles(kept: QueryClient, pageId: string, viewer: OpenSeadragon.Viewer): Promise<void> {
  const info = await askAhead(kept, 'readImageInformation', { params: { pageId } }).catch(() => null)
  if (!info || isGone(viewer)) return
  const { x, y } = viewer.viewport.getContainerSize()
  for (const url of tilesAtFirst(tileSource(pageId, info), x, y)) {
    const image = new Image()
    image.fetchPriority = 'low'
    image.src = url
  }
}

/** What OpenSeadragon takes for the scan of a page; its own address may name another host than the pages come from. */
export const tileSource = (pageId: string, info: Reply<'readImageInformation'>) => ({
  ...info,
  id: `${location.origin}/iiif/image/3/${encodeURIComponent(pageId)}`,
})

/** The addresses that a viewer of a size asks for to show the whole of a page: of all levels up to twice as large. */
function tilesAtFirst(options: ReturnType<typeof tileSource>, width: number, height: number): string[] {
  // OpenSeadragon reads what an IIIF service says of an image; its types know only what it makes of that.
  const told = { ...options, version: 3 }
  const source = new OpenSeadragon.IIIFTileSource(told as unknown as OpenSeadragon.TileSourceOptions)
  const { x, y } = source.dimensions
  const scale = Math.min(width / x, height / y)
  const urls: string[] = []
  for (let level = source.minLevel; level <= source.maxLevel; level++) {
    if (level > source.minLevel && source.getLevelScale(level) > 2 * scale) break
    const tiles = source.getNumTiles(level)
    for (let y = 0; y < tiles.y; y++)
      for (let x = 0; x < tiles.x; x++) urls.push(String(source.getTileUrl(level, x, y)))
  }
  return urls.slice(0, most)
}
