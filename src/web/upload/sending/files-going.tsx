import { useId, useState } from 'react'
import { words } from '../../words/words.ts'
import { sayBytes, sayCount } from '../measure.ts'
import type { Going } from './sender.ts'
import styles from './sending-view.module.css'

const order = { failed: 0, sending: 1, waiting: 2, sent: 3 } as const
const states = ['sending', 'waiting', 'failed', 'sent'] as const
const step = 50

/** The files on their way, those first that want to be looked at; some at a time, for there may be thousands. */
export function FilesGoing({ files }: { files: readonly Readonly<Going>[] }) {
  const id = useId()
  const [only, setOnly] = useState<Going['state'] | null>(null)
  const [most, setMost] = useState(step)
  const wanted = only === null ? files : files.filter(({ state }) => state === only)
  const shown = firstByState(wanted, most)
  return (
    <>
      <div className="row">
        <label htmlFor={id}>{words.upload.show}</label>
        <select
          id={id}
          value={only ?? ''}
          onChange={({ target }) => setOnly(states.find((state) => state === target.value) ?? null)}
        >
          <option value="">{words.upload.allFiles}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {words.upload.going[state]}
            </option>
          ))}
        </select>
      </div>
      <ul className={styles.files}>
        {shown.map((file) => (
          <FileGoing key={file.path} file={file} />
        ))}
      </ul>
      {wanted.length > shown.length && (
        <p className="row">
          <span>{words.upload.shownOf(sayCount(shown.length), sayCount(wanted.length))}</span>
          <button type="button" onClick={() => setMost(most + step * 2)}>
            {words.upload.more}
          </button>
        </p>
      )}
    </>
  )
}

function FileGoing({ file: { path, file, state, sent, says } }: { file: Readonly<Going> }) {
  const isUnderWay = state === 'sending' || (state === 'waiting' && sent > 0)
  return (
    <li>
      <span className={styles.path}>{path}</span>
      <span className="soft">
        {sayBytes(file.size)} · {words.upload.going[state]}
      </span>
      {isUnderWay && <progress value={sent} max={Math.max(1, file.size)} aria-label={path} />}
      {says !== null && <span className={styles.says}>{says}</span>}
    </li>
  )
}

/** The first of them by their state; only so many are put in order. */
function firstByState(files: readonly Readonly<Going>[], most: number): Readonly<Going>[] {
  const byState: Readonly<Going>[][] = [[], [], [], []]
  for (const file of files) {
    const those = byState[order[file.state]]
    if (those && those.length < most) those.push(file)
  }
  return byState.flat().slice(0, most)
}
