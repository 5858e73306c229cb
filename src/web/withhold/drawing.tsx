import { words } from '../words/words.ts'
import styles from './drawing.module.css'

/** Says what is drawn while it is, over the page, so that nothing moves. */
export function Drawing({ onStop }: { onStop: () => void }) {
  return (
    <div className={styles.bar}>
      <p role="status">{words.withhold.drawing}</p>
      <button type="button" onClick={onStop}>
        {words.withhold.stop}
      </button>
    </div>
  )
}
