import { Field } from './field.tsx'

type Props = {
  label: string
  value: string
  /** What can be chosen, with what it is called; in its order. */
  choices: readonly (readonly [value: string, label: string])[]
  onChange: (value: string) => void
  /** What it is called when nothing is chosen; without it something always is. */
  empty?: string
  hint?: string
  required?: boolean
  error?: string | null
}

/** One of a few. */
export function ChoiceField(props: Props) {
  const { label, value, choices, onChange, empty, hint, error, required } = props
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <select {...tied} required={required} value={value} onChange={({ target }) => onChange(target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map(([key, said]) => (
            <option key={key} value={key}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
