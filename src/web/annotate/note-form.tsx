import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Refusal } from '../api/refusal.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import type { Sharing } from './note.ts'
import type { NoteDraft } from './note-drafts.ts'
import styles from './notes.module.css'
import { forAll, keyOf, SharingField } from './sharing-field.tsx'
import { useNoteDraft, writtenIn } from './use-note-draft.ts'
import { type Said, tagsOf } from './write-note.ts'

const kinds = [
  'commenting',
  'questioning',
  'identifying',
  'describing',
  'assessing',
  'editing',
  'linking',
  'tagging',
]

type Props = {
  /** Over the fields: what it is about. */
  children?: ReactNode
  label: string
  said?: Said
  /** Whom it is for until now. */
  sharing?: Sharing
  /** Where what is written is kept until it is saved. */
  draft: Pick<NoteDraft, 'key' | 'about'>
  /** Only a text, as for replies. */
  brief?: boolean
  /** Whether one writes in it at once; not where something else comes first. */
  focused?: boolean
  onSave: (said: Said) => Promise<unknown>
  onCancel: () => void
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/**
 * What somebody has to say, with tags and what kind of annotation it is. It is kept on the device until it is saved or
 * cancelled; Escape only puts it by.
 */
export function NoteForm(props: Props) {
  const { children, label, said, sharing = forAll, draft, brief = false, focused = true } = props
  const { onSave, onCancel } = props
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const motivation = said?.motivation ?? 'commenting'
  const fresh = {
    text: said?.text ?? '',
    tags: said?.tags.join(', ') ?? '',
    motivation,
    sharing: keyOf(sharing),
  }
  const place = { ...draft, base: said?.text ?? null }
  const { begun, isKept, keep, drop } = useNoteDraft({ place, form, fresh })
  const shown = begun?.written ?? fresh
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = writtenIn(event.currentTarget, fresh)
    const { text } = written
    const tags = tagsOf(written.tags)
    if (text.trim() === '' && tags.length === 0) return setError(new Error(words.annotate.empty))
    setBusy(true)
    try {
      const said = { text, tags, motivation: written.motivation }
      await onSave(brief ? said : { ...said, sharing: written.sharing })
      drop()
    } catch (refused) {
      const isOvertaken = refused instanceof Refusal && refused.status === 412
      setError(isOvertaken ? new Error(words.annotate.changedMeanwhile) : refused)
      setBusy(false)
    }
  }

  function cancel() {
    drop()
    onCancel()
  }

  const choices = kinds.includes(motivation) ? kinds : [motivation, ...kinds]
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onInput={keep}
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {children}
      {begun && (
        <p className="soft small" role="status">
          {words.annotate.draftHere(when.format(new Date(begun.at)))}
          {begun.base !== place.base && ` ${words.annotate.draftOlder(place.base ?? '')}`}
        </p>
      )}
      <div className="field">
        <label htmlFor={`${id}-text`}>{brief ? words.annotate.replyText : words.annotate.noteText}</label>
        {/* biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it */}
        <textarea id={`${id}-text`} name="text" rows={4} defaultValue={shown.text} autoFocus={focused} />
      </div>
      {!brief && (
        <div className={styles.pair}>
          <div className="field">
            <label htmlFor={`${id}-tags`}>{words.annotate.tags}</label>
            <input
              id={`${id}-tags`}
              name="tags"
              autoComplete="off"
              defaultValue={shown.tags}
              aria-describedby={`${id}-hint`}
            />
            <span className="hint" id={`${id}-hint`}>
              {words.annotate.tagsHint}
            </span>
          </div>
          <div className="field">
            <label htmlFor={`${id}-kind`}>{words.annotate.motivation}</label>
            <select id={`${id}-kind`} name="motivation" defaultValue={shown.motivation}>
              {choices.map((kind) => (
                <option key={kind} value={kind}>
                  {words.annotate.motivations[kind] ?? kind}
                </option>
              ))}
            </select>
          </div>
          <SharingField chosen={shown.sharing} was={sharing} />
        </div>
      )}
      {!isKept && <p className="small">{words.annotate.noRoom}</p>}
      {error !== null && <Trouble error={error} />}
      <div className="row">
        <button type="submit" className="main" disabled={busy}>
          {words.annotate.save}
        </button>
        <button type="button" onClick={cancel}>
          {words.annotate.cancel}
        </button>
      </div>
    </form>
  )
}
