import { Link } from 'wouter'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { type Asked, changed, facetNames, isDated, isFiltered, unfiltered } from './asked.ts'
import styles from './chosen-filters.module.css'
import { ValueName } from './value-name.tsx'

const says = words.search

/** The filters that are set, each a way to ask without it. */
export function ChosenFilters({ asked }: { asked: Asked }) {
  if (!isFiltered(asked)) return null
  return (
    <ul className={`plain ${styles.chosen}`} aria-label={says.chosen}>
      {facetNames.map((name) => {
        const value = asked[name]
        return value === undefined ? null : (
          <li key={name}>
            <Link href={to.search(changed(asked, { [name]: undefined }))} className={styles.filter}>
              <span className="unseen">{says.without(says.facets[name])} </span>
              <ValueName of={name} value={value} /> <span aria-hidden="true">×</span>
            </Link>
          </li>
        )
      })}
      {isDated(asked) && (
        <li>
          <Link
            href={to.search(changed(asked, { dateFrom: undefined, dateTo: undefined, undated: undefined }))}
            className={styles.filter}
          >
            <span className="unseen">{says.without(says.time.title)} </span>
            {says.time.between(sayEdtf(asked.dateFrom ?? '…'), sayEdtf(asked.dateTo ?? '…'))}{' '}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      )}
      <li>
        <Link href={to.search(unfiltered(asked))}>{says.clear}</Link>
      </li>
    </ul>
  )
}
