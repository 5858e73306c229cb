import { type FormEvent, useId, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { to } from '../paths.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { useSigning } from './use-session.ts'

/** Signing in with a token; afterwards the page from which one came. */
export function SignInScreen() {
  const [asked] = useSearchParams()
  const [, go] = useLocation()
  const { signIn } = useSigning()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    try {
      await signIn(String(new FormData(event.currentTarget).get('token')))
      go(ownPath(asked.get('next')), { replace: true })
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  return (
    <Screen title={words.shell.tokenTitle} narrow>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{words.shell.tokenLabel}</label>
          <input
            id={id}
            name="token"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby={`${id}-hint`}
          />
          <span className="hint" id={`${id}-hint`}>
            {words.shell.tokenHint}
          </span>
        </div>
        {error !== null && <Trouble error={error} />}
        <button type="submit" className="main" disabled={busy}>
          {words.shell.signIn}
        </button>
      </form>
    </Screen>
  )
}

/** A path of this archive, never another host's. */
const ownPath = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : to.home())
