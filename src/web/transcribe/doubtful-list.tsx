import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './doubtful-list.module.css'
import { nextOf, skippedPages } from './skipped.ts'

const said = words.transcribe.list
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

type Props = {
  items: Reply<'listDoubtfulPages'>['items']
  isFirst: boolean
  next: string | null
  onCursor: (cursor: string | null) => void
}

/** Pages in the order of need, each with a small picture of it. */
export function DoubtfulList({ items, isFirst, next, onCursor }: Props) {
  const skipped = skippedPages()
  const first = nextOf(items, '', skipped)
  if (items.length === 0 && isFirst)
    return (
      <section className={styles.none}>
        <h2>{said.none}</h2>
        <p>{said.noneSays}</p>
      </section>
    )
  return (
    <>
      {first && (
        <p className={styles.start}>
          <Link className="button main" href={to.transcribePage(first.document, first.number)}>
            {said.start}
          </Link>
        </p>
      )}
      <ol className={styles.list}>
        {items.map(({ page, document, title, language, number, label, confidence }) => (
          <li key={page} className={styles.item}>
            <Link href={to.transcribePage(document, number)} className={styles.link}>
              <span className={styles.picture}>
                <img src={pictureOf(page)} alt="" loading="lazy" width="72" height="96" />
              </span>
              <span className={styles.words}>
                <span className={styles.title} lang={language ?? undefined}>
                  {title}
                </span>
                <span className="soft">{words.document.page(label ?? String(number))}</span>
              </span>
            </Link>
            <span className={styles.sure}>
              <span className="unseen">{said.confidence} </span>
              {percent.format(confidence / 100)}
              <span className={styles.gauge} aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(0, Math.min(100, confidence))}%` }} />
              </span>
              {skipped.includes(page) && <span className="soft small">{said.skipped}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="row">
        {!isFirst && (
          <button type="button" onClick={() => onCursor(null)}>
            {said.first}
          </button>
        )}
        {next && (
          <button type="button" onClick={() => onCursor(next)}>
            {said.next}
          </button>
        )}
      </div>
    </>
  )
}

const pictureOf = (pageId: string): string =>
  addressOf('readImage', {
    params: { pageId, region: 'full', size: '!144,192', rotation: '0', file: 'default.jpg' },
  })
