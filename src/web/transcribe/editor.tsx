import { type ReactNode, type RefObject, useMemo } from 'react'
import type { LinkedWord } from '../text/linked-words.ts'
import { words } from '../words/words.ts'
import styles from './editor.module.css'

type Props = {
  id: string
  field: RefObject<HTMLTextAreaElement | null>
  content: string
  language: string | null
  readOnly: boolean
  doubtful: readonly LinkedWord[]
  current: LinkedWord | null
  onChange: (content: string) => void
  onCaret: (place: number) => void
}

/** A text to change, with its doubtful words and the one at the caret marked behind the letters. */
export function Editor({
  id,
  field,
  content,
  language,
  readOnly,
  doubtful,
  current,
  onChange,
  onCaret,
}: Props) {
  const behind = useMemo(() => markedUp(content, doubtful, current), [content, doubtful, current])
  const caret = () => field.current && onCaret(field.current.selectionStart)
  return (
    <div className={styles.editor} lang={language ?? undefined}>
      <div className={styles.behind} aria-hidden="true">
        {behind}
        {'\n'}
      </div>
      <textarea
        id={id}
        ref={field}
        className={styles.text}
        aria-label={words.transcribe.text}
        aria-describedby={`${id}-keys`}
        value={content}
        readOnly={readOnly}
        spellCheck={language !== null}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={({ target }) => {
          onChange(target.value)
          onCaret(target.selectionStart)
        }}
        onSelect={caret}
      />
    </div>
  )
}

function markedUp(content: string, doubtful: readonly LinkedWord[], current: LinkedWord | null): ReactNode[] {
  const marked = new Map<number, { word: LinkedWord; of: string }>()
  for (const word of doubtful) marked.set(word.start, { word, of: styles.doubtful ?? '' })
  if (current) {
    const of = `${styles.current} ${marked.has(current.start) ? styles.doubtful : ''}`
    marked.set(current.start, { word: current, of })
  }
  const parts: ReactNode[] = []
  let at = 0
  for (const { word, of } of [...marked.values()].sort((a, b) => a.word.start - b.word.start)) {
    if (word.start < at) continue
    parts.push(content.slice(at, word.start))
    parts.push(
      <span key={word.start} className={of}>
        {content.slice(word.start, word.end)}
      </span>,
    )
    at = word.end
  }
  return [...parts, content.slice(at)]
}
