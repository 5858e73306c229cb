import { Link, useLocation } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { utf16Index } from '../text/code-points.ts'
import { rangesOf } from '../text/selection.ts'
import { words } from '../words/words.ts'
import { NewNote } from './new-note.tsx'
import { NoteCard } from './note-card.tsx'
import styles from './notes.module.css'
import { threadsOf } from './threads.ts'
import type { PageNotesState } from './use-page-notes.ts'

/** The panel beside a page: its annotations in the order of the page, and the ways to write another. */
export function PageNotes({ state }: { state: PageNotesState }) {
  const { document, page, list, text, root, chosen, show } = state
  const { may, session } = useSession()
  const [here] = useLocation()
  const label = words.document.page(page.label ?? String(page.number))
  const showInText = (id: string, at: { start: number; end: number } | null) => {
    show(id)
    const passage = at && { start: utf16Index(text, at.start), end: utf16Index(text, at.end) }
    if (root && passage)
      rangesOf(root, [passage])[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }
  return (
    <section className={styles.panel} aria-label={words.annotate.ofPage(label)}>
      {may('annotator') ? (
        <NewNote state={state} />
      ) : (
        session && (
          <p className="soft">
            {words.annotate.mayNot}{' '}
            {!session.signedIn && <Link href={to.signIn(here)}>{words.shell.signIn}</Link>}
          </p>
        )
      )}
      <Asked of={list}>
        {({ notes, more }) => (
          <>
            {notes.length === 0 && (
              <p className="soft">
                {words.annotate.none} {may('annotator') && words.annotate.how}
              </p>
            )}
            <ol className={styles.threads} aria-live="polite">
              {threadsOf(notes).map(({ note, replies }) => (
                <li key={note.iri}>
                  <NoteCard
                    note={note}
                    replies={replies}
                    text={text}
                    chosen={note.id === chosen}
                    onShow={() =>
                      showInText(note.id, note.anchor && 'start' in note.anchor ? note.anchor : null)
                    }
                  />
                </li>
              ))}
            </ol>
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
