import { type Ref, useMemo } from 'react'
import styles from './page-text.module.css'
import { segmentsOf, type TextRange } from './segments.ts'

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
 * The text of a page as it stands, its line breaks kept, with passages marked that may overlap. What it holds is the
 * text and nothing else, so that a place in it is a place in the text.
 */
export function PageText({ text, language, ranges = none, ref, onRange }: Props) {
  const segments = useMemo(() => segmentsOf(text, ranges), [text, ranges])
  return (
    <div ref={ref} className={styles.text} lang={language ?? undefined} dir="auto">
      {segments.map(({ start, end, ranges: held }) => {
        const part = text.slice(start, end)
        if (held.length === 0) return part
        const kinds = [...new Set(held.map(({ kind }) => kind))]
        return (
          // Who uses the keyboard finds what is marked in the lists beside the text.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <mark
            key={start}
            className={kinds.map((kind) => styles[kind]).join(' ')}
            data-kinds={kinds.join(' ')}
            data-ranges={held.map(({ id }) => id).join(' ')}
            title={held.flatMap(({ label }) => label ?? []).join('\n') || undefined}
            onClick={onRange && (() => onRange(held.map(({ id }) => id)))}
          >
            {part}
          </mark>
        )
      })}
    </div>
  )
}

const none: readonly TextRange[] = []
