import { Link, useLocation } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './browse-nav.module.css'

const says = words.browse.ways

/** The lists through which one can browse, in the order in which they are offered. */
export const ways = [
  [to.collections(), says.collections],
  [to.documents(), says.documents],
  [to.agents(), says.agents],
  [to.places(), says.places],
  [to.happenings(), says.happenings],
  [to.sources(), says.sources],
  [to.allNotes(), says.notes],
] as const

/** From one of these lists to the others. */
export function BrowseNav() {
  const [here] = useLocation()
  return (
    <nav aria-label={words.browse.browse} className={styles.ways}>
      <ul>
        {ways.map(([href, label]) => (
          <li key={href}>
            <Link href={href} aria-current={here === href ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
