import { type FormEvent, type ReactNode, useState } from 'react'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { Clash } from './clash.tsx'
import type { Editing } from './editing.ts'
import styles from './form.module.css'
import { FormButtons } from './form-buttons.tsx'
import type { Parts } from './merge-drafts.ts'
import { useFocusFirst } from './use-focus-first.ts'
import { type Revisable, useRevising } from './use-revising.ts'

type Props<D> = {
  title: string
  id: string
  /** How it is read and written. */
  of: () => Revisable<D>
  /** What is known of it until its newest state has been read. */
  shown: D
  labels: Readonly<Record<keyof D & string, string>>
  /** A part of a draft to be looked at, where two people changed it. */
  show: (part: keyof D & string, draft: D) => ReactNode
  /** Given the address at which it was sent as well, for `goTo`. */
  onSaved: (id: string, from: string) => void
  onClose: () => void
  children: (editing: Editing<D>) => ReactNode
}

/** A form in which something that is there is changed; what somebody else changed meanwhile is never written over unseen. */
export function EditForm<D extends Parts>(props: Props<D>) {
  const { title, id, of, shown, labels, show, onSaved, onClose, children } = props
  const [revisable] = useState(of)
  const { draft, outcome, begun, busy, set, save, overwrite, takeTheirs } = useRevising(id, revisable, shown)
  const form = useFocusFirst<HTMLFormElement>(begun)
  const error = outcome?.kind === 'refused' ? outcome.error : null

  async function after(saving: ReturnType<typeof save>) {
    const from = location.href
    const came = await saving
    if (came?.kind === 'unchanged') onClose()
    if (came?.kind === 'saved') onSaved(came.id, from)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void after(save())
  }
  return (
    <form ref={form} className={styles.form} aria-label={title} onSubmit={submit}>
      <p className={styles.title}>{title}</p>
      {/* What is typed before the archive has told the newest state would be lost. */}
      <fieldset className={styles.bare} disabled={!begun}>
        {children({ draft, set, error })}
      </fieldset>
      {error !== null && <Trouble error={error} />}
      {outcome?.kind === 'clash' && (
        <Clash
          parts={outcome.parts.map((part) => ({
            label: labels[part],
            theirs: show(part, outcome.theirs.draft),
            mine: show(part, draft),
          }))}
          onOverwrite={() => void after(overwrite(outcome.theirs))}
          onTakeTheirs={() => takeTheirs(outcome.theirs, outcome.parts)}
        />
      )}
      <FormButtons send={words.forms.save} disabled={busy || !begun} onClose={onClose} />
    </form>
  )
}
