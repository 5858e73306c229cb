import { type FormEvent, type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import { Dialog } from '../read/dialog.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { FormButtons } from './form-buttons.tsx'
import { useFocusFirst } from './use-focus-first.ts'

type Props = {
  title: string
  /** What the button says that sends it. */
  send: string
  /** Does what the form is for; what it throws is shown. */
  onSend: () => Promise<unknown>
  onClose: () => void
  children: (error: unknown) => ReactNode
}

/** A small form over the page, or over another form, of which it is no part. */
export function FormDialog({ title, send, onSend, onClose, children }: Props) {
  const form = useFocusFirst<HTMLFormElement>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    // React tells what happens here to the form from which it was opened.
    event.stopPropagation()
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await onSend()
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  return createPortal(
    <Dialog title={title} onClose={onClose}>
      <form ref={form} onSubmit={submit}>
        {children(error)}
        {error !== null && <Trouble error={error} />}
        <FormButtons send={send} disabled={busy} onClose={onClose} />
      </form>
    </Dialog>,
    document.body,
  )
}
