import { Link } from 'wouter'
import { useAsked } from '../../api/use-asked.ts'
import { to } from '../../paths.ts'
import { words } from '../../words/words.ts'
import styles from './progress.module.css'

/** The pages of a document that have a text by now, with links to read them, while the others are still to come. */
export function PagesComing({ document, goesOn }: { document: string; goesOn: boolean }) {
  const { data } = useAsked(
    'listPages',
    { params: { documentId: document }, query: { limit: 100 } },
    { every: goesOn ? 2000 : false },
  )
  const pages = data?.items.filter(({ layers }) => layers.length > 0) ?? []
  if (pages.length === 0) return null
  return (
    <div className={styles.coming}>
      <span>{words.coming.readable}</span>
      <ul>
        {pages.map(({ number }) => (
          <li key={number}>
            <Link href={to.page(document, number)} aria-label={words.coming.page(number)}>
              {number}
            </Link>
          </li>
        ))}
        {data?.next && <li>…</li>}
      </ul>
    </div>
  )
}
