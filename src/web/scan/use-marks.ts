import type OpenSeadragon from 'openseadragon'
import { useEffect, useRef } from 'react'
import type { Box } from './box.ts'
import styles from './scan-view.module.css'
import { isGone, rectOf } from './viewer.ts'

/** A place that is marked on the scan; `kind` names its class in the style sheet. */
export type ScanMark = {
  id: string
  box: Box
  kind: 'hit' | 'place' | 'word' | 'note' | 'noted' | 'chosen'
  label?: string | undefined
}

/** Lays marks over the page that is open, and changes only those that are others than before. */
export function useMarks(viewer: OpenSeadragon.Viewer | null, open: string, marks: readonly ScanMark[]) {
  const laid = useRef({ page: '', elements: new Map<string, HTMLElement>() })
  useEffect(() => {
    if (!viewer || isGone(viewer)) return
    // Opening a page takes away what lay on the one before.
    if (laid.current.page !== open) laid.current = { page: open, elements: new Map() }
    const { elements } = laid.current
    if (open === '') return
    const wanted = new Map(marks.map((mark) => [keyOf(mark), mark]))
    for (const [key, element] of elements) {
      if (wanted.has(key)) continue
      viewer.removeOverlay(element)
      elements.delete(key)
    }
    for (const [key, mark] of wanted) {
      const location = elements.has(key) ? null : rectOf(viewer, mark.box)
      if (!location) continue
      const element = elementOf(mark)
      viewer.addOverlay({ element, location })
      elements.set(key, element)
    }
  }, [viewer, open, marks])
}

const keyOf = ({ id, box, kind, label = '' }: ScanMark) => [kind, id, box.join(), label].join('\n')

function elementOf({ id, kind, label }: ScanMark): HTMLElement {
  const element = document.createElement('div')
  element.className = `${styles.mark} ${styles[kind]}`
  element.dataset.mark = id
  element.dataset.kind = kind
  if (label) element.title = label
  return element
}
