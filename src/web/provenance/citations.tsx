import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import styles from './claim-view.module.css'
import type { Claim } from './claims.ts'
import { Thing } from './thing.tsx'

/** The sources under a statement: where in them, what they say of it, and in which words. */
export function Citations({ of }: { of: Claim['sources'] }) {
  return (
    <ul className={styles.sources}>
      {of.map(({ source, locator, quote, stance }) => (
        <li key={`${source} ${locator} ${quote} ${stance}`}>
          <Thing kind="source" id={source} />
          {locator && `, ${locator}`}{' '}
          <span className={stance === 'disputes' ? 'tag disputed' : 'soft small'}>
            {words.provenance.claim.stance[stance]}
          </span>
          {quote && <blockquote lang={langOfWords(quote)}>{quote}</blockquote>}
        </li>
      ))}
    </ul>
  )
}
