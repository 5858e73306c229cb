import type { LinkedWord } from '../text/linked-words.ts'
import { words } from '../words/words.ts'
import styles from './doubtful-bar.module.css'

type Props = {
  content: string
  doubtful: readonly LinkedWord[]
  current: LinkedWord | null
  onGo: (word: LinkedWord) => void
  onJump: (forward: boolean) => void
}

/** How many words of the page are doubtful, and the way to each. */
export function DoubtfulBar({ content, doubtful, current, onGo, onJump }: Props) {
  const say = ({ start, end, confidence }: LinkedWord) =>
    words.transcribe.onWord(content.slice(start, end), Math.round(confidence ?? 0))
  const isOn = current !== null && doubtful.some(({ start }) => start === current.start)
  return (
    <div className={styles.bar}>
      <p aria-live="polite">
        {words.transcribe.doubtful(doubtful.length)}
        {isOn && <span className="soft"> · {say(current)}</span>}
      </p>
      {doubtful.length > 0 && (
        <>
          <button type="button" onClick={() => onJump(false)} aria-label={words.transcribe.lastWord}>
            ←
          </button>
          <button type="button" onClick={() => onJump(true)} aria-label={words.transcribe.nextWord}>
            →
          </button>
          <details className={styles.list}>
            <summary>{words.transcribe.listWords}</summary>
            <ul className="plain">
              {doubtful.map((word) => (
                <li key={word.start}>
                  <button type="button" className="bare" onClick={() => onGo(word)}>
                    {say(word)}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  )
}
