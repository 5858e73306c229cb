import { words } from '../words/words.ts'
import styles from './describe-screen.module.css'
import type { Draft, FieldName } from './draft.ts'

/** What two people changed at the same time, both texts beside each other, and what can be done. */
export function Clash(props: {
  fields: readonly FieldName[]
  theirs: Draft
  mine: Draft
  onOverwrite: () => void
  onTakeTheirs: () => void
}) {
  const { fields, theirs, mine, onOverwrite, onTakeTheirs } = props
  return (
    <div role="alert" className={styles.clash}>
      <p>
        <strong>{words.describe.conflict}</strong>
      </p>
      <dl>
        {fields.map((name) => (
          <div key={name}>
            <dt>{words.describe.fields[name]}</dt>
            <dd>
              {words.describe.theirs}: {theirs[name] || words.describe.nothing}
            </dd>
            <dd>
              {words.describe.yours}: {mine[name] || words.describe.nothing}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" onClick={onOverwrite}>
          {words.describe.overwrite}
        </button>
        <button type="button" onClick={onTakeTheirs}>
          {words.describe.takeTheirs}
        </button>
      </div>
    </div>
  )
}
