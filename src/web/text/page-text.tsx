import { Fragment, type ReactNode, type Ref, useMemo } from 'react'
import { words } from '../words/words.ts'
import styles from './page-text.module.css'
import type { Passage } from './passage.ts'
import { type Segment, segmentsOf, type TextRange } from './segments.ts'
import { blocksOf, type Row } from './tables.ts'

type Props = {
  text: string
  /** BCP 47, where it is known. */
  language: string | null
  ranges?: readonly TextRange[]
  /** Given the element that holds the text letter by letter, for `selection.ts`. */
  ref?: Ref<HTMLDivElement>
  /** Given the ids of the passages that were clicked on. */
  onRange?: (ids: readonly string[]) => void
}

/**
 * The text of a page as it stands, its line breaks kept, with passages marked that may overlap, and the columns of its
 * tables below each other. What it holds is the text and nothing else, so that a place in it is a place in the text.
 */
export function PageText({ text, language, ranges = none, ref, onRange }: Props) {
  const segments = useMemo(() => segmentsOf(text, ranges), [text, ranges])
  const blocks = useMemo(() => blocksOf(text), [text])
  const show = (passage: Passage) => <Stretch {...{ text, passage, segments, onRange }} />
  return (
    <div ref={ref} className={styles.text} lang={language ?? undefined} dir="auto">
      {blocks.map(({ start, end, rows }) =>
        rows ? (
          <Table key={start} rows={rows} show={show} />
        ) : (
          <Fragment key={start}>{show({ start, end })}</Fragment>
        ),
      )}
    </div>
  )
}

const none: readonly TextRange[] = []

type StretchProps = Pick<Props, 'text' | 'onRange'> & { passage: Passage; segments: readonly Segment[] }

/** A stretch of the text with what is marked in it. */
function Stretch({ text, passage, segments, onRange }: StretchProps): ReactNode {
  return segments
    .filter(({ start, end }) => start < passage.end && end > passage.start)
    .map(({ start, end, ranges: held }) => {
      const from = Math.max(start, passage.start)
      const part = text.slice(from, Math.min(end, passage.end))
      if (held.length === 0) return part
      const kinds = [...new Set(held.map(({ kind }) => kind))]
      return (
        // Who uses the keyboard finds what is marked in the lists beside the text.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <mark
          key={from}
          className={kinds.map((kind) => styles[kind]).join(' ')}
          data-kinds={kinds.join(' ')}
          data-ranges={held.map(({ id }) => id).join(' ')}
          title={held.flatMap(({ label }) => label ?? []).join('\n') || undefined}
          onClick={onRange && (() => onRange(held.map(({ id }) => id)))}
        >
          {part}
        </mark>
      )
    })
}

/** Lines in columns, in a box that scrolls sideways where they are wider than the page. */
function Table({ rows, show }: { rows: readonly Row[]; show: (passage: Passage) => ReactNode }) {
  return (
    // What scrolls is reached by keyboard, and the arrows are its own there.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.sideways} tabIndex={0} data-arrows aria-label={words.read.table}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: what stands between the cells is text of the page, too */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: these are read, not worked */}
      <div role="table" className={styles.table}>
        {rows.map(({ start, cells, isRule }) => (
          <div key={start} role="row" className={isRule ? styles.rule : styles.row}>
            {cells.map((cell) => (
              <span key={cell.start} role="cell" className={styles.cell}>
                {show(cell)}
              </span>
            ))}
          </div>
        ))}
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
    </section>
  )
}
