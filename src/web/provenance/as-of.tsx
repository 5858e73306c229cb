import { type FormEvent, useId } from 'react'
import { useSearchParams } from 'wouter'
import { words } from '../words/words.ts'
import styles from './as-of.module.css'
import { when } from './when.ts'

const says = words.provenance.dating

function useAsOf() {
  const [search, setSearch] = useSearchParams()
  const show = (time: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (time === null) next.delete('asOf')
      else next.set('asOf', time)
      return next
    })
  return { asOf: search.get('asOf'), show }
}

/** Says that a past state is shown, and leads back to the present one; nothing where it is. */
export function Then() {
  const { asOf, show } = useAsOf()
  if (asOf === null) return null
  return (
    <div className={styles.then} role="status">
      <p>{says.asOfSays(when(asOf))}</p>
      <button type="button" onClick={() => show(null)}>
        {says.asOfNow}
      </button>
    </div>
  )
}

/** Goes back to how the dating stood on a day, the whole of which counts; `?asOf=` keeps it. */
export function AsOf({ since }: { since: string }) {
  const { asOf, show } = useAsOf()
  const field = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).get('day')
    const end = typeof chosen === 'string' && chosen ? new Date(`${chosen}T23:59:59.999`) : null
    if (end && !Number.isNaN(end.getTime())) show(end.toISOString())
  }
  const today = localDay(new Date().toISOString())
  return (
    <form onSubmit={submit} className={`${styles.form} no-print`} key={asOf}>
      <label htmlFor={field}>{says.asOf}</label>
      <input
        id={field}
        type="date"
        name="day"
        required
        min={localDay(since)}
        max={today}
        defaultValue={asOf === null ? today : localDay(asOf)}
      />
      <button type="submit">{says.asOfShow}</button>
    </form>
  )
}

/** The day of a moment where the reader is, as fields of dates take it. */
function localDay(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
