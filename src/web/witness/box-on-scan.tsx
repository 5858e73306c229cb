import type OpenSeadragon from 'openseadragon'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { RegionFields } from '../annotate/region-fields.tsx'
import { useDrawBox } from '../annotate/use-draw-box.ts'
import { useAsked } from '../api/use-asked.ts'
import type { Box } from '../scan/box.ts'
import { ScanView } from '../scan/scan-view.tsx'
import { words } from '../words/words.ts'
import styles from './box-on-scan.module.css'

const says = words.witness.mark

type Props = {
  pageId: string
  label: string
  box: Box | null
  onChange: (box: Box | null) => void
  error: string | null
}

/** A box on the scan of a page: drawn by dragging over it, or given in numbers, in pixels of the page. */
export function BoxOnScan({ pageId, label, box, onChange, error }: Props) {
  const image = useAsked('readImageInformation', { params: { pageId } })
  const [viewer, setViewer] = useState<OpenSeadragon.Viewer | null>(null)
  const [drawing, setDrawing] = useState(false)
  // The place that was there is looked at once; one that is drawn is in sight already.
  const [first] = useState(box)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  const drawn = useCallback((made: Box) => {
    setDrawing(false)
    tell.current(made)
  }, [])
  useDrawBox(viewer, drawing, drawn)
  const marks = useMemo(() => (box ? [{ id: 'new', box, kind: 'place' as const }] : []), [box])
  const { width = 0, height = 0 } = image.data ?? {}
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape for what is within it
    <div
      className={styles.place}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drawing) setDrawing(false)
      }}
    >
      <div className={styles.scan}>
        <ScanView pageId={pageId} label={label} marks={marks} focus={first} onViewer={setViewer} />
      </div>
      <div className={styles.side}>
        <div className="row">
          <button
            type="button"
            aria-pressed={drawing}
            disabled={!image.data}
            onClick={() => setDrawing(!drawing)}
          >
            {drawing ? words.annotate.stopDrawing : says.draw}
          </button>
          {box ? (
            <button type="button" onClick={() => onChange(null)}>
              {says.noBox}
            </button>
          ) : (
            <button type="button" disabled={!image.data} onClick={() => onChange(middleOf(width, height))}>
              {says.byNumbers}
            </button>
          )}
        </div>
        <p role="status" className="soft small">
          {drawing && words.annotate.drawing}
        </p>
        {box && <RegionFields box={box} width={width} height={height} onChange={onChange} />}
        {error && <p className="wrong">{error}</p>}
      </div>
    </div>
  )
}

/** Where a box begins that is given in numbers. */
const middleOf = (width: number, height: number): Box => [
  Math.round(width / 4),
  Math.round(height / 4),
  Math.max(1, Math.round(width / 2)),
  Math.max(1, Math.round(height / 8)),
]
