import { ask } from '../api/ask.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './provider-button.module.css'
import { useSending } from './use-sending.ts'
import { useSession } from './use-session.ts'

type Props = {
  /** Where one comes back to. */
  next: string
  /** Of the invitation by which one joins. */
  secret?: string
  says?: (provider: string) => string
}

/** Leads to the OpenID provider, where the archive knows one. */
export function ProviderButton({ next, secret, says = words.people.signIn.by }: Props) {
  const { session } = useSession()
  const { submit, busy, error } = useSending(async () => {
    const { address } = await ask('beginOpenId', { body: { next, secret } })
    location.assign(address)
  })
  if (!session?.provider) return null
  return (
    <form onSubmit={submit} className={styles.form}>
      {error !== null && <Trouble error={error} />}
      <button type="submit" disabled={busy}>
        {says(session.provider)}
      </button>
    </form>
  )
}
