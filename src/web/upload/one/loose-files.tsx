import { useId, useState } from 'react'
import { ask } from '../../api/ask.ts'
import { words } from '../../words/words.ts'
import type { Chosen } from '../choose/chosen.ts'
import { ChosenFiles } from '../choose/chosen-files.tsx'
import styles from './loose-files.module.css'
import { SendThenAdd } from './send-then-add.tsx'

type Props = { files: readonly Chosen[]; onSort: () => void; onAway: () => void }

/** A few files without a folder: one document, or what the archive makes of them. */
export function LooseFiles({ files, onSort, onAway }: Props) {
  const id = useId()
  const [isOne, setIsOne] = useState(true)
  const [title, setTitle] = useState('')
  const [isSent, setIsSent] = useState(false)
  if (isSent)
    return (
      <SendThenAdd
        files={files}
        again={words.upload.back}
        onAway={onAway}
        add={(uploads, headers) => ask('addDocument', { body: titled(title.trim(), uploads), headers })}
      />
    )
  const become = (one: boolean, label: string) => (
    <label className={styles.choice}>
      <input type="radio" name={`${id}-become`} checked={isOne === one} onChange={() => setIsOne(one)} />
      {label}
    </label>
  )
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault()
        if (isOne) setIsSent(true)
        else onSort()
      }}
    >
      <ChosenFiles files={files} />
      <fieldset className={styles.become}>
        <legend>{words.upload.become}</legend>
        {become(true, words.upload.becomeOne)}
        {become(false, words.upload.becomeSorted)}
        <p className="soft small">{words.upload.becomeSortedHint}</p>
      </fieldset>
      {isOne && (
        <div className="field">
          <label htmlFor={`${id}-title`}>{words.upload.documentTitle}</label>
          <input
            id={`${id}-title`}
            type="text"
            maxLength={500}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
            aria-describedby={`${id}-titled`}
          />
          <span className="hint" id={`${id}-titled`}>
            {words.upload.titleHint}
          </span>
        </div>
      )}
      <div className="row">
        <button type="submit" className="main">
          {words.upload.go}
        </button>
        <button type="button" onClick={onAway}>
          {words.upload.others}
        </button>
      </div>
    </form>
  )
}

const titled = (title: string, uploads: string[]) => (title === '' ? { uploads } : { title, uploads })
