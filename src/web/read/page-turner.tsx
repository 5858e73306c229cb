import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask.ts'
import { words } from '../words/words.ts'
import styles from './page-turner.module.css'
import { pageWishOf } from './page-wish.ts'

type Props = {
  documentId: string
  witness: string | null
  number: number
  /** What stands on the page itself; null where it bears nothing. */
  label: string | null
  pages: number
  hrefOf: (number: number) => string
  onGo: (number: number) => void
}

const says = words.read

/** Turns the pages one by one, or goes to one by its number or its label. */
export function PageTurner({ documentId, witness, number, label, pages, hrefOf, onGo }: Props) {
  const shown = label ?? String(number)
  const [entry, setEntry] = useState(shown)
  const [wrong, setWrong] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    setEntry(shown)
    setWrong('')
  }, [shown])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wish = pageWishOf(entry, label !== null)
    const found =
      wish && (wish.kind === 'number' ? wish.number : await numberOf(documentId, witness, wish.label))
    if (!found || found > pages) return setWrong(says.noSuchPage(entry.trim()))
    setWrong('')
    if (found === number) setEntry(shown)
    else onGo(found)
    field.current?.blur()
  }

  return (
    <nav className={styles.turner} aria-label={says.turning}>
      <Turn to={number > 1 ? hrefOf(number - 1) : null} sign="‹" says={says.before} />
      <form onSubmit={(event) => void submit(event)} className={styles.where}>
        <label className="unseen" htmlFor="page-field">
          {says.page}
        </label>
        <input
          id="page-field"
          ref={field}
          value={entry}
          size={Math.max(3, Math.min(10, 1 + Math.max(shown.length, String(pages).length)))}
          title={says.pageHint}
          autoComplete="off"
          aria-describedby="page-count page-wrong"
          onChange={({ target }) => setEntry(target.value)}
          onFocus={({ target }) => target.select()}
          onBlur={() => setEntry(shown)}
        />
        <span id="page-count" className={styles.count}>
          {label !== null && label !== String(number) ? says.onPage(String(number), pages) : says.of(pages)}
        </span>
      </form>
      <Turn to={number < pages ? hrefOf(number + 1) : null} sign="›" says={says.after} />
      <span id="page-wrong" role="alert" className={styles.wrong}>
        {wrong}
      </span>
    </nav>
  )
}

function Turn({ to, sign, says }: { to: string | null; sign: string; says: string }) {
  const mark = <span aria-hidden="true">{sign}</span>
  return to ? (
    <Link className={`button ${styles.turn}`} href={to} aria-label={says} title={says}>
      {mark}
    </Link>
  ) : (
    <button type="button" className={styles.turn} disabled aria-label={says}>
      {mark}
    </button>
  )
}

/** The number of the first page that bears a label, or, where none does and it is a number, that of the page. */
async function numberOf(documentId: string, witness: string | null, label: string): Promise<number | null> {
  const query = { witness, label, limit: 1 }
  const found = await ask('listPages', { params: { documentId }, query }).catch(() => null)
  return found?.items[0]?.number ?? (/^\d{1,9}$/.test(label) ? Number(label) : null)
}
