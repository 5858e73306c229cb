import { useQueryClient } from '@tanstack/react-query'
import type OpenSeadragon from 'openseadragon'
import { useEffect } from 'react'
import { askAhead } from '../api/use-asked.ts'
import { keepBehind } from './open-pages.ts'
import { isGone } from './viewer.ts'

/** Who leafs through without a pause waits for nothing but the page that comes, in milliseconds. */
const pause = 100

/**
 * Opens these pages behind the one that is looked at, so that they are at hand when they are turned to; once all of that
 * one is there. What cannot be told of is opened, or refused, when it is its turn.
 */
export function usePagesBehind(
  viewer: OpenSeadragon.Viewer | null,
  open: string,
  pages: readonly string[],
): void {
  const kept = useQueryClient()
  useEffect(() => {
    const image = viewer && open !== '' && !isGone(viewer) ? viewer.world.getItemAt(0) : undefined
    if (!viewer || !image || pages.length === 0) return
    let isLeft = false
    const load = async () => {
      const told = await Promise.all(
        pages.map(async (id) => {
          const info = await askAhead(kept, 'readImageInformation', { params: { pageId: id } }).catch(
            () => null,
          )
          return info ? [{ id, info }] : []
        }),
      )
      if (!isLeft && !isGone(viewer)) keepBehind(viewer, told.flat())
    }
    let soon: ReturnType<typeof setTimeout> | undefined
    const start = () => {
      soon = setTimeout(() => void load(), pause)
    }
    if (image.getFullyLoaded()) start()
    else image.addOnceHandler('fully-loaded-change', start)
    return () => {
      isLeft = true
      clearTimeout(soon)
      image.removeHandler('fully-loaded-change', start)
    }
  }, [kept, viewer, open, pages])
}
