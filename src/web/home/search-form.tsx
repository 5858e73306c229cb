import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { to } from '../paths.ts'
import { SearchBox } from '../search/search-box.tsx'
import styles from './home-screen.module.css'

/** The box that leads to the search page. */
export function SearchForm() {
  const box = useRef<HTMLInputElement>(null)
  const [q, setQ] = useState('')
  const [, go] = useLocation()
  return (
    <div className={styles.search}>
      <SearchBox box={box} value={q} onType={setQ} onAsk={(q) => go(to.search({ q }))} large />
    </div>
  )
}
