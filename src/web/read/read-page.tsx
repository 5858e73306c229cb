import type OpenSeadragon from 'openseadragon'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useNotesOfPage } from '../annotate/use-notes.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { ScanView } from '../scan/scan-view.tsx'
import { useScanWords } from '../scan/use-scan-words.ts'
import { boxInView } from '../scan/viewer.ts'
import { linkWords } from '../text/linked-words.ts'
import { scrollerOf } from '../text/selection.ts'
import { words } from '../words/words.ts'
import { Beside, type Opened } from './beside.tsx'
import { hitPlaces } from './hit-places.ts'
import { LeavesMissing } from './leaves-missing.tsx'
import { PrintedFrom } from './printed-from.tsx'
import { Rail } from './rail.tsx'
import styles from './read-page.module.css'
import { SelectionBar } from './selection-bar.tsx'
import { TextPane } from './text-pane.tsx'
import { Toolbar } from './toolbar.tsx'
import { useHitSteps } from './use-hit-steps.ts'
import { useHits } from './use-hits.ts'
import type { PageWithText } from './use-page.ts'
import { usePageMarks } from './use-page-marks.ts'
import { usePagingKeys } from './use-paging-keys.ts'
import type { Reading } from './use-read-address.ts'
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
  const { address, turnTo, hrefOf } = reading
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
  const notes = useNotesOfPage(document.id, page.id).data?.notes ?? none

  const [place, placeRef] = useState<HTMLDivElement | null>(null)
  const scan = useRef<HTMLDivElement>(null)
  const top = useTop(place)
  const { view, setView, isRail, setRail } = useView()
  const covered = useCallback(() => scan.current?.getBoundingClientRect().bottom ?? 0, [])
  const pointing = useTextPointing(content, linked, covered)
  const { pointed, show } = pointing
  const { passage, region } = address
  const { ranges, marks, focus } = usePageMarks({
    ...{ content, linked, places, at, notes, pointed, region },
    passage: isHere ? passage : null,
  })
  const viewer = useRef<OpenSeadragon.Viewer | null>(null)
  const scanWords = useScanWords(linked, pointed, show)
  const onViewer = useCallback(
    (made: OpenSeadragon.Viewer | null) => {
      viewer.current = made
      scanWords(made)
    },
    [scanWords],
  )
  useScrolled(place, pointing.root, number, isHere ? ranges : none)

  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  usePagingKeys({
    scroller: () => (pointing.root ? scrollerOf(pointing.root) : globalThis.document.documentElement),
    onTurn: (turn) => {
      const to = { before: number - 1, after: number + 1, first: 1, last: witness.pages }[turn]
      if (to >= 1 && to <= witness.pages && to !== number) turnTo(to)
    },
    others: {
      n: () => onStep(true),
      p: () => onStep(false),
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
      aria-busy={!isHere}
    >
      <Toolbar
        {...{ document, witnesses, witness, page, number, reading, hits, at, view, isRail, onStep }}
        places={places.length}
        onView={setView}
        onRail={() => setRail(!isRail)}
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
              onViewer={onViewer}
            />
          )}
        </div>
        <div className={styles.text}>
          <LeavesMissing documentId={document.id} witness={address.witness} number={page.number}>
            <TextPane
              {...{ page, label, reading, pointing, ranges }}
              documentId={document.id}
              witness={address.witness}
              isFirst={witness.isFirst}
              isLinked={linked.length > 0 && hasScan}
              foundIn={hits.here && text && hits.here.revision !== text.revision ? hits.here.layer : null}
              notes={notes.length}
              pages={witness.pages}
            />
          </LeavesMissing>
        </div>
      </div>
      {quote && (
        <SelectionBar
          quote={quote}
          documentId={document.id}
          number={witness.isFirst ? number : null}
          onLink={() => setOpened('link')}
        />
      )}
      <PrintedFrom documentId={document.id} number={witness.isFirst ? page.number : null} />
      {opened && (
        <Beside
          {...{ opened, document, witness, page, address, label }}
          selected={pointing.selected}
          region={viewer.current && boxInView(viewer.current)}
          onClose={close}
        />
      )}
    </div>
  )
}

const none: readonly never[] = []
