import { useId } from 'react'
import { Link } from 'wouter'
import { addressOf } from '../api/ask.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { type Asked, changed, scopes, scopesIn, sorts, withScope } from './asked.ts'
import styles from './summary.module.css'
import type { Results } from './use-results.ts'

const says = words.search
const number = new Intl.NumberFormat('en-GB')

/** How much was found, said aloud as it changes, and how the question was understood. */
export function Found({ asked, found }: { asked: Asked; found: Results }) {
  const { total, partial, query } = found
  const many = { documents: total.documents !== 1, pages: total.pages !== 1 }
  const said = says.found(number.format(total.documents), number.format(total.pages), many)
  return (
    <>
      <p role="status" className={styles.found}>
        {total.documents === 0 && partial.documents === 0 ? says.nothing : null}
        {total.documents > 0 && <strong>{total.exact ? said : says.atLeast(said)}</strong>}
        {total.documents === 0 && partial.documents > 0 && <strong>{said}</strong>}
        {partial.documents > 0 && ` ${says.partial(number.format(partial.documents))}`}
        {!total.exact && <span className="soft"> {says.inexact}</span>}
      </p>
      {/* Its line is always there: what stands under it does not move with each letter. */}
      <p className={styles.understood}>
        {query.understood !== query.text.trim() && (
          <>
            {says.understood} <code>{query.understood}</code>{' '}
          </>
        )}
        {found.didYouMean && (
          <span className={styles.meant}>
            {says.none.didYouMean}{' '}
            <Link href={to.search(changed(asked, { q: found.didYouMean }))}>{found.didYouMean}</Link>?
          </span>
        )}
      </p>
    </>
  )
}

type Props = { asked: Asked; onAsk: (asked: Asked) => void }

/** Where is looked, in which order it is shown, and how to take it along. */
export function Options({ asked, onAsk }: Props) {
  const id = useId()
  return (
    <div className={styles.options}>
      <fieldset>
        <legend>{says.scope}</legend>
        {scopes.map((scope) => (
          <span key={scope} className={styles.check}>
            <input
              id={`${id}-${scope}`}
              type="checkbox"
              checked={scopesIn(asked).includes(scope)}
              onChange={({ target }) => onAsk(withScope(asked, scope, target.checked))}
            />
            <label htmlFor={`${id}-${scope}`}>{says.scopes[scope]}</label>
          </span>
        ))}
      </fieldset>
      <span className={styles.check}>
        <label htmlFor={`${id}-sort`}>{says.sort}</label>
        <select
          id={`${id}-sort`}
          value={asked.sort ?? 'relevance'}
          onChange={({ target }) => {
            const sort = sorts.find((one) => one === target.value)
            onAsk(changed(asked, { sort: sort === 'relevance' ? undefined : sort }))
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {says.sorts[sort]}
            </option>
          ))}
        </select>
      </span>
      <span className={styles.check}>
        {says.export}
        <a href={addressOf('exportSearchAsCsv', { query: asked })} download="search.csv">
          {says.csv}
        </a>
        <a href={addressOf('exportSearchAsJsonl', { query: asked })} download="search.jsonl">
          {says.jsonl}
        </a>
      </span>
    </div>
  )
}
