import { type FormEvent, useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'
import styles from './search-inside.module.css'
import type { Hits } from './use-hits.ts'

type Props = {
  hits: Hits
  /** Which hit of the page is looked at, counted from 0; null: none in particular. */
  at: number | null
  /** How many hits the page has. */
  here: number
  onAsk: (q: string) => void
  onStep: (isForward: boolean) => void
}

const says = words.read

/** Asks for words in the document, and goes from hit to hit through its pages. */
export function SearchInside({ hits, at, here, onAsk, onStep }: Props) {
  const { q, numbers, isReady, error, elsewhere } = hits
  const [entry, setEntry] = useState(q)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setEntry(q), [q])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(entry.trim())
  }
  const clear = () => {
    onAsk('')
    field.current?.focus()
  }
  return (
    <search className={styles.inside}>
      <form onSubmit={submit} className={styles.form}>
        <label className="unseen" htmlFor="search-inside">
          {says.inside}
        </label>
        <input
          id="search-inside"
          ref={field}
          type="search"
          value={entry}
          placeholder={says.inside}
          onChange={({ target }) => setEntry(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && q !== '' && clear()}
        />
      </form>
      {q !== '' && (
        <div className={styles.found}>
          <button
            type="button"
            onClick={() => onStep(false)}
            disabled={numbers.length === 0}
            aria-label={says.hitBefore}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            onClick={() => onStep(true)}
            disabled={numbers.length === 0}
            aria-label={says.hitAfter}
          >
            <span aria-hidden="true">↓</span>
          </button>
          <button type="button" onClick={clear} aria-label={says.stopFinding} title={says.stopFinding}>
            <span aria-hidden="true">✕</span>
          </button>
          <span role="status" className={styles.status}>
            {error ? (
              <span className={styles.wrong}>{error.message}</span>
            ) : (
              isReady && (
                <>
                  {here > 0 && (
                    <span>{`${at === null ? says.hitsHere(here) : says.hitOf(at + 1, here)} ·`}</span>
                  )}{' '}
                  <span>{numbers.length === 0 ? says.noneInside : says.found(numbers.length)}</span>
                  {elsewhere &&
                    elsewhere.numbers.length > 0 &&
                    ` · ${says.elsewhere(elsewhere.numbers.length)}`}
                </>
              )
            )}
          </span>
        </div>
      )}
    </search>
  )
}
