import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import type { Passage } from '../text/passage.ts'
import { words } from '../words/words.ts'
import { NewNote } from './new-note.tsx'
import type { Note } from './note.ts'
import { NoteCard } from './note-card.tsx'
import { NoteElsewhere } from './note-elsewhere.tsx'
import styles from './notes.module.css'
import { type Thread, threadsOf } from './threads.ts'
import { useMayAnnotate } from './use-may-annotate.ts'
import type { PageNotesState } from './use-page-notes.ts'

const atOnce = 40

type Props = {
  state: PageNotesState
  selected: Passage | null
  /** The annotation that is chosen, by its id. */
  chosen: string | null
  /** Why none can be written about what is shown; null where that is no matter. */
  whyNot: ReactNode
  onChoose: (id: string) => void
  /** Shows where one stands. */
  onShow: (note: Note) => void
  onClose: () => void
}

/** The panel beside a page: its annotations in the order of the page, and the ways to write another. */
export function PageNotes({ state, selected, chosen, whyNot, onChoose, onShow, onClose }: Props) {
  const { document, page, list } = state
  const panel = useRef<HTMLElement>(null)
  const done = (id: string | null) => {
    panel.current?.focus({ preventScroll: true })
    if (id) onChoose(id)
  }
  return (
    <section
      ref={panel}
      id="page-notes"
      className={styles.panel}
      aria-labelledby="notes-heading"
      tabIndex={-1}
    >
      <div className={styles.head}>
        <h2 id="notes-heading">
          {words.annotate.ofPage(words.document.page(page.label ?? String(page.number)))}
        </h2>
        <Link href={to.notes(document)}>{words.annotate.list}</Link>
        <button type="button" onClick={onClose}>
          {words.annotate.close}
        </button>
      </div>
      <Writing whyNot={whyNot}>
        <NewNote state={state} selected={selected} onDone={done} />
      </Writing>
      <Asked of={list}>
        {({ notes, more }) => (
          <>
            {chosen !== null && !notes.some(({ id }) => id === chosen) && (
              <NoteElsewhere key={chosen} id={chosen} page={page.id} />
            )}
            {notes.length === 0 && <p className="soft">{words.annotate.none}</p>}
            <Threads key={page.id} notes={notes} text={page.text} chosen={chosen} onShow={onShow} />
            {more && (
              <p>
                {words.annotate.more} <Link href={to.notes(document)}>{words.annotate.seeAll}</Link>
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}

/** The threads of a page, the first of them if there are many, and all up to the one that is chosen. */
function Threads({
  notes,
  text,
  chosen,
  onShow,
}: Pick<Props, 'chosen' | 'onShow'> & { notes: readonly Note[]; text: PageNotesState['page']['text'] }) {
  const [most, setMost] = useState(atOnce)
  const threads = useMemo(() => threadsOf(notes), [notes])
  const isChosen = ({ note, replies }: Thread) =>
    note.id === chosen || replies.some(({ id }) => id === chosen)
  const shown = threads.slice(0, Math.max(most, 1 + threads.findIndex(isChosen)))
  const rest = threads.length - shown.length
  return (
    <>
      <ol className={styles.threads} aria-live="polite">
        {shown.map((thread) => (
          <li key={thread.note.iri}>
            <NoteCard
              note={thread.note}
              replies={thread.replies}
              text={thread.note.standsIn === text?.revision ? text?.content : null}
              chosen={isChosen(thread)}
              onShow={() => onShow(thread.note)}
            />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <p>
          <button type="button" onClick={() => setMost(shown.length + atOnce)}>
            {words.annotate.showMore(Math.min(rest, atOnce))}
          </button>
        </p>
      )}
    </>
  )
}

/** What one writes with, for those who may, else why one cannot. */
function Writing({ whyNot, children }: { whyNot: ReactNode; children: ReactNode }) {
  const { session } = useSession()
  const mayAnnotate = useMayAnnotate()
  const [path] = useLocation()
  const asked = useSearch()
  if (!session) return null
  if (mayAnnotate) return whyNot ? <p className="soft">{whyNot}</p> : children
  return (
    <p className="soft">
      {words.annotate.mayNot}{' '}
      {!session.signedIn && (
        <Link href={to.signIn(asked ? `${path}?${asked}` : path)}>{words.shell.signIn}</Link>
      )}
    </p>
  )
}
