import { useState } from 'react'
import { Link } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { type Asked, changed, type FacetName, facetNames } from './asked.ts'
import styles from './facets.module.css'
import type { Results } from './use-results.ts'
import { ValueName } from './value-name.tsx'

const few = 6
const number = new Intl.NumberFormat('en-GB')

type Props = { asked: Asked; facets: Results['facets'] }

/** What else narrows the question, with how much each value would find: every value is an address. */
export function Facets({ asked, facets }: Props) {
  return facetNames.map((name) => <Facet key={name} name={name} asked={asked} counts={facets[name] ?? []} />)
}

type FacetProps = { name: FacetName; asked: Asked; counts: Results['facets']['type'] }

function Facet({ name, asked, counts }: FacetProps) {
  const [isWhole, setWhole] = useState(false)
  const chosen = asked[name]
  const known = counts.some(({ value }) => value === chosen)
  const all = chosen === undefined || known ? counts : [{ value: chosen, count: 0 }, ...counts]
  if (all.length === 0) return null
  const shown = all.filter(({ value }, at) => isWhole || at < few || value === chosen)
  return (
    <section className={styles.facet}>
      <h3 id={`facet-${name}`}>{words.search.facets[name]}</h3>
      <ul className="plain" aria-labelledby={`facet-${name}`}>
        {shown.map(({ value, count }) => {
          const isChosen = value === chosen
          return (
            <li key={value}>
              <Link
                href={to.search(changed(asked, { [name]: isChosen ? undefined : value }))}
                aria-current={isChosen ? 'true' : undefined}
                className={styles.value}
              >
                <span>
                  {isChosen && <span aria-hidden="true">✓ </span>}
                  <ValueName of={name} value={value} />
                </span>
                <span className={styles.count}>{number.format(count)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {all.length > few && (
        <button
          type="button"
          className="bare small"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.search.fewerValues : words.search.moreValues(all.length - few)}
          <span className="unseen"> ({words.search.facets[name]})</span>
        </button>
      )}
    </section>
  )
}
