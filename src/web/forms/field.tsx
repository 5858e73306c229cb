import { type ReactNode, useId } from 'react'

/** What ties a control to its label, its hint and what is wrong with it. */
export type Tied = { id: string; 'aria-describedby': string; 'aria-invalid': boolean }

type Props = {
  label: string
  hint?: ReactNode
  error?: string | null
  /** Wrong by what the hint says. */
  invalid?: boolean
  children: (tied: Tied) => ReactNode
}

/** A control with its label, what it takes, and what is wrong with it. */
export function Field({ label, hint, error = null, invalid = false, children }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': invalid || error !== null })}
      <span className="hint" id={`${id}-hint`}>
        {hint}
        {error !== null && <span className="wrong"> {error}</span>}
      </span>
    </div>
  )
}
