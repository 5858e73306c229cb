import { words } from '../../words/words.ts'
import { sayBytes, sayCount } from '../measure.ts'
import type { Chosen } from './chosen.ts'
import styles from './chosen-files.module.css'

/** The files that were chosen, how many and how large. */
export function ChosenFiles({ files }: { files: readonly Chosen[] }) {
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  return (
    <>
      <h2>{words.upload.chosen(sayCount(files.length), sayBytes(total))}</h2>
      <ol className={styles.files}>
        {files.map(({ path, file }) => (
          <li key={path}>
            {path} <span className="soft">{sayBytes(file.size)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
