import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useState } from 'react'
import { useHighlight } from '../text/highlight.ts'
import { type LinkedWord, nextWord, wordAt } from '../text/linked-words.ts'
import type { Passage } from '../text/passage.ts'
import {
  bringInView,
  type Covered,
  rangesOf,
  scrollerOf,
  selectedPassage,
  unitAtPoint,
} from '../text/selection.ts'

export type TextPointing = ReturnType<typeof useTextPointing>

/**
 * The word of a text that is pointed at, by pointer, keys or from the scan, and the passage that is selected; `covered`
 * tells how much of the window lies under what stays over the text.
 */
export function useTextPointing(content: string, linked: readonly LinkedWord[], covered: () => Covered) {
  const [root, rootRef] = useState<HTMLElement | null>(null)
  const [pointed, setPointed] = useState<LinkedWord | null>(null)
  const [selected, setSelected] = useState<Passage | null>(null)

  // Another text has other words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setPointed(null)
    setSelected(null)
  }, [content, linked])

  useEffect(() => {
    if (!root) return
    const look = () => setSelected(selectedPassage(root, content))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root, content])
  useHighlight('word', root, pointed ? [pointed] : none, content)

  const show = useCallback(
    (word: LinkedWord) => {
      setPointed(word)
      const range = root && rangesOf(root, [word])[0]
      if (root && range) bringInView(range, scrollerOf(root), covered())
    },
    [root, covered],
  )
  const onPointerMove = ({ clientX, clientY, pointerType, buttons }: PointerEvent) => {
    // A finger scrolls, and who drags selects.
    if (!root || linked.length === 0 || pointerType === 'touch' || buttons > 0) return
    const at = unitAtPoint(root, clientX, clientY)
    const word = at === null ? null : wordAt(linked, at)
    if (word?.start !== pointed?.start) setPointed(word)
  }
  const onClick = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const at = root && unitAtPoint(root, clientX, clientY)
    const word = at === null ? null : wordAt(linked, at)
    if (word) setPointed(word)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // In a table that scrolls they are its own.
    if (event.target !== event.currentTarget) return
    const isForward = event.key === 'ArrowRight'
    if ((!isForward && event.key !== 'ArrowLeft') || event.shiftKey || event.altKey || event.ctrlKey) return
    const next = nextWord(linked, pointed?.start ?? -1, isForward)
    if (!next) return
    event.preventDefault()
    show(next)
  }
  return { root, rootRef, pointed, selected, show, handlers: { onPointerMove, onClick, onKeyDown } }
}

const none: readonly Passage[] = []
