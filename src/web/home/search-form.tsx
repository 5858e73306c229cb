import { type FormEvent, useId } from 'react'
import { useLocation } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './home-screen.module.css'

/** The box that leads to the search page. */
export function SearchForm() {
  const id = useId()
  const [, go] = useLocation()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go(to.search({ q: String(new FormData(event.currentTarget).get('q')) }))
  }
  return (
    <search>
      <form className={styles.search} onSubmit={submit}>
        <label htmlFor={id} className="unseen">
          {words.home.box}
        </label>
        <input id={id} name="q" type="search" placeholder={words.home.placeholder} autoComplete="off" />
        <button type="submit" className="main">
          {words.home.go}
        </button>
      </form>
    </search>
  )
}
