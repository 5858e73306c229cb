import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'

/** The uppermost units of the arrangement; nothing where there is none. */
export function Arrangement() {
  const { data } = useAsked('listCollections', { query: { limit: 100 } })
  const upper = data?.items.filter(({ parent }) => parent === null) ?? []
  if (upper.length === 0) return null
  return (
    <section>
      <h2>{words.home.arrangement}</h2>
      <ul className="plain">
        {upper.map(({ id, referenceCode, title }) => (
          <li key={id}>
            <span className="soft">{referenceCode}</span>{' '}
            <Link href={to.collection(id)} lang={langOfWords(title)}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <Link href={to.collections()}>{words.home.all}</Link>
    </section>
  )
}
