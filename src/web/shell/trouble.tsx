import { Link, useLocation } from 'wouter'
import { Refusal } from '../api/refusal.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './trouble.module.css'

/** What did not work, in the archive's own sentence, said aloud by screen readers; with what can be done about it. */
export function Trouble({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const [here] = useLocation()
  const refusal = error instanceof Refusal ? error : null
  const says = error instanceof Error ? error.message : String(error)
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        <strong>{refusal?.problem.title ?? words.shell.wentWrong}</strong>
        {refusal?.problem.title === says ? null : <> {says}</>}
      </p>
      <div className="row">
        {refusal?.status === 401 && (
          <Link href={to.signIn(here)} className="button">
            {words.shell.signIn}
          </Link>
        )}
        {onAgain && (
          <button type="button" onClick={onAgain}>
            {words.shell.again}
          </button>
        )}
      </div>
    </div>
  )
}
