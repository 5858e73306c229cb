import { Link } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import styles from './selection-bar.module.css'

type Props = {
  quote: string
  documentId: string
  /** The page; null where it cannot be annotated. */
  number: number | null
  onLink: () => void
}

/** What can be done with words that are selected in the text; it lies over the page, so that nothing moves. */
export function SelectionBar({ quote, documentId, number, onLink }: Props) {
  const says = words.read
  const { may } = useSession()
  const phrase = quote.replace(/\s+/g, ' ').replaceAll('"', ' ').trim()
  return (
    <div className={styles.bar} role="toolbar" aria-label={says.selection}>
      <button type="button" onClick={onLink}>
        {says.linkToThem}
      </button>
      {number !== null && may('annotator') && (
        <Link className="button" href={to.notes(documentId, { page: number })}>
          {says.annotateThem}
        </Link>
      )}
      {phrase.length <= 200 && (
        <Link className="button" href={to.search({ q: /\s/.test(phrase) ? `"${phrase}"` : phrase })}>
          {says.findThem}
        </Link>
      )}
    </div>
  )
}
