import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { PageText } from '../text/page-text.tsx'
import type { TextRange } from '../text/segments.ts'
import { words } from '../words/words.ts'
import { DifferencesView } from './differences-view.tsx'
import { layerName } from './layer-name.ts'
import { Layers } from './layers.tsx'
import { NoText, PageState } from './page-state.tsx'
import { Revisions } from './revisions.tsx'
import { newestOf, type Revision } from './say-revision.ts'
import styles from './text-pane.module.css'
import type { PageWithText } from './use-page.ts'
import { ofNote } from './use-page-marks.ts'
import type { Reading } from './use-read-address.ts'
import type { TextPointing } from './use-text-pointing.ts'

type Props = {
  documentId: string
  page: PageWithText
  /** As addresses name it, and whether it is the first, which alone can be corrected here. */
  witness: string | null
  isFirst: boolean
  label: string
  reading: Reading
  pointing: TextPointing
  ranges: readonly TextRange[]
  /** Whether its words have places on the scan. */
  isLinked: boolean
  /** The layer of another text of this page in which the words searched for stand. */
  foundIn: string | null
  /** An annotation whose words were clicked on. */
  onNote: (id: string) => void
}

const says = words.read

/** The text of a page: which of its texts, in which version, how sure that is, and the words themselves. */
export function TextPane(props: Props) {
  const { documentId, page, witness, isFirst, label, reading, pointing, ranges, isLinked, foundIn, onNote } =
    props
  const { address, change } = reading
  const { text } = page
  const { may } = useSession()
  const [isHistory, setHistory] = useState(false)
  const isCompared = address.compare !== null && address.revision !== null
  const params = { documentId, number: page.number }
  const history = useAsked(
    'listRevisions',
    { params, query: { witness } },
    { when: isHistory || address.revision !== null },
  )
  const revisions = history.data?.items ?? none
  const newest = useMemo(() => (text ? newestOf(revisions, text.layer) : null), [revisions, text])
  const isOlder = text !== null && address.revision !== null && newest !== null && newest.id !== text.revision
  const correctAt = isFirst && may('archivist') ? to.transcribePage(documentId, page.number) : null
  const compare = (older: string, newer: string) => change({ revision: newer, compare: older, passage: null })

  return (
    <section className={styles.pane} aria-labelledby="text-heading">
      <div className={styles.head}>
        <h2 id="text-heading">{says.textOf(label)}</h2>
        <Layers
          layers={page.layers}
          shown={text?.layer ?? null}
          onChoose={(layer) => change({ layer, revision: null, compare: null, passage: null })}
        />
        <div className={styles.ways}>
          <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {says.history}
          </button>
          {correctAt && (
            <Link className="button" href={correctAt}>
              {says.correct}
            </Link>
          )}
        </div>
      </div>
      {isHistory && history.data && (
        <Revisions
          revisions={revisions}
          label={label}
          shown={text?.revision ?? null}
          onRead={(revision) => change({ revision, compare: null, layer: null, passage: null })}
          onCompare={compare}
        />
      )}
      {isOlder && !isCompared && (
        <p className={styles.older} role="status">
          {says.anOlderOne}{' '}
          <button
            type="button"
            className="link"
            onClick={() => change({ revision: null, layer: text.layer, passage: null })}
          >
            {says.toNewest}
          </button>{' '}
          <button type="button" className="link" onClick={() => compare(text.revision, newest.id)}>
            {says.whatChanged}
          </button>
        </p>
      )}
      {foundIn && (
        <p className={styles.older} role="status">
          {says.inOtherText(layerName(foundIn))}{' '}
          <button type="button" className="link" onClick={() => change({ layer: foundIn, revision: null })}>
            {says.showThat}
          </button>
        </p>
      )}
      <PageState page={page} correctAt={correctAt} />
      {isCompared && history.data ? (
        <DifferencesView
          documentId={documentId}
          number={page.number}
          witness={witness}
          revisions={revisions}
          older={address.compare ?? ''}
          newer={address.revision ?? ''}
          onChoose={compare}
          onEnd={() => change({ compare: null })}
        />
      ) : text ? (
        <Words {...{ label, text, pointing, ranges, isLinked, onNote }} />
      ) : (
        <NoText
          page={page}
          layer={address.layer && layerName(address.layer)}
          onBest={() => change({ layer: null }, { replace: true })}
        />
      )}
    </section>
  )
}

type WordsProps = Pick<Props, 'label' | 'pointing' | 'ranges' | 'isLinked' | 'onNote'> & {
  text: NonNullable<PageWithText['text']>
}

function Words({ label, text, pointing, ranges, isLinked, onNote }: WordsProps) {
  if (text.content.trim() === '') return <p className="soft">{says.blank}</p>
  const linked = isLinked
    ? { tabIndex: 0, 'data-arrows': true, role: 'group', 'aria-label': says.textOf(label), title: undefined }
    : {}
  const onRange = (ids: readonly string[]) => {
    const note = ids.findLast((id) => id.startsWith(ofNote))
    // Who selects words does not click on them.
    if (note && document.getSelection()?.isCollapsed !== false) onNote(note.slice(ofNote.length))
  }
  return (
    <>
      {isLinked && <p className="unseen">{says.wordKeys}</p>}
      <div className={styles.words} {...linked} {...pointing.handlers}>
        <PageText
          ref={pointing.rootRef}
          text={text.content}
          language={text.language}
          ranges={ranges}
          onRange={onRange}
        />
      </div>
    </>
  )
}

const none: Revision[] = []
