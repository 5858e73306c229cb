import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Trouble } from '../shell/trouble.tsx'
import type { Editing } from './editing.ts'
import styles from './form.module.css'
import { FormButtons } from './form-buttons.tsx'
import type { Parts } from './merge-drafts.ts'
import { onceKeys } from './once-key.ts'
import { useFocusFirst } from './use-focus-first.ts'
import { useUnsaved } from './use-unsaved.ts'

type Props<D> = {
  title: string
  /** What the button says that sends it. */
  send: string
  initial: D
  /** Adds it; `keys` makes what is sent twice be done once. */
  add: (draft: D, keys: ReturnType<typeof onceKeys>) => Promise<{ id: string }>
  /** Given the address at which it was sent as well, for `goTo`. */
  onAdded: (id: string, from: string) => void
  onClose: () => void
  children: (editing: Editing<D>) => ReactNode
}

/** A form in which something is written that is not there yet. */
export function AddForm<D extends Parts>(props: Props<D>) {
  const { title, send, initial, add, onAdded, onClose, children } = props
  const kept = useQueryClient()
  const [keys] = useState(onceKeys)
  const [draft, setDraft] = useState(initial)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useFocusFirst<HTMLFormElement>()
  useUnsaved(draft !== initial)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const from = location.href
    setBusy(true)
    setError(null)
    try {
      const { id } = await add(draft, keys)
      await kept.invalidateQueries()
      onAdded(id, from)
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  return (
    <form ref={form} className={styles.form} aria-label={title} onSubmit={submit}>
      <p className={styles.title}>{title}</p>
      {children({ draft, error, set: (part, value) => setDraft((now) => ({ ...now, [part]: value })) })}
      {error !== null && <Trouble error={error} />}
      <FormButtons send={send} disabled={busy} onClose={onClose} />
    </form>
  )
}
