import { useCallback, useLayoutEffect, useState } from 'react'

export const views = ['both', 'scan', 'text'] as const
export type View = (typeof views)[number]

const key = 'fonds-read-view'

/**
 * How the page is laid out, as somebody chose it on this device. Where there is no room for both, the list of pages goes
 * while annotations are shown, and comes back in their place.
 */
export function useView(notes: { isShown: boolean; close: () => void }) {
  const [view, setView] = useState<View>(
    () => views.find((one) => one === localStorage.getItem(key)) ?? 'both',
  )
  const [isWanted, setWanted] = useState(() => matchMedia('(min-width: 75rem)').matches)
  const isCrowded = notes.isShown && !matchMedia('(min-width: 100rem)').matches
  const isRail = isWanted && !isCrowded
  const onRail = () => {
    if (isCrowded) notes.close()
    setWanted(isCrowded || !isWanted)
  }
  const choose = useCallback((chosen: View) => {
    localStorage.setItem(key, chosen)
    setView(chosen)
  }, [])
  return { view, setView: choose, isRail, onRail }
}

/** How far below the beginning of all an element begins, in pixels: what is over it may wrap into more lines. */
export function useTop(element: HTMLElement | null): number | null {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY))
    measure()
    const watch = new ResizeObserver(measure)
    for (const above of [...(element.parentElement?.children ?? []), ...document.querySelectorAll('header')])
      if (above !== element) watch.observe(above)
    return () => watch.disconnect()
  }, [element])
  return top
}
