import { useEffect, useState } from 'react'
import { useAsked } from '../api/use-asked.ts'
import { words } from '../words/words.ts'
import styles from './printed-from.module.css'

/** On paper alone: how to cite what is printed, and its address. It is asked for once somebody stays on a page. */
export function PrintedFrom({ documentId, number }: { documentId: string; number: number | null }) {
  const [stayed, setStayed] = useState<number | null>(null)
  useEffect(() => {
    const soon = setTimeout(() => setStayed(number ?? 0), 700)
    return () => clearTimeout(soon)
  }, [number])
  const citation = useAsked(
    'citeDocument',
    { params: { documentId }, query: number === null ? {} : { page: number } },
    { when: stayed === (number ?? 0) },
  )
  return (
    <footer className={styles.printed}>
      {citation.data && <p>{citation.data.sentence}</p>}
      <p>
        {words.read.printedFrom} {location.href}
      </p>
    </footer>
  )
}
