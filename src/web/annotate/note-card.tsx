import { type ReactNode, useEffect, useRef, useState } from 'react'
import { usePerson } from '../people/person.tsx'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { AnchorSays } from './anchor-says.tsx'
import { HideForm } from './hide-form.tsx'
import type { Note } from './note.ts'
import { draftKey, noteDraftAt } from './note-drafts.ts'
import { NoteForm } from './note-form.tsx'
import styles from './notes.module.css'
import { useMayAnnotate } from './use-may-annotate.ts'
import { useNoteWriting } from './use-notes.ts'
import { writeReply } from './write-note.ts'

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

type Props = {
  note: Note
  /** The text of the page of today, to quote what may stand there instead; null where it is not at hand. */
  text?: string | null
  chosen?: boolean
  /** Shows where it stands; without it there is no such button. */
  onShow?: () => void
  /** Beside the date: such as a link to its page. */
  where?: ReactNode
  replies?: readonly Note[]
}

/** An annotation with what it was said of, the replies to it, and what may be done with it. */
export function NoteCard({ note, text = null, chosen = false, onShow, where, replies = [] }: Props) {
  const { session, may } = useSession()
  const { add, change, remove, moderate } = useNoteWriting()
  const [doing, setDoing] = useState<'edit' | 'reply' | 'remove' | 'hide' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const place = useRef<HTMLElement>(null)
  const stop = () => {
    setDoing(null)
    place.current?.focus({ preventScroll: true })
  }
  const erase = () => {
    const around = place.current?.parentElement?.closest<HTMLElement>('[tabindex="-1"]')
    setError(null)
    remove(note).then(() => around?.focus({ preventScroll: true }), setError)
  }
  const by = usePerson(note.by)
  const show = () => {
    setError(null)
    moderate(note, null).catch(setError)
  }
  const isOwn = session?.signedIn === true && session.id === note.by
  const writer = isOwn ? words.annotate.you : by
  const mayAnnotate = useMayAnnotate()
  const mayChange = may('archivist') || (mayAnnotate && isOwn)
  const who = session?.signedIn ? session.id : ''
  const keys = { edit: draftKey(who, 'edit', note.id), reply: draftKey(who, 'reply', note.id) }
  const isBegun = (what: 'edit' | 'reply') => doing === null && noteDraftAt(localStorage, keys[what]) !== null
  const { motivations, tags } = note
  const kind = motivations.find((one) => one !== 'commenting' && one !== 'replying')

  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const shown = (
    <>
      {note.quote && (
        <blockquote className={styles.quote} lang={note.quoteLanguage ?? undefined}>
          {onShow && note.anchor?.state !== 'orphaned' ? (
            <button type="button" className="link" onClick={onShow} title={words.annotate.show}>
              {note.quote}
            </button>
          ) : (
            note.quote
          )}
        </blockquote>
      )}
      {note.box && onShow && (
        <button type="button" className="link" onClick={onShow}>
          {words.annotate.about.region}
        </button>
      )}
      {note.hidden && (
        <p className="soft">
          <span className="tag">{words.annotate.hidden}</span>{' '}
          {words.annotate.hiddenSays(isOwn, note.hidden.because)}
        </p>
      )}
      {note.sharing.visibility !== 'public' && (
        <p>
          <span className="tag">
            {note.sharing.group
              ? words.annotate.forGroup(note.sharing.group.name)
              : words.annotate.forOne(isOwn)}
          </span>
        </p>
      )}
      <AnchorSays note={note} text={text} />
      {note.text && (
        <p className={styles.text} lang={note.language ?? undefined}>
          {note.text}
        </p>
      )}
      {(tags.length > 0 || kind) && (
        <p className="row">
          {kind && <span className="tag agrees">{words.annotate.motivations[kind] ?? kind}</span>}
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </p>
      )}
    </>
  )
  return (
    <article
      ref={place}
      className={`${styles.note} ${chosen ? styles.chosen : ''}`}
      data-note={note.id}
      tabIndex={-1}
      aria-current={chosen ? 'true' : undefined}
    >
      {doing === 'edit' ? (
        <NoteForm
          label={words.annotate.edit}
          said={{ text: note.text, tags, motivation: motivations[0] ?? 'commenting' }}
          sharing={note.sharing}
          draft={{ key: keys.edit, about: null }}
          brief={note.answers !== null}
          onSave={(said) => change(note, said).then(stop)}
          onCancel={stop}
        />
      ) : (
        shown
      )}
      <p className={styles.foot}>
        {where}
        <span>
          {note.creator === null ? words.annotate.by(writer) : words.annotate.broughtBy(note.creator, writer)}{' '}
          · <time dateTime={note.created}>{when.format(new Date(note.created))}</time>
          {note.modified && ` · ${words.annotate.changed}`}
        </span>
        <span className={styles.acts}>
          {mayAnnotate && (
            <button type="button" className="link" onClick={() => setDoing('reply')}>
              {isBegun('reply') ? words.annotate.replyBegun : words.annotate.reply}
            </button>
          )}
          {mayChange && (
            <button type="button" className="link" onClick={() => setDoing('edit')}>
              {isBegun('edit') ? words.annotate.editBegun : words.annotate.edit}
            </button>
          )}
          {mayChange && (
            <button type="button" className="link" onClick={() => setDoing('remove')}>
              {words.annotate.remove}
            </button>
          )}
          {may('archivist') && (
            <button type="button" className="link" onClick={note.hidden ? show : () => setDoing('hide')}>
              {note.hidden ? words.annotate.showAgain : words.annotate.hide}
            </button>
          )}
        </span>
      </p>
      {doing === 'hide' && (
        <HideForm onHide={(because) => moderate(note, because).then(stop)} onCancel={stop} />
      )}
      {doing === 'remove' && (
        <div className="row" role="alert">
          {words.annotate.removeSure}
          <button type="button" onClick={erase}>
            {words.annotate.removeYes}
          </button>
          {/* biome-ignore lint/a11y/noAutofocus: the safe answer, to a question that somebody asked for */}
          <button type="button" onClick={stop} autoFocus>
            {words.annotate.removeNo}
          </button>
        </div>
      )}
      {error !== null && <Trouble error={error} />}
      {doing === 'reply' && (
        <NoteForm
          label={words.annotate.reply}
          brief
          draft={{ key: keys.reply, about: null }}
          onSave={({ text: said }) => add(note.document, writeReply(note.iri, said)).then(stop)}
          onCancel={stop}
        />
      )}
      {replies.length > 0 && (
        <ol className={styles.replies} aria-label={words.annotate.replies(replies.length)}>
          {replies.map((reply) => (
            <li key={reply.iri}>
              <NoteCard note={reply} />
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}
