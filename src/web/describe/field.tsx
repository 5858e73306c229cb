import { useId } from 'react'
import { sayEdtf } from '../dates/say-edtf.ts'
import { words } from '../words/words.ts'
import type { FieldName } from './draft.ts'

type Props = {
  name: FieldName
  value: string
  error: string | null
  onChange: (name: FieldName, value: string) => void
}

const long: readonly FieldName[] = ['abstract', 'identifiers', 'subjects']

/** A field with its label, what it takes, and what is wrong with it; a date is said back in words. */
export function Field({ name, value, error, onChange }: Props) {
  const id = useId()
  const hint = words.describe.hints[name]
  const said = name === 'date' && value.trim() !== '' ? sayEdtf(value.trim()) : null
  const common = {
    id,
    name,
    value,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': error !== null,
    onChange: ({ target }: { target: { value: string } }) => onChange(name, target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{words.describe.fields[name]}</label>
      {name === 'visibility' ? (
        <select {...common}>
          {Object.entries(words.describe.visibilities).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      ) : long.includes(name) ? (
        <textarea {...common} rows={name === 'abstract' ? 6 : 3} />
      ) : (
        <input {...common} type={name === 'embargoUntil' ? 'date' : 'text'} required={name === 'title'} />
      )}
      <span className="hint" id={`${id}-hint`}>
        {hint}
        {said !== null && said !== value.trim() && <strong> {words.describe.reads(said)}</strong>}
        {error !== null && <span className="wrong"> {error}</span>}
      </span>
    </div>
  )
}
