import { useState } from 'react'
import { words } from '../words/words.ts'
import { beginningOf, begunNotesOf, dropNoteDraft, type NoteDraft } from './note-drafts.ts'
import styles from './notes.module.css'
import type { PageNotesState } from './use-page-notes.ts'

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** Offers the annotations of this page that somebody began on this device and did not save. */
export function BegunNotes({ who, state }: { who: string; state: PageNotesState }) {
  const { page, setBeginning } = state
  const [drafts, setDrafts] = useState(() => begunNotesOf(localStorage, who, page.id))
  if (drafts.length === 0) return null

  const goOn = (draft: NoteDraft) =>
    setBeginning(
      beginningOf(draft, page.text?.content ?? ''),
      draft.key.slice(draft.key.lastIndexOf(':') + 1),
    )
  function throwAway(draft: NoteDraft) {
    dropNoteDraft(localStorage, draft.key)
    setDrafts((all) => all.filter((one) => one !== draft))
  }
  return (
    <ul className={styles.begun}>
      {drafts.map((draft) => (
        <li key={draft.key} className={`sheet ${styles.offer}`}>
          <p>{words.annotate.begun(when.format(new Date(draft.at)))}</p>
          {draft.about?.quote && (
            <blockquote className={styles.quote} lang={page.text?.language ?? undefined}>
              {draft.about.quote}
            </blockquote>
          )}
          <p className={styles.excerpt}>{draft.written.text || draft.written.tags}</p>
          <div className="row">
            <button type="button" onClick={() => goOn(draft)}>
              {words.annotate.goOn}
            </button>
            <button type="button" onClick={() => throwAway(draft)}>
              {words.annotate.throwAway}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}
