import { type ReactNode, useId, useState } from 'react'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'
import { type Choice, fromPicker } from './chosen.ts'
import styles from './drop-zone.module.css'
import { useDrop } from './use-drop.ts'

type Props = {
  onChoice: (choice: Choice) => void
  /** Takes files alone, no folders. */
  only?: 'files'
  children?: ReactNode
}

/** Where files and folders are chosen, or dropped: anywhere in the window, for nobody means to leave the page by that. */
export function DropZone({ onChoice, only, children }: Props) {
  const id = useId()
  const [found, setFound] = useState<number | null>(null)
  const isOver = useDrop(async (dropped, walk) => {
    setFound(0)
    const choice = await walk(dropped, setFound)
    setFound(null)
    if (choice.files.length + choice.unread.length > 0) onChoice(choice)
  })
  const picker = (label: string, hint: string, isFolder: boolean) => (
    <div className="field">
      <label htmlFor={`${id}-${isFolder}`}>{label}</label>
      <input
        id={`${id}-${isFolder}`}
        type="file"
        multiple
        {...(isFolder && { webkitdirectory: '' })}
        aria-describedby={`${id}-${isFolder}-hint`}
        onChange={({ target }) => {
          const choice = fromPicker(target.files ?? [])
          // So that the same can be chosen again.
          target.value = ''
          if (choice.files.length > 0) onChoice(choice)
        }}
      />
      <span className="hint" id={`${id}-${isFolder}-hint`}>
        {hint}
      </span>
    </div>
  )
  return (
    <div className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}>
      <p>{only === 'files' ? words.upload.dropFiles : words.upload.drop}</p>
      <div className={styles.pickers}>
        {picker(words.upload.files, words.upload.filesHint, false)}
        {only !== 'files' && picker(words.upload.folder, words.upload.folderHint, true)}
      </div>
      {children}
      <p role="status" className="soft">
        {found === null ? '' : words.upload.looking(sayCount(found))}
      </p>
    </div>
  )
}
