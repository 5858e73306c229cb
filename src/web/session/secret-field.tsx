import { Field } from '../forms/field.tsx'

type Props = {
  label: string
  name: string
  /** What the browser or a keeper of passwords may put there (HTML, autofill field names). */
  kind: 'current-password' | 'new-password'
  hint?: string
  error?: string | null
}

/** A password or token, which nobody reads over a shoulder. */
export function SecretField({ label, name, kind, hint, error }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <input {...tied} name={name} type="password" autoComplete={kind} required maxLength={1000} />
      )}
    </Field>
  )
}
