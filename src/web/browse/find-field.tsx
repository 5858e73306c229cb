import { useId } from 'react'
import { words } from '../words/words.ts'

/** A field by which a list is narrowed while one types. */
export function FindField(props: { label: string; value: string; onType: (value: string) => void }) {
  const id = useId()
  return (
    <search className="field no-print">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="search"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={({ target }) => props.onType(target.value)}
      />
      <span className="hint" id={`${id}-hint`}>
        {words.browse.findHint}
      </span>
    </search>
  )
}
