import { words } from '../../words/words.ts'
import styles from './dating-picture.module.css'

const says = words.provenance.dating

/** What the marks of the picture mean. */
export function Legend() {
  return (
    <ul className={`${styles.legend} plain small soft`}>
      <li>
        <svg aria-hidden="true" width="26" height="12" viewBox="0 -6 26 12">
          <g className={styles.step}>
            <rect x="1" y="-5" width="24" height="10" rx="2" />
          </g>
        </svg>
        {says.legend.step}
      </li>
      <li>
        <svg aria-hidden="true" width="26" height="12" viewBox="0 -6 26 12">
          <g className={`${styles.step} ${styles.inferred}`}>
            <rect x="1" y="-5" width="24" height="10" rx="2" />
          </g>
        </svg>
        {says.legend.inferred}
      </li>
      {(['agrees', 'possible'] as const).map((verdict) => (
        <li key={verdict}>
          <svg aria-hidden="true" width="18" height="18" viewBox="-9 -9 18 18">
            <path className={styles[verdict]} d="M0 -7 l7 7 l-7 7 l-7 -7 z" />
          </svg>
          {says.legend[verdict]}
        </li>
      ))}
      <li>
        <svg aria-hidden="true" width="18" height="18" viewBox="-9 -9 18 18">
          <g className={styles.refuted}>
            <path d="M0 -7 l7 7 l-7 7 l-7 -7 z" />
            <path className={styles.cross} d="M-8 -8 l16 16 m0 -16 l-16 16" />
          </g>
        </svg>
        {says.legend.refuted}
      </li>
    </ul>
  )
}
