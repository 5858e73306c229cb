import { type ReactNode, useRef, useState } from 'react'
import styles from './form.module.css'

type Props = {
  label: string
  children: (close: () => void) => ReactNode
  small?: boolean
  describedBy?: string
}

/** A button that opens something in its own place, and takes the focus back when that is closed. */
export function Opens({ label, children, small = false, describedBy }: Props) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (isOpen)
    return children(() => {
      setOpen(false)
      // The button is there again once the form is gone.
      setTimeout(() => opener.current?.focus({ preventScroll: true }))
    })
  return (
    <button
      ref={opener}
      type="button"
      className={small ? 'link' : styles.opener}
      aria-describedby={describedBy}
      onClick={() => setOpen(true)}
    >
      {label}
    </button>
  )
}
