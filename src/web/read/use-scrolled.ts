import { useEffect, useRef } from 'react'
import type { MarkKind, TextRange } from '../text/segments.ts'
import { bringInView, type Covered, scrollerOf } from '../text/selection.ts'

type Scrolled = {
  place: HTMLElement | null
  root: HTMLElement | null
  number: number
  ranges: readonly TextRange[]
  /** How much of the window lies under what stays over the text. */
  covered: () => Covered
}

/** Begins each page at its top, and brings the annotation, the hit or the passage that is looked at into sight. */
export function useScrolled({ place, root, number, ranges, covered }: Scrolled): void {
  const last = useRef(number)
  useEffect(() => {
    if (!place || last.current === number) return
    last.current = number
    const scroller = root && scrollerOf(root)
    if (scroller && scroller !== document.documentElement) scroller.scrollTop = 0
    // Only back: who has not scrolled that far stays where they are.
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView({ block: 'start' })
  }, [place, root, number])

  const first = (wanted: MarkKind) => ranges.find(({ kind }) => kind === wanted)
  const wanted = first('chosen') ?? first('place') ?? first('hit')
  const id = wanted?.id
  const target = wanted && `${number} ${wanted.start}`
  useEffect(() => {
    if (!root || !target || !id) return
    const mark = root.querySelector(`[data-ranges~="${id}"]`)
    if (!mark) return
    const range = document.createRange()
    range.selectNode(mark)
    bringInView(range, scrollerOf(root), covered())
  }, [root, target, id, covered])
}
