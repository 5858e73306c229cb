import { type FormEvent, useId, useState } from 'react'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

type Props = { onHide: (because: string) => Promise<void>; onCancel: () => void }

/** Asks why an annotation is hidden. */
export function HideForm({ onHide, onCancel }: Props) {
  const id = useId()
  const [error, setError] = useState<unknown>(null)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setError(null)
    const because = String(new FormData(event.currentTarget).get('because') ?? '').trim()
    if (because !== '') onHide(because).catch(setError)
  }
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{words.annotate.hideBecause}</label>
        {/* biome-ignore lint/a11y/noAutofocus: the form was just asked for */}
        <input id={id} name="because" required maxLength={2000} aria-describedby={`${id}-hint`} autoFocus />
        <span id={`${id}-hint`} className="hint">
          {words.annotate.hideHint}
        </span>
      </div>
      <div className="row">
        <button type="submit" className="main">
          {words.annotate.hide}
        </button>
        <button type="button" onClick={onCancel}>
          {words.annotate.cancel}
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
    </form>
  )
}
