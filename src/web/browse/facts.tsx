import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** What is known, a label and its values a line; what has no value is left out. */
export function Facts({ children }: { children: readonly (readonly [string, readonly ReactNode[]])[] }) {
  const known = children.map(([label, values]) => [label, values.filter(Boolean)] as const)
  return (
    <dl className={styles.facts}>
      {known
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells values apart
              <dd key={at}>{value}</dd>
            ))}
          </div>
        ))}
    </dl>
  )
}
