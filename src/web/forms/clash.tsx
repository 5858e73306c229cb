import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './clash.module.css'

const says = words.forms.clash

/** A part of a draft as one of two people has it. */
export type Said = { label: string; theirs: ReactNode; mine: ReactNode }

/** What two people changed at the same time, both beside each other, and what can be done. */
export function Clash(props: { parts: readonly Said[]; onOverwrite: () => void; onTakeTheirs: () => void }) {
  const { parts, onOverwrite, onTakeTheirs } = props
  return (
    <div role="alert" className={styles.clash}>
      <p>
        <strong>{says.conflict}</strong>
      </p>
      <dl>
        {parts.map(({ label, theirs, mine }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {says.theirs}: {theirs || says.nothing}
            </dd>
            <dd>
              {says.yours}: {mine || says.nothing}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" onClick={onOverwrite}>
          {says.overwrite}
        </button>
        <button type="button" onClick={onTakeTheirs}>
          {says.takeTheirs}
        </button>
      </div>
    </div>
  )
}
