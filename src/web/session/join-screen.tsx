import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask, type Reply } from '../api/ask.ts'
import { faultAt } from '../forms/faults.ts'
import { Field } from '../forms/field.tsx'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { LoginField } from './login-field.tsx'
import { ProviderButton } from './provider-button.tsx'
import { SecretField } from './secret-field.tsx'
import { useSending } from './use-sending.ts'
import { useSigning } from './use-session.ts'

const says = words.people.join

type Link = Reply<'readInvitation'>

/** Where a link leads that lets somebody in once. Its secret stands behind # and never reaches a server's log. */
export function JoinScreen() {
  const [secret] = useState(() => location.hash.slice(1))
  const link = useQuery({
    queryKey: ['readInvitation', secret],
    queryFn: ({ signal }) => ask('readInvitation', { body: { secret }, signal }),
    enabled: secret !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Screen title={link.data?.purpose === 'password' ? says.password : says.title} narrow>
      {secret === '' ? (
        <p role="alert">{says.noSecret}</p>
      ) : (
        <Asked of={link}>
          {(known) =>
            known.purpose === 'password' ? (
              <Reset secret={secret} link={known} />
            ) : (
              <Join secret={secret} link={known} />
            )
          }
        </Asked>
      )}
    </Screen>
  )
}

function Join({ secret, link }: { secret: string; link: Link }) {
  const [, go] = useLocation()
  const { join } = useSigning()
  const { submit, busy, error } = useSending(async (said) => {
    await join({ secret, login: said('login'), name: said('name'), password: said('password') })
    go(to.home(), { replace: true })
  })
  const { roles, mayDo } = words.people
  return (
    <>
      <form onSubmit={submit}>
        <p>{link.purpose === 'set-up' ? says.first : says.as(roles[link.role], mayDo[link.role])}</p>
        <Field label={says.name} hint={says.nameHint}>
          {(tied) => (
            <input
              {...tied}
              name="name"
              defaultValue={link.name ?? ''}
              autoComplete="name"
              required
              maxLength={200}
            />
          )}
        </Field>
        <LoginField value={link.login ?? ''} hint={says.login} error={faultAt(error, 'login')} />
        <NewPassword error={error} />
        {error !== null && <Trouble error={error} />}
        <button type="submit" className="main" disabled={busy}>
          {says.send}
        </button>
      </form>
      <ProviderButton next={to.home()} secret={secret} says={says.by} />
    </>
  )
}

function Reset({ secret, link }: { secret: string; link: Link }) {
  const [, go] = useLocation()
  const { resetPassword } = useSigning()
  const { submit, busy, error } = useSending(async (said) => {
    await resetPassword({ secret, password: said('password') })
    go(to.home(), { replace: true })
  })
  return (
    <form onSubmit={submit}>
      <p>{says.for(link.login ?? '')}</p>
      {/* For keepers of passwords, who want to know whose it is. */}
      <input type="hidden" autoComplete="username" value={link.login ?? ''} readOnly />
      <NewPassword error={error} />
      {error !== null && <Trouble error={error} />}
      <button type="submit" className="main" disabled={busy}>
        {says.sendPassword}
      </button>
    </form>
  )
}

const NewPassword = ({ error }: { error: unknown }) => (
  <SecretField
    label={words.people.newPassword}
    name="password"
    kind="new-password"
    hint={words.people.passwordHint}
    error={faultAt(error, 'password')}
  />
)
