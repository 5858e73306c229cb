import { useEffect, useRef } from 'react'
import type { TextRange } from '../text/segments.ts'
import { scrollerOf } from '../text/selection.ts'

/** Begins each page at its top, and brings what its text is opened at, or the hit that is looked at, into sight. */
export function useScrolled(
  place: HTMLElement | null,
  root: HTMLElement | null,
  number: number,
  ranges: readonly TextRange[],
): void {
  const last = useRef(number)
  useEffect(() => {
    if (!place || last.current === number) return
    last.current = number
    const scroller = root && scrollerOf(root)
    if (scroller && scroller !== document.documentElement) scroller.scrollTop = 0
    // Only back: who has not scrolled that far stays where they are.
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView({ block: 'start' })
  }, [place, root, number])

  const wanted = ranges.find(({ kind }) => kind === 'place')
  const target = wanted && `${number} ${wanted.id} ${wanted.start}`
  useEffect(() => {
    if (!root || !target) return
    root.querySelector('[data-kinds~="place"]')?.scrollIntoView({ block: 'nearest' })
  }, [root, target])
}
