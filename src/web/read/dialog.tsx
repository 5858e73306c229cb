import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../words/words.ts'
import styles from './dialog.module.css'

/** Something beside the page that is read, over it until it is closed; Escape closes it, and the focus goes back. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { title, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.showModal()
    return () => {
      shown?.close()
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose} onCancel={onClose}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={onClose}>
          {words.read.close}
        </button>
      </div>
      {children}
    </dialog>
  )
}
