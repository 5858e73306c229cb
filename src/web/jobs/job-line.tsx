import type { Reply } from '../api/ask.ts'
import { words } from '../words/words.ts'

/** A job in a line: what it does, how far it is, and what went wrong. */
export function JobLine({ job }: { job: Reply<'readJob'> }) {
  const { kind, state, done, total, message, error, secondsLeft } = job
  return (
    <div>
      <p>
        <strong>{kind}</strong> <span className="tag">{words.upload.states[state] ?? state}</span>{' '}
        {words.upload.of(done, total)} {message}
        {secondsLeft !== null &&
          state === 'running' &&
          ` · ${words.upload.left(Math.round(secondsLeft / 60))}`}
      </p>
      {state === 'running' && total !== null && <progress value={done} max={total} aria-label={kind} />}
      {error && <p className="wrong">{error}</p>}
    </div>
  )
}
