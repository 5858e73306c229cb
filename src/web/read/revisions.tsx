import type { Reply } from '../api/ask.ts'
import { words } from '../words/words.ts'
import { layerName } from './layer-name.ts'
import styles from './revisions.module.css'
import { newestOf, olderOf, sayMaker, sayTime } from './say-revision.ts'

type Props = {
  revisions: Reply<'listRevisions'>['items']
  label: string
  /** The revision that is shown. */
  shown: string | null
  onRead: (revision: string) => void
  onCompare: (older: string, newer: string) => void
}

const says = words.read

/** Every version that the text of a page had, the newest first: who or what wrote it, when, and from which. */
export function Revisions({ revisions, label, shown, onRead, onCompare }: Props) {
  if (revisions.length === 0) return <p className="soft">{says.noRevisions}</p>
  return (
    <section className={styles.revisions} aria-label={says.revisionsOf(label)}>
      <h3>{says.revisionsOf(label)}</h3>
      <ol className={styles.list}>
        {revisions.toReversed().map((revision) => {
          const older = olderOf(revisions, revision)
          const isNewest = newestOf(revisions, revision.layer)?.id === revision.id
          return (
            <li key={revision.id} aria-current={revision.id === shown ? 'true' : undefined}>
              <div>
                <time dateTime={revision.createdAt}>{sayTime(revision.createdAt)}</time>{' '}
                <span className="tag">{layerName(revision.layer)}</span>{' '}
                {isNewest && <span className="tag agrees">{says.newest}</span>}
              </div>
              <div className="soft small">
                {sayMaker(revision)}
                {older && ` · ${says.basedOn(sayTime(older.createdAt))}`}
                {revision.withdraws && ` · ${says.withdrawn}`}
              </div>
              <div className="row">
                {revision.id === shown ? (
                  <span className="small">{says.shown}</span>
                ) : (
                  !revision.withdraws && (
                    <button type="button" className="link" onClick={() => onRead(revision.id)}>
                      {says.readIt}
                      <span className="unseen">: {sayTime(revision.createdAt)}</span>
                    </button>
                  )
                )}
                {older && !revision.withdraws && (
                  <button type="button" className="link" onClick={() => onCompare(older.id, revision.id)}>
                    {says.compareIt}
                    <span className="unseen">: {sayTime(revision.createdAt)}</span>
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
