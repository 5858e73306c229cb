import { useId, useState } from 'react'
import { words } from '../words/words.ts'
import styles from './copy-field.module.css'

type Props = {
  label: string
  text: string
  hint?: string
  /** Shown as lines, not as one. */
  isLong?: boolean
  /** Offered as a file of this name, too. */
  file?: { name: string; type: string }
}

/** As many as its lines take up, at most twelve. */
const rowsOf = (text: string) =>
  Math.min(
    12,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 60)), 0),
  )

/** A text to take away: it can be copied by a button, or selected by hand. */
export function CopyField({ label, text, hint, isLong = false, file }: Props) {
  const id = useId()
  const [said, setSaid] = useState('')
  const field = { id, value: text, readOnly: true, 'aria-describedby': hint && `${id}-hint` } as const
  async function copy() {
    setSaid((await isCopied(text)) ? words.read.copied : words.read.copyByHand)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.line}>
        {isLong ? <textarea {...field} rows={rowsOf(text)} /> : <input {...field} />}
        <div className={styles.buttons}>
          <button type="button" onClick={() => void copy()} aria-label={words.read.copyOf(label)}>
            {words.read.copy}
          </button>
          {file && (
            <button type="button" onClick={() => saveAs(text, file)}>
              {words.read.save}
            </button>
          )}
        </div>
      </div>
      {hint && (
        <span id={`${id}-hint`} className="soft small">
          {hint}
        </span>
      )}
      <span role="status" className="small">
        {said}
      </span>
    </div>
  )
}

/** Browsers give their clipboard only to pages that came encrypted or from this machine; elsewhere the old way is left. */
async function isCopied(text: string): Promise<boolean> {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const copier = document.createElement('textarea')
  copier.value = text
  const within = document.querySelector('dialog[open]') ?? document.body
  within.append(copier)
  copier.select()
  const isDone = document.execCommand('copy')
  copier.remove()
  return isDone
}

function saveAs(text: string, { name, type }: { name: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
