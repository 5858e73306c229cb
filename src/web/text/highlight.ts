import { useEffect } from 'react'
import type { Passage } from './passage.ts'
import { rangesOf } from './selection.ts'

/**
 * Marks passages of a text by a highlight of the browser (CSS Custom Highlight API) under this name, which leaves the
 * element alone: for what changes with every movement of the pointer. Where a browser has none, nothing is marked.
 */
export function useHighlight(
  name: string,
  root: HTMLElement | null,
  passages: readonly Passage[],
  text: string,
): void {
  // The text is what the passages are of: with another one the element holds other nodes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!root || passages.length === 0 || !('highlights' in CSS)) return
    CSS.highlights.set(name, new Highlight(...rangesOf(root, passages)))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [name, root, passages, text])
}
