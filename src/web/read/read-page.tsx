import type OpenSeadragon from 'openseadragon'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Note } from '../annotate/note.ts'
import { PageNotes } from '../annotate/page-notes.tsx'
import type { ShownDocument } from '../document/document-frame.tsx'
import { boxAround } from '../scan/box.ts'
import { ScanView } from '../scan/scan-view.tsx'
import { useMarkClicks } from '../scan/use-mark-clicks.ts'
import { useScanWords } from '../scan/use-scan-words.ts'
import { boxInView, showBox } from '../scan/viewer.ts'
import { linkWords } from '../text/linked-words.ts'
import { bringInView, scrollerOf } from '../text/selection.ts'
import { Drawing } from '../withhold/drawing.tsx'
import { useRedacting } from '../withhold/use-redacting.ts'
import { words } from '../words/words.ts'
import { Beside, type Opened } from './beside.tsx'
import { hitPlaces } from './hit-places.ts'
import { inOrder } from './layer-name.ts'
import { LeavesMissing } from './leaves-missing.tsx'
import { PrintedFrom } from './printed-from.tsx'
import { PrintedScan } from './printed-scan.tsx'
import { Rail } from './rail.tsx'
import type { ReadAddress } from './read-address.ts'
import styles from './read-page.module.css'
import { SelectionBar } from './selection-bar.tsx'
import { TextPane } from './text-pane.tsx'
import { Toolbar } from './toolbar.tsx'
import { useHitSteps } from './use-hit-steps.ts'
import { useHits } from './use-hits.ts'
import { useNearPages } from './use-near-pages.ts'
import type { PageWithText } from './use-page.ts'
import { ofNote, usePageMarks } from './use-page-marks.ts'
import { usePagingKeys } from './use-paging-keys.ts'
import type { Reading } from './use-read-address.ts'
import { useReadingNotes } from './use-reading-notes.ts'
import { useScrolled } from './use-scrolled.ts'
import { useTextPointing } from './use-text-pointing.ts'
import { useTop, useView } from './use-view.ts'
import type { ReadWitness } from './use-witnesses.ts'

type Props = {
  document: ShownDocument
  witnesses: readonly ReadWitness[]
  witness: ReadWitness
  /** Which page is asked for; the page that is shown may for a moment still be the last one. */
  number: number
  page: PageWithText
  isHere: boolean
  reading: Reading
}

