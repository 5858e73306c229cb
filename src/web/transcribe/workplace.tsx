import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react'
import type { ShownDocument } from '../document/document-frame.tsx'
import { ScanView } from '../scan/scan-view.tsx'
import type { ScanMark } from '../scan/use-marks.ts'
import { useScanWords } from '../scan/use-scan-words.ts'
import { useSession } from '../session/use-session.ts'
import { type LinkedWord, nextWord, wordAt } from '../text/linked-words.ts'
import { words } from '../words/words.ts'
import { Beginnings } from './beginnings.tsx'
import { Conflict } from './conflict.tsx'
import { DoubtfulBar } from './doubtful-bar.tsx'
import { DraftOffer } from './draft-offer.tsx'
import { Editor } from './editor.tsx'
import { doubtfulWords } from './linked-words.ts'
import { NextPage } from './next-page.tsx'
import { RecogniseAgain } from './recognise-again.tsx'
import { SaveBar } from './save-bar.tsx'
import { type PageWithText, useTranscription } from './use-transcription.ts'
import styles from './workplace.module.css'

/** The scan of a page and its text side by side, each word of one linked to the other. */
export function Workplace(props: { document: ShownDocument; page: PageWithText; begun: string | null }) {
  const { document, page, begun } = props
  const { may } = useSession()
  const mayCorrect = may('archivist')
  const work = useTranscription(document.id, page, begun)
  const { content, linked, standing, language } = work
  const [place, setPlace] = useState<number | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const label = words.document.page(page.label ?? String(page.number))

  const current = useMemo(() => (place === null ? null : wordAt(linked, place)), [linked, place])
  const doubtful = useMemo(() => doubtfulWords(linked), [linked])
  const marks = useMemo(() => (current ? [markOf(current)] : []), [current])

  const go = useCallback((word: LinkedWord | null) => {
    if (!word || !field.current) return
    field.current.focus({ preventScroll: true })
    field.current.setSelectionRange(word.start, word.end)
    setPlace(word.start)
  }, [])
  const onViewer = useScanWords(linked, current, go)
  const jump = (forward: boolean) => go(nextWord(doubtful, field.current?.selectionStart ?? 0, forward))

  function keys(event: KeyboardEvent) {
    const wish = event.ctrlKey || event.metaKey ? 's' : event.altKey ? 'np' : ''
    const key = event.key.toLowerCase()
    if (wish === '' || !wish.includes(key)) return
    event.preventDefault()
    if (key === 's' && mayCorrect) void work.save()
    if (key === 'n' || key === 'p') jump(key === 'n')
  }

  return (
    // Shortcuts hold in all of the workplace; each has a button as well.
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what is inside it
    <div className={styles.place} onKeyDown={keys}>
      <div className={styles.scan}>
        {page.width === null ? (
          <p className={styles.missing}>{words.transcribe.noScan}</p>
        ) : (
          <ScanView
            pageId={page.id}
            label={words.scan.of(label, document.title)}
            marks={marks}
            onViewer={onViewer}
          />
        )}
      </div>
      <section className={styles.work} aria-labelledby={`${id}-head`}>
        <div className={styles.head}>
          <h2 id={`${id}-head`}>{words.transcribe.heading(label)}</h2>
          <NextPage document={document} page={page} saved={standing.kind === 'saved'} />
        </div>
        {!mayCorrect && <p className="soft">{words.transcribe.mayNot}</p>}
        {mayCorrect && <DraftOffer work={work} />}
        {mayCorrect && <Beginnings document={document} page={page} dirty={work.dirty} />}
        {standing.kind === 'conflict' ? (
          <Conflict work={work} theirs={standing.theirs} />
        ) : (
          <>
            <DoubtfulBar content={content} doubtful={doubtful} current={current} onGo={go} onJump={jump} />
            <Editor
              id={id}
              field={field}
              content={content}
              language={language}
              readOnly={!mayCorrect}
              doubtful={doubtful}
              current={current}
              onChange={work.change}
              onCaret={setPlace}
            />
            <p id={`${id}-keys`} className="soft small">
              {words.transcribe.keys}
            </p>
            {mayCorrect && <SaveBar work={work} />}
          </>
        )}
        {mayCorrect && page.width !== null && <RecogniseAgain document={document.id} page={page} />}
      </section>
    </div>
  )
}

const markOf = (word: LinkedWord): ScanMark => ({ id: `word-${word.start}`, box: word.box, kind: 'word' })
