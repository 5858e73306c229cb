import { Field } from '../forms/field.tsx'
import { words } from '../words/words.ts'

/** The name that somebody signs in with. */
export function LoginField({ hint, error, value }: { hint?: string; error?: string | null; value?: string }) {
  return (
    <Field label={words.people.login} hint={hint} error={error}>
      {(tied) => (
        <input
          {...tied}
          name="login"
          defaultValue={value}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
        />
      )}
    </Field>
  )
}
