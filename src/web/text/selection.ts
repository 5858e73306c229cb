import { type Passage, trimPassage } from './passage.ts'

/** The passage of a text that is selected in the element which shows it letter by letter; null where none is. */
export function selectedPassage(root: HTMLElement, text: string): Passage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = root.contains(range.startContainer)
    ? unitOf(root, range.startContainer, range.startOffset)
    : 0
  const end = root.contains(range.endContainer)
    ? unitOf(root, range.endContainer, range.endOffset)
    : text.length
  return trimPassage(text, { start, end })
}

/** How many letters (UTF-16 units) of an element's text stand before a place within it. */
export function unitOf(root: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(node, offset)
  return before.toString().length
}

/** The stretches of an element's text as ranges, which are given in order of their beginnings. */
export function rangesOf(root: HTMLElement, passages: readonly Passage[]): Range[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: { node: Node; start: number; end: number }[] = []
  let at = 0
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    nodes.push({ node, start: at, end: at + length })
    at += length
  }
  return passages.flatMap(({ start, end }) => {
    const first = nodes.find((one) => start < one.end)
    const last = nodes.find((one) => end <= one.end)
    if (!first || !last || end <= start) return []
    const range = document.createRange()
    range.setStart(first.node, start - first.start)
    range.setEnd(last.node, end - last.start)
    return [range]
  })
}

/** The place in an element's text under a point of the window; null where there is none. */
export function unitAtPoint(root: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  return caret && root.contains(caret.offsetNode) ? unitOf(root, caret.offsetNode, caret.offset) : null
}

/** What scrolls an element: the nearest around it that does, else the window. */
export function scrollerOf(element: HTMLElement): HTMLElement {
  for (let one = element.parentElement; one; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return document.documentElement
}

/** How much of the window lies under something, where it is the window that scrolls. */
export type Covered = { above: number; below: number }

/**
 * Scrolls what holds a range as little as it takes for it to be seen whole, with a margin; `covered` is how much of the
 * window something lies over.
 */
export function bringInView(range: Range, scroller: HTMLElement, covered: Covered): void {
  const margin = 48
  const isWindow = scroller === document.documentElement
  const seen = isWindow
    ? { top: covered.above, bottom: window.innerHeight - covered.below }
    : scroller.getBoundingClientRect()
  const rect = range.getBoundingClientRect()
  const above = rect.top - (seen.top + margin)
  const below = rect.bottom - (seen.bottom - margin)
  const by = above < 0 ? above : Math.min(Math.max(0, below), above)
  if (by !== 0) scroller.scrollBy({ top: by, behavior: 'instant' })
}
