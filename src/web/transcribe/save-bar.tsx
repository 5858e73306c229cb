import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './save-bar.module.css'
import type { Transcription } from './use-transcription.ts'

const says = {
  unchanged: '',
  unsaved: words.transcribe.unsaved,
  'no-room': words.transcribe.noRoom,
  saving: words.transcribe.saving,
  saved: words.transcribe.saved,
  refused: '',
  conflict: '',
}

/** Saving, and how things stand with it. */
export function SaveBar({ work }: { work: Transcription }) {
  const { standing } = work
  return (
    <div className={styles.bar}>
      {standing.kind === 'refused' && <Trouble error={standing.error} />}
      <div className="row">
        <button
          type="button"
          className="main"
          disabled={standing.kind === 'saving'}
          onClick={() => void work.save()}
        >
          {words.transcribe.save}
        </button>
        <span role="status" className="soft">
          {says[standing.kind]}
        </span>
      </div>
    </div>
  )
}
