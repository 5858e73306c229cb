import { useEffect, useState } from 'react'
import type { Passage } from '../text/passage.ts'
import { rangesOf, selectedPassage, unitAtPoint } from '../text/selection.ts'

/** A passage that is marked in a text, by the name of what marks it. */
export type TextMark = Passage & { id: string }

/**
 * Marks passages in an element that shows a text letter by letter, and tells which one is selected in it. The marks are
 * highlights of the browser (CSS Custom Highlight API): they leave the element's content alone.
 */
export function useTextMarks(
  root: HTMLElement | null,
  text: string,
  marks: readonly TextMark[],
  chosen: string | null,
  onChoose: (id: string) => void,
): Passage | null {
  const [selected, setSelected] = useState<Passage | null>(null)

  useEffect(() => {
    if (!root || !('highlights' in CSS)) return
    const of = (some: readonly TextMark[]) => new Highlight(...rangesOf(root, some))
    CSS.highlights.set('note', of(marks))
    CSS.highlights.set('note-chosen', of(marks.filter(({ id }) => id === chosen)))
    return () => {
      CSS.highlights.delete('note')
      CSS.highlights.delete('note-chosen')
    }
  }, [root, marks, chosen])

  useEffect(() => {
    if (!root) return
    const look = () => {
      const passage = selectedPassage(root, text)
      // A selection that goes away, as when somebody goes on to write, is still what they selected.
      if (passage) setSelected(passage)
    }
    const click = ({ clientX, clientY }: MouseEvent) => {
      const at = unitAtPoint(root, clientX, clientY)
      const hit = at === null ? undefined : marks.findLast(({ start, end }) => start <= at && at <= end)
      if (hit && document.getSelection()?.isCollapsed !== false) onChoose(hit.id)
    }
    document.addEventListener('selectionchange', look)
    root.addEventListener('click', click)
    return () => {
      document.removeEventListener('selectionchange', look)
      root.removeEventListener('click', click)
    }
  }, [root, text, marks, onChoose])

  return selected
}
