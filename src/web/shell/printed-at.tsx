import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './printed-at.module.css'

/** On paper alone, at the end: where what is printed can be seen again, and what else is to be said of it. */
export function PrintedAt({ children }: { children?: ReactNode }) {
  return (
    <footer className={styles.printed}>
      {children}
      <p>
        {words.shell.printedFrom} {location.href}
      </p>
    </footer>
  )
}
