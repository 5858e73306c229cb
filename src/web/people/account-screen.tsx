import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ask } from '../api/ask.ts'
import { faultAt } from '../forms/faults.ts'
import { Opens } from '../forms/opens.tsx'
import { to } from '../paths.ts'
import { ProviderButton } from '../session/provider-button.tsx'
import { SecretField } from '../session/secret-field.tsx'
import { useSending } from '../session/use-sending.ts'
import { useSession } from '../session/use-session.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { OwnSessions } from './own-sessions.tsx'
import { OwnTokens } from './own-tokens.tsx'

const says = words.people.account

/** One's own account: the password, where one is signed in, tokens for programs. */
export function AccountScreen() {
  const { session, may } = useSession()
  const [here] = useLocation()
  if (!session?.signedIn)
    return (
      <Screen title={says.title} narrow>
        {session && (
          <Link href={to.signIn(here)} className="button">
            {words.shell.signIn}
          </Link>
        )}
      </Screen>
    )
  const { login, name, role } = session
  return (
    <Screen title={name ?? says.title} narrow>
      <p>{login === null ? says.byToken : says.who(login, words.people.roles[role])}</p>
      {may('administrator') && (
        <p>
          <Link href={to.people()} className="button">
            {words.people.account.people}
          </Link>
        </p>
      )}
      {login !== null && <Password />}
      {login !== null && <ProviderButton next={to.account()} says={says.by} />}
      <OwnSessions />
      {(login !== null || may('administrator')) && <OwnTokens role={role} />}
    </Screen>
  )
}

function Password() {
  const [isChanged, setChanged] = useState(false)
  return (
    <section>
      <h2>{says.password}</h2>
      <p role="status">{isChanged && says.changed}</p>
      <Opens label={says.change}>
        {(close) => (
          <PasswordForm
            onChanged={() => {
              setChanged(true)
              close()
            }}
          />
        )}
      </Opens>
    </section>
  )
}

function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { submit, busy, error } = useSending(async (said) => {
    await ask('changePassword', { body: { current: said('current'), password: said('password') } })
    onChanged()
  })
  return (
    <form onSubmit={submit}>
      <SecretField label={says.current} name="current" kind="current-password" />
      <SecretField
        label={words.people.newPassword}
        name="password"
        kind="new-password"
        hint={words.people.passwordHint}
        error={faultAt(error, 'password')}
      />
      {error !== null && <Trouble error={error} />}
      <button type="submit" className="main" disabled={busy}>
        {says.save}
      </button>
    </form>
  )
}
