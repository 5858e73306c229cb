import { useId, useState } from 'react'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'
import { type Grouping, type PlannedFolder, rolesOf } from './folders.ts'
import styles from './plan.module.css'

const step = 10
const choices = ['folder', 'file', 'none'] as const

type Props = {
  folder: PlannedFolder
  /** What a folder without a path is called. */
  name: string
  /** Null where a manifest decides. */
  onChoose: ((grouping: Grouping) => void) | null
}

/** The documents that a folder would become, and the choice of what it becomes. */
export function PlannedFolderView({ folder: { path, documents, grouping }, name, onChoose }: Props) {
  const id = useId()
  const [most, setMost] = useState(step)
  return (
    <section className={styles.folder}>
      <h3>{path || name}</h3>
      {onChoose && (
        <div className="row">
          <label htmlFor={id}>
            {words.plan.becomes} <span className="unseen">({path || name})</span>
          </label>
          <select
            id={id}
            value={grouping}
            onChange={({ target }) => {
              const chosen = choices.find((one) => one === target.value)
              if (chosen) onChoose(chosen)
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {words.plan.groupings[one]}
              </option>
            ))}
          </select>
        </div>
      )}
      <ul className={styles.documents}>
        {documents.slice(0, most).map((document) => (
          <li key={document.name}>
            <strong>{document.title}</strong>{' '}
            {document.wrong !== null && <span className="tag refuted">{words.plan.wrong}</span>}
            {rolesOf(document.files).map(({ role, names }) => (
              <p key={role} className="small">
                <span className="soft">{words.plan.roles[role] ?? role}:</span> {sayNames(names)}
              </p>
            ))}
            {document.wrong !== null && (
              <p className={styles.wrong}>
                {document.wrong} {words.plan.toMend}
              </p>
            )}
          </li>
        ))}
      </ul>
      {documents.length > most && (
        <button type="button" onClick={() => setMost(most + step * 5)}>
          {words.plan.moreDocuments} ({sayCount(documents.length - most)})
        </button>
      )}
    </section>
  )
}

const few = 3

function sayNames(names: readonly string[]): string {
  if (names.length <= few) return names.join(', ')
  return words.plan.files(names[0] ?? '', names.at(-1) ?? '', sayCount(names.length))
}
