import { useLocation, useSearchParams } from 'wouter'
import { to } from '../paths.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { LoginField } from './login-field.tsx'
import { ProviderButton } from './provider-button.tsx'
import { SecretField } from './secret-field.tsx'
import { useSending } from './use-sending.ts'
import { useSigning } from './use-session.ts'

const says = words.people.signIn

/** Signing in with a name and a password, or with a token; afterwards the page from which one came. */
export function SignInScreen() {
  const [asked] = useSearchParams()
  const [, go] = useLocation()
  const { signIn } = useSigning()
  const next = ownPath(asked.get('next'))
  const trouble = asked.get('trouble')
  const enter = async (by: Parameters<typeof signIn>[0]) => {
    await signIn(by)
    go(next, { replace: true })
  }
  const byName = useSending((said) => enter({ login: said('login'), password: said('password') }))
  const byToken = useSending((said) => enter({ token: said('token') }))

  return (
    <Screen title={says.title} narrow>
      {trouble !== null && <p role="alert">{says.trouble[trouble] ?? says.trouble.unauthenticated}</p>}
      <form onSubmit={byName.submit}>
        <LoginField />
        <SecretField
          label={words.people.password}
          name="password"
          kind="current-password"
          hint={says.forgotten}
        />
        {byName.error !== null && <Trouble error={byName.error} />}
        <button type="submit" className="main" disabled={byName.busy}>
          {says.title}
        </button>
      </form>
      <ProviderButton next={next} />
      <hr />
      <details>
        <summary>{says.byToken}</summary>
        <form onSubmit={byToken.submit}>
          <SecretField label={says.token} name="token" kind="current-password" hint={says.tokenHint} />
          {byToken.error !== null && <Trouble error={byToken.error} />}
          <button type="submit" disabled={byToken.busy}>
            {says.withToken}
          </button>
        </form>
      </details>
    </Screen>
  )
}

/** A path of this archive, never another host's: browsers pass over control characters in addresses. */
const ownPath = (next: string | null): string =>
  next && /^\/(?![/\\])\P{Cc}*$/u.test(next) ? next : to.home()
