import { words } from '../words/words.ts'

type Props = {
  /** What the button says that sends the form. */
  send: string
  disabled: boolean
  onClose: () => void
}

/** The end of every form: what sends it, and what leaves it. */
export function FormButtons({ send, disabled, onClose }: Props) {
  return (
    <div className="row">
      <button type="submit" className="main" disabled={disabled}>
        {send}
      </button>
      <button type="button" onClick={onClose}>
        {words.forms.cancel}
      </button>
    </div>
  )
}