/** A page to read: its scan beside its text, and around them the ways through the document. */
export function ReadPage(props: Props) {
  const { document, witnesses, witness, number, page, isHere, reading } = props
  const { address, change, turnTo, hrefOf } = reading
  const label = words.document.page(page.label ?? String(page.number))
  const { text } = page
  const content = text?.content ?? ''
  const linked = useMemo(() => linkWords(content, text?.words ?? []), [content, text])

  const hits = useHits(document.id, witness.id, address.q, number)
  const places = useMemo(
    () => hitPlaces(isHere ? hits.here : null, text, linked),
    [isHere, hits.here, text, linked],
  )
  const { at, onStep } = useHitSteps(number, hits.numbers, places, turnTo)

  const [viewer, setViewer] = useState<OpenSeadragon.Viewer | null>(null)
  const isBest = witness.isFirst && isBestText(page, address)
  const notes = useReadingNotes({
    ...{ document: document.id, page, linked, reading, isOpen: isBest },
    viewer: isHere ? viewer : null,
  })
  const { beginning } = notes.state
  const [place, placeRef] = useState<HTMLDivElement | null>(null)
  const scan = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const top = useTop(place)
  const { view, setView, isRail, onRail } = useView(notes)
  const covered = useCallback(() => coveredBy(scan.current, sheet.current), [])
  const pointing = useTextPointing(content, linked, covered)
  const { pointed, show } = pointing
  const { passage, region, note } = address
  const { ranges, marks, focus } = usePageMarks({
    ...{ content, linked, places, at, note, beginning, pointed, region, notes: notes.places },
    passage: isHere ? passage : null,
  })
  const noteMarks = useMemo(() => marks.filter(({ id }) => id.startsWith(ofNote)), [marks])
  const { choose } = notes
  useMarkClicks(
    viewer,
    noteMarks,
    useCallback((id: string) => choose(id.slice(ofNote.length)), [choose]),
  )
  const scanWords = useScanWords(linked, pointed, show)
  const onViewer = useCallback(
    (made: OpenSeadragon.Viewer | null) => {
      setViewer(made)
      scanWords(made)
    },
    [scanWords],
  )
  useScrolled({ place, root: pointing.root, number, ranges: isHere ? ranges : none, covered })

  // The annotation that is chosen would keep the eye.
  const step = (isForward: boolean) => {
    if (note) change({ note: null, notes: true }, { replace: true })
    onStep(isForward)
  }
  const showNote = (shown: Note) => {
    const isElsewhere = shown.anchor !== null && shown.standsIn !== text?.revision
    const best = isElsewhere ? { layer: null, revision: null, compare: null } : {}
    change({ ...best, note: shown.id, notes: true }, { replace: true })
    if (view === (shown.box ? 'text' : 'scan')) setView('both')
    const stands = notes.places.find((one) => one.note.id === shown.id)
    const box = stands && boxAround(stands.boxes)
    if (box && viewer) showBox(viewer, box, false)
    const mark = pointing.root?.querySelector(`[data-ranges~="${CSS.escape(ofNote + shown.id)}"]`)
    if (pointing.root && mark) bringInView(rangeOf(mark), scrollerOf(pointing.root), covered())
  }

  const ahead = useNearPages({
    ...{ documentId: document.id, number, isHere, pages: witness.pages },
    ...{ witness: address.witness, layer: address.layer },
  })
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const redacting = useRedacting(viewer, page.id, setOpened)
  usePagingKeys({
    scroller: () => (pointing.root ? scrollerOf(pointing.root) : globalThis.document.documentElement),
    onTurn: (turn) => {
      const to = { before: number - 1, after: number + 1, first: 1, last: witness.pages }[turn]
      if (to >= 1 && to <= witness.pages && to !== number) turnTo(to)
    },
    others: {
      n: () => step(true),
      p: () => step(false),
      a: () => isHere && notes.onKey(pointing.selected),
      '/': () => globalThis.document.getElementById('search-inside')?.focus(),
      '?': () => setOpened('keys'),
    },
  })
  useEffect(() => {
    globalThis.document.title = `${words.read.title(label, document.title)} · ${words.shell.archive}`
  }, [label, document.title])

  const hasScan = page.width !== null
  const quote = pointing.selected && content.slice(pointing.selected.start, pointing.selected.end)
  return (
    <div
      className={styles.reading}
      data-view={view}
      data-rail={isRail}
      data-scan={hasScan}
      data-notes={notes.isShown}
      aria-busy={!isHere}
    >
      <Toolbar
        {...{ document, witnesses, witness, page, number, reading, hits, at, view, isRail, onRail }}
        places={places.length}
        notes={notes.state.notes.length}
        isNotes={notes.isShown}
        onStep={step}
        onView={setView}
        onNotes={notes.isShown ? notes.close : notes.open}
        onOpen={setOpened}
      />
      <p role="status" className="unseen">
        {isHere && words.read.onPage(label, witness.pages)}
      </p>
      <div
        ref={placeRef}
        className={styles.place}
        // The property is this style sheet's own.
        style={top === null ? undefined : ({ '--top': `${top}px` } as CSSProperties)}
      >
        {isRail && (
          <div className={styles.rail}>
            <Rail
              {...{ number, hits, hrefOf }}
              documentId={document.id}
              witness={address.witness}
              pages={witness.pages}
            />
          </div>
        )}
        <div ref={scan} className={styles.scan}>
          {hasScan && (
            <ScanView
              pageId={page.id}
              label={words.scan.of(label, document.title)}
              marks={isHere ? marks : none}
              focus={isHere ? focus : null}
              ahead={ahead}
              onViewer={onViewer}
            />
          )}
        </div>
        {hasScan && view !== 'text' && (
          <PrintedScan pageId={page.id} label={words.scan.of(label, document.title)} />
        )}
        <div className={styles.text}>
          <LeavesMissing documentId={document.id} witness={address.witness} number={page.number}>
            <TextPane
              {...{ page, label, reading, pointing, ranges }}
              documentId={document.id}
              witness={address.witness}
              isFirst={witness.isFirst}
              isLinked={linked.length > 0 && hasScan}
              foundIn={hits.here && text && hits.here.revision !== text.revision ? hits.here.layer : null}
              onNote={notes.choose}
            />
          </LeavesMissing>
        </div>
        {notes.isShown && (
          <div ref={sheet} className={styles.notes}>
            <PageNotes
              key={page.id}
              state={notes.state}
              selected={pointing.selected}
              chosen={note}
              whyNot={isBest ? null : <WhyNot isFirst={witness.isFirst} onBest={() => change(toBest)} />}
              onChoose={notes.choose}
              onShow={showNote}
              onClose={notes.close}
            />
          </div>
        )}
      </div>
      {quote && (
        <SelectionBar
          quote={quote}
          onLink={() => setOpened('link')}
          onRedact={() => setOpened('withhold')}
          onAnnotate={isBest ? () => pointing.selected && notes.annotate(pointing.selected) : null}
        />
      )}
      <PrintedFrom documentId={document.id} number={witness.isFirst ? page.number : null} />
      {opened && (
        <Beside
          {...{ opened, document, witness, page, address, label }}
          selected={pointing.selected}
          region={viewer && boxInView(viewer)}
          redacting={redacting}
          onClose={close}
        />
      )}
      {redacting.isDrawing && <Drawing onStop={redacting.stop} />}
    </div>
  )
}

const none: readonly never[] = []
const toBest = { layer: null, revision: null, compare: null, passage: null }

/** Annotations are about the best text of a page as it stands now. */
const isBestText = ({ layers }: PageWithText, { layer, revision, compare }: ReadAddress) =>
  revision === null && compare === null && (layer === null || layer === inOrder(layers)[0])

const rangeOf = (element: Element) => {
  const range = new Range()
  range.selectNode(element)
  return range
}

/** How much of the window lies under the scan where it stays in sight, and under the annotations where they are a sheet. */
function coveredBy(scan: HTMLElement | null, sheet: HTMLElement | null) {
  const heightOf = (element: HTMLElement | null, position: string) =>
    element && getComputedStyle(element).position === position ? element.offsetHeight : 0
  return { above: heightOf(scan, 'sticky'), below: heightOf(sheet, 'fixed') }
}

function WhyNot({ isFirst, onBest }: { isFirst: boolean; onBest: () => void }) {
  if (!isFirst) return words.annotate.otherWitness
  return (
    <>
      {words.annotate.otherText}{' '}
      <button type="button" className="link" onClick={onBest}>
        {words.annotate.toBest}
      </button>
    </>
  )
}
