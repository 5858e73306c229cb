import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Refusal } from '../api/refusal.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './notes.module.css'
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
  /** Only a text, as for replies. */
  brief?: boolean
  /** Whether one writes in it at once; not where something else comes first. */
  focused?: boolean
  onSave: (said: Said) => Promise<unknown>
  onCancel: () => void
}

/** What somebody has to say, with tags and what kind of annotation it is. */
export function NoteForm(props: Props) {
  const { children, label, said, brief = false, focused = true, onSave, onCancel } = props
  const id = useId()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = String(given.get('text') ?? '')
    const tags = tagsOf(String(given.get('tags') ?? ''))
    if (text.trim() === '' && tags.length === 0) return setError(new Error(words.annotate.empty))
    setBusy(true)
    try {
      await onSave({
        text,
        tags,
        motivation: String(given.get('motivation') ?? said?.motivation ?? 'commenting'),
      })
    } catch (refused) {
      const isOvertaken = refused instanceof Refusal && refused.status === 412
      setError(isOvertaken ? new Error(words.annotate.changedMeanwhile) : refused)
      setBusy(false)
    }
  }

  const choices = said && !kinds.includes(said.motivation) ? [said.motivation, ...kinds] : kinds
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {children}
      <div className="field">
        <label htmlFor={`${id}-text`}>{brief ? words.annotate.replyText : words.annotate.noteText}</label>
        {/* biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it */}
        <textarea id={`${id}-text`} name="text" rows={4} defaultValue={said?.text} autoFocus={focused} />
      </div>
      {!brief && (
        <div className={styles.pair}>
          <div className="field">
            <label htmlFor={`${id}-tags`}>{words.annotate.tags}</label>
            <input
              id={`${id}-tags`}
              name="tags"
              autoComplete="off"
              defaultValue={said?.tags.join(', ')}
              aria-describedby={`${id}-hint`}
            />
            <span className="hint" id={`${id}-hint`}>
              {words.annotate.tagsHint}
            </span>
          </div>
          <div className="field">
            <label htmlFor={`${id}-kind`}>{words.annotate.motivation}</label>
            <select id={`${id}-kind`} name="motivation" defaultValue={said?.motivation ?? 'commenting'}>
              {choices.map((kind) => (
                <option key={kind} value={kind}>
                  {words.annotate.motivations[kind] ?? kind}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      {error !== null && <Trouble error={error} />}
      <div className="row">
        <button type="submit" className="main" disabled={busy}>
          {words.annotate.save}
        </button>
        <button type="button" onClick={onCancel}>
          {words.annotate.cancel}
        </button>
      </div>
    </form>
  )
}
