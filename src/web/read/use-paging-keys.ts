import { useEffect, useRef } from 'react'
import { type PressedIn, type Turn, turnOf } from './paging-keys.ts'

type Wishes = {
  /** What scrolls the text. */
  scroller: () => HTMLElement
  onTurn: (turn: Turn) => void
  /** By the key that it hears. */
  others: Readonly<Record<string, () => void>>
}

/** Hears the keys of the page that is read, wherever the focus is but in fields and dialogs. */
export function usePagingKeys(wishes: Wishes): void {
  const latest = useRef(wishes)
  latest.current = wishes
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const scroller = latest.current.scroller()
      const within = { place: placeOf(event.target), ...howFar(scroller) }
      const turn = turnOf(event, within)
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && within.place !== 'field'
      const other = isPlain ? latest.current.others[event.key.toLowerCase()] : undefined
      const pages = { PageDown: 1, PageUp: -1 }[event.key]
      const isScrolled = !turn && isPlain && pages !== undefined
      if (!turn && !other && !isScrolled) return
      event.preventDefault()
      if (isScrolled) scroller.scrollBy({ top: pages * scroller.clientHeight * 0.9, behavior: 'instant' })
      if (turn) latest.current.onTurn(turn)
      else other?.()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

function placeOf(target: EventTarget | null): PressedIn['place'] {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('input, select, textarea, [contenteditable]')) return 'field'
  return target.closest('[role="application"], [role="tablist"], [data-arrows]') ? 'arrows' : 'elsewhere'
}

function howFar({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { isAtTop: scrollTop <= 2, isAtEnd: scrollTop + clientHeight >= scrollHeight - 2 }
}
