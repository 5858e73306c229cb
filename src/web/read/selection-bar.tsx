import { Link } from 'wouter'
import { useMayAnnotate } from '../annotate/use-may-annotate.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import styles from './selection-bar.module.css'

type Props = {
  quote: string
  onLink: () => void
  /** Null where what is shown cannot be annotated. */
  onAnnotate: (() => void) | null
  onRedact: () => void
}

/** What can be done with words that are selected in the text; it lies over the page, so that nothing moves. */
export function SelectionBar({ quote, onLink, onAnnotate, onRedact }: Props) {
  const says = words.read
  const { may } = useSession()
  const mayAnnotate = useMayAnnotate()
  const phrase = quote.replace(/\s+/g, ' ').replaceAll('"', ' ').trim()
  return (
    <div className={styles.bar} role="toolbar" aria-label={says.selection}>
      <button type="button" onClick={onLink}>
        {says.linkToThem}
      </button>
      {onAnnotate && mayAnnotate && (
        // The words stay selected while the button is pressed.
        <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={onAnnotate}>
          {says.annotateThem}
        </button>
      )}
      {may('archivist') && (
        <button
          type="button"
          aria-haspopup="dialog"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onRedact}
        >
          {words.withhold.them}
        </button>
      )}
      {phrase.length <= 200 && (
        <Link className="button" href={to.search({ q: /\s/.test(phrase) ? `"${phrase}"` : phrase })}>
          {says.findThem}
        </Link>
      )}
    </div>
  )
}
