import { type ReactNode, useRef, useState } from 'react'
import { Awaited } from '../shell/later.tsx'
import styles from './form.module.css'
import { backTo } from './go-to.ts'

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
  const close = () => {
    setOpen(false)
    backTo(() => opener.current)
  }
  if (isOpen) return <Awaited>{children(close)}</Awaited>
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
