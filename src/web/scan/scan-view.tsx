import OpenSeadragon from 'openseadragon'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useAsked } from '../api/use-asked.ts'
import { words } from '../words/words.ts'
import type { Box } from './box.ts'
import { keepStylesOut } from './no-injected-style.ts'
import { passOverLateTiles } from './no-late-tiles.ts'
import { bringForward, openAlone } from './open-pages.ts'
import styles from './scan-view.module.css'
import { type ScanMark, useMarks } from './use-marks.ts'
import { usePagesBehind } from './use-pages-behind.ts'
import { giveUp, isGone, showBox } from './viewer.ts'

type Props = {
  pageId: string
  /** What the scan shows, for screen readers: such as "Page 3 of Serov Instructions". */
  label: string
  marks?: readonly ScanMark[]
  /** Shown from near once the page is open, and whenever it changes. */
  focus?: Box | null
  /** The pages that will be turned to next, whose scans are opened behind it. */
  ahead?: readonly string[]
  /** Given the viewer once it is made, and null before it goes; for drawing tools. */
  onViewer?: (viewer: OpenSeadragon.Viewer | null) => void
}

/**
 * The scan of a page to look at from near, from the archive's IIIF service: one viewer for all pages that are turned.
 * With the focus on it, arrows move it, + and − bring it nearer and farther, 0 shows the whole and R turns it.
 */
export function ScanView(props: Props) {
  const { pageId, label, marks = none, focus = null, ahead = nothing, onViewer } = props
  const place = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<OpenSeadragon.Viewer | null>(null)
  const [open, setOpen] = useState('')
  const [drawn, setDrawn] = useState('')
  const image = useAsked('readImageInformation', { params: { pageId } })
  const isOpen = open === pageId

  useEffect(() => {
    if (!place.current) return
    keepStylesOut()
    passOverLateTiles()
    const made = OpenSeadragon({ ...settings, element: place.current })
    setViewer(made)
    onViewer?.(made)
    return () => {
      onViewer?.(null)
      setViewer(null)
      giveUp(made)
    }
  }, [onViewer])

  useEffect(() => {
    if (!viewer) return
    viewer.canvas.setAttribute('role', 'application')
    viewer.canvas.setAttribute('aria-label', `${label}. ${words.scan.keys}`)
  }, [viewer, label])

  // Before anything is painted: a page that lies open already is drawn in the same frame as its text.
  useLayoutEffect(() => {
    if (!viewer || isGone(viewer) || !image.data) return
    const leaf = { id: pageId, info: image.data }
    const seen = () => setDrawn(pageId)
    const opened = () => {
      viewer.viewport.setRotation(0, true)
      viewer.addOnceHandler('tile-drawn', seen)
      setOpen(pageId)
    }
    let stop: (() => void) | null = null
    if (bringForward(viewer, leaf)) opened()
    else {
      setOpen('')
      stop = openAlone(viewer, leaf, opened)
    }
    return () => {
      stop?.()
      viewer.removeHandler('tile-drawn', seen)
    }
  }, [viewer, image.data, pageId])

  useMarks(viewer, isOpen ? open : '', marks)
  usePagesBehind(viewer, isOpen ? open : '', ahead)

  const seen = useRef('')
  useEffect(() => {
    if (!viewer || !isOpen) return
    // What a page is opened at is there at once; from there on the eye is led.
    const isAtOnce = seen.current !== pageId
    seen.current = pageId
    if (focus) showBox(viewer, focus, isAtOnce)
  }, [viewer, isOpen, pageId, focus])

  const by = (factor: number) => viewer?.viewport.zoomBy(factor).applyConstraints()
  const turn = () => viewer?.viewport.setRotation(viewer.viewport.getRotation() + 90)
  const button = (says: string, sign: string, onClick: () => void) => (
    <button type="button" onClick={onClick} disabled={!isOpen} aria-label={says} title={says}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <section className={styles.scan} aria-label={label} aria-busy={drawn !== pageId && !image.error}>
      <div ref={place} className={styles.canvas} data-open={isOpen} />
      <div className={styles.buttons}>
        {button(words.scan.nearer, '+', () => by(1.5))}
        {button(words.scan.farther, '−', () => by(1 / 1.5))}
        {button(words.scan.whole, '⤢', () => viewer?.viewport.goHome())}
        {button(words.scan.turn, '↻', turn)}
      </div>
      {image.error && (
        <div className={styles.missing} role="status">
          <p>{image.error.message}</p>
          <button type="button" onClick={() => void image.refetch()}>
            {words.shell.again}
          </button>
        </div>
      )}
    </section>
  )
}

const none: readonly ScanMark[] = []
const nothing: readonly string[] = []

const settings: Partial<OpenSeadragon.Options> = {
  showNavigationControl: false,
  drawer: 'canvas',
  visibilityRatio: 0.5,
  maxZoomPixelRatio: 3,
  // Browsers ask a server for six things at once: what else there is to ask does not wait behind a scan.
  imageLoaderLimit: 4,
  // A page in view needs about thirty, and as many each that lies behind it.
  maxImageCacheCount: 100,
  animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.35,
  gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
}
