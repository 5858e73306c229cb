import { Field } from './field.tsx'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | null
  required?: boolean
  /** More than one line, so many of them shown. */
  rows?: number
  inputMode?: 'decimal' | 'numeric' | 'url'
}

/** A text with its label. */
export function TextField({ label, value, onChange, hint, error, required, rows, inputMode }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => {
        const common = {
          ...tied,
          value,
          required,
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        }
        return rows === undefined ? (
          <input {...common} inputMode={inputMode} autoComplete="off" />
        ) : (
          <textarea {...common} rows={rows} />
        )
      }}
    </Field>
  )
}
