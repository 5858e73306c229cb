import type { RefObject } from 'react'
import { Refusal } from '../api/refusal.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { faultPlace } from './fault-place.ts'
import styles from './wrong-query.module.css'

const says = words.search.wrong

type Props = {
  id: string
  error: Error
  q: string
  box: RefObject<HTMLInputElement | null>
  onAgain: () => void
}

/** What is wrong with the query, in a sentence, and where: the place is marked, and one can go there. Other trouble as anywhere. */
export function WrongQuery({ id, error, q, box, onAgain }: Props) {
  const column = columnOf(error)
  if (column === null) return <Trouble error={error} onAgain={onAgain} />
  const { before, at, after } = faultPlace(q, column)
  const go = () => {
    box.current?.focus()
    box.current?.setSelectionRange(before.length, before.length + at.length)
  }
  return (
    <div role="status" id={id} className={styles.wrong}>
      <p>{error.message}</p>
      <p className={styles.place}>
        {says.here}{' '}
        <code>
          {before}
          <mark>{at === '' ? ' ' : at}</mark>
          {after}
        </code>{' '}
        <button type="button" className="link" onClick={go}>
          {says.go}
        </button>
      </p>
    </div>
  )
}

/** The column of the query that a refusal names; null where it is about something else. */
export function columnOf(error: Error | null): number | null {
  if (!(error instanceof Refusal) || !error.problem.type.endsWith('/invalid-query')) return null
  return error.problem.errors?.find(({ path }) => path === 'q')?.column ?? null
}
