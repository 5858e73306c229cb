import { type ReactNode, useState } from 'react'
import { words } from '../../words/words.ts'
import styles from './plan.module.css'

const step = 20

/** Files of which there is something to say, some at a time. */
export function FileList<T extends { path: string }>(props: {
  files: readonly T[]
  children: (file: T) => ReactNode
}) {
  const [most, setMost] = useState(step)
  const { files, children } = props
  return (
    <>
      <ul className={styles.files}>
        {files.slice(0, most).map((file) => (
          <li key={file.path}>{children(file)}</li>
        ))}
      </ul>
      {files.length > most && (
        <button type="button" onClick={() => setMost(most + step * 5)}>
          {words.upload.more}
        </button>
      )}
    </>
  )
}
