import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** The width of an element in whole pixels, kept as it changes; 0 until it is measured, before the first paint. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!place.current) return
    const measure = () => setWidth(Math.floor(place.current?.clientWidth ?? 0))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [])
  return [place, width]
}
