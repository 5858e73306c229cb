import OpenSeadragon from 'openseadragon'
import { useEffect, useRef, useState } from 'react'
import { useAsked } from '../api/use-asked.ts'
import { words } from '../words/words.ts'
import { keepStylesOut } from './no-injected-style.ts'
import styles from './scan-view.module.css'

/** A rectangle in pixels of the page's image: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A place that is marked on the scan; `kind` names its class in the style sheet. */
export type ScanMark = { id: string; box: Box; kind: 'hit' | 'place' | 'word' | 'note'; label?: string }

type Props = {
  pageId: string
  /** What the scan shows, for screen readers: such as "Page 3 of Serov Instructions". */
  label: string
  marks?: readonly ScanMark[]
  /** Shown from near once the page is open, and whenever it changes. */
  focus?: Box | null
  /** Given the viewer once it is made, and null before it goes; for drawing tools. */
  onViewer?: (viewer: OpenSeadragon.Viewer | null) => void
}

/** The scan of a page to look at from near, from the archive's IIIF service; one viewer for all pages that are turned. */
export function ScanView({ pageId, label, marks = none, focus = null, onViewer }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<OpenSeadragon.Viewer | null>(null)
  const [open, setOpen] = useState('')
  const image = useAsked('readImageInformation', { params: { pageId } })

  useEffect(() => {
    if (!place.current) return
    keepStylesOut()
    const made = OpenSeadragon({ ...settings, element: place.current })
    setViewer(made)
    onViewer?.(made)
    return () => {
      onViewer?.(null)
      setViewer(null)
      gone.add(made)
      made.destroy()
    }
  }, [onViewer])

  useEffect(() => {
    if (!viewer || !image.data) return
    // Its own address may name another host than the one that the pages come from.
    const id = `${location.origin}/iiif/image/3/${encodeURIComponent(pageId)}`
    const opened = () => setOpen(pageId)
    setOpen('')
    viewer.addOnceHandler('open', opened)
    // OpenSeadragon reads what an IIIF service says of an image; its types know only what it makes of that.
    viewer.open({ ...image.data, id } as unknown as OpenSeadragon.TileSourceSpecifier)
    return () => viewer.removeHandler('open', opened)
  }, [viewer, image.data, pageId])

  useEffect(() => {
    if (!viewer || open !== pageId) return
    for (const mark of marks)
      viewer.addOverlay({ element: elementOf(mark), location: rectOf(viewer, mark.box) })
    return () => {
      // The viewer may have gone first, with all that was on it.
      if (!gone.has(viewer)) viewer.clearOverlays()
    }
  }, [viewer, open, pageId, marks])

  useEffect(() => {
    if (viewer && open === pageId && focus) viewer.viewport.fitBounds(around(rectOf(viewer, focus)), false)
  }, [viewer, open, pageId, focus])

  const by = (factor: number) => viewer?.viewport.zoomBy(factor).applyConstraints()
  return (
    <section className={styles.scan} aria-label={label}>
      <div ref={place} className={styles.canvas} data-open={open === pageId} />
      <div className={styles.buttons}>
        <button type="button" onClick={() => by(1.5)} aria-label={words.scan.nearer}>
          +
        </button>
        <button type="button" onClick={() => by(1 / 1.5)} aria-label={words.scan.farther}>
          −
        </button>
        <button type="button" onClick={() => viewer?.viewport.goHome()}>
          {words.scan.whole}
        </button>
      </div>
      {image.error && <p className={styles.missing}>{image.error.message}</p>}
    </section>
  )
}

const gone = new WeakSet<OpenSeadragon.Viewer>()

const none: readonly ScanMark[] = []

const settings: Partial<OpenSeadragon.Options> = {
  showNavigationControl: false,
  drawer: 'canvas',
  visibilityRatio: 0.5,
  maxZoomPixelRatio: 3,
  animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.35,
  gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
}

/** Boxes are told in pixels of the page, which the image has as well. */
function rectOf(viewer: OpenSeadragon.Viewer, [x, y, width, height]: Box): OpenSeadragon.Rect {
  const item = viewer.world.getItemAt(0)
  return item.imageToViewportRectangle(x, y, width, height)
}

/** The place with what stands around it, so that it can be read. */
const around = ({ x, y, width, height }: OpenSeadragon.Rect) => {
  const margin = Math.max(width, height, 0.12)
  return new OpenSeadragon.Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin)
}

function elementOf({ id, kind, label }: ScanMark): HTMLElement {
  const element = document.createElement('div')
  element.className = `${styles.mark} ${styles[kind]}`
  element.dataset.mark = id
  element.dataset.kind = kind
  if (label) element.title = label
  return element
}
