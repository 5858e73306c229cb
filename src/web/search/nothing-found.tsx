import { Link } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { type Asked, changed, isDated, isFiltered, scopesIn, unfiltered, withScope } from './asked.ts'

const says = words.search.none

/** What may be asked instead where nothing was found: each a link that asks it. */
export function NothingFound({ asked }: { asked: Asked }) {
  const bare = /^[\p{L}\p{M}\p{N}\s'’-]+$/u.test(asked.q) && !/\b(OR|AND|NOT|NEAR)\b/.test(asked.q)
  const many = asked.q.trim().split(/\s+/)
  const misread = many.map((word) => (word.length > 3 && !word.startsWith('-') ? `${word}~` : word)).join(' ')
  return (
    <section>
      <h2>{says.title}</h2>
      <ul>
        {isFiltered(asked) && (
          <li>
            <Link href={to.search(unfiltered(asked))}>{says.unfiltered}</Link>
          </li>
        )}
        {isDated(asked) && asked.undated !== 'true' && (
          <li>
            <Link href={to.search(changed(asked, { undated: 'true' }))}>{says.undated}</Link>
          </li>
        )}
        {bare && many.length > 1 && asked.match !== 'any' && (
          <li>
            <Link href={to.search(changed(asked, { match: 'any' }))}>{says.any}</Link>
          </li>
        )}
        {bare && misread !== asked.q.trim() && (
          <li>
            <Link href={to.search(changed(asked, { q: misread }))}>
              {says.fuzzy}: <code>{misread}</code>
            </Link>
          </li>
        )}
        {!scopesIn(asked).includes('annotations') && (
          <li>
            <Link href={to.search(withScope(asked, 'annotations', true))}>{says.annotations}</Link>
          </li>
        )}
        <li>
          <Link href={to.help()}>{says.help}</Link>
        </li>
      </ul>
    </section>
  )
}
