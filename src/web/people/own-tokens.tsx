import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { Opens } from '../forms/opens.tsx'
import { TextField } from '../forms/text-field.tsx'
import { CopyField } from '../read/copy-field.tsx'
import { useSending } from '../session/use-sending.ts'
import type { Role } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { day } from './day.ts'
import styles from './people.module.css'
import { type GrantedRole, rolesUpTo } from './roles.ts'
import { useDoing } from './use-doing.ts'

const says = words.people.account

type Token = Reply<'listTokens'>['items'][number]

/** Tokens for programs: made, shown once, revoked. */
export function OwnTokens({ role }: { role: Role }) {
  const tokens = useAsked('listTokens')
  const kept = useQueryClient()
  const again = () => kept.invalidateQueries({ queryKey: ['listTokens'] })
  const [made, setMade] = useState<string | null>(null)
  const { act, error, busy } = useDoing(again)
  const stands = (token: Token) => token.revokedAt === null
  return (
    <section>
      <h2>{says.tokens}</h2>
      <Asked of={tokens}>
        {({ items }) => (
          <ul className={`plain ${styles.list}`}>
            {items.filter(stands).length === 0 && <li>{says.noTokens}</li>}
            {items.filter(stands).map(({ id, name, role: its, expiresAt }) => (
              <li key={id}>
                <span className={styles.what}>
                  {name}{' '}
                  <span className="soft">
                    {words.people.roles[its]}
                    {expiresAt !== null && `, ${says.until(day(expiresAt))}`}
                  </span>
                </span>
                <button
                  type="button"
                  disabled={busy}
                  onClick={() => act(() => ask('revokeToken', { params: { tokenId: id } }))}
                >
                  {says.revoke}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      {error !== null && <Trouble error={error} />}
      {made !== null && <CopyField label={says.made} text={made} hint={says.keepIt} />}
      <Opens label={says.make}>
        {(close) => (
          <TokenForm
            role={role}
            onMade={(token) => {
              setMade(token)
              close()
              void again()
            }}
          />
        )}
      </Opens>
    </section>
  )
}

function TokenForm({ role, onMade }: { role: Role; onMade: (token: string) => void }) {
  const [draft, setDraft] = useState({ name: '', role: 'reader' as GrantedRole, days: '365' })
  const set = (part: keyof typeof draft) => (value: string) => setDraft((now) => ({ ...now, [part]: value }))
  const { submit, busy, error } = useSending(async () => {
    const days = Number(draft.days)
    const expiresAt = Number.isNaN(days) ? null : new Date(Date.now() + days * 86_400_000).toISOString()
    const { token } = await ask('addToken', { body: { name: draft.name, role: draft.role, expiresAt } })
    onMade(token)
  })
  return (
    <form onSubmit={submit}>
      <TextField label={says.tokenFor} value={draft.name} onChange={set('name')} required />
      <ChoiceField
        label={says.tokenRole}
        value={draft.role}
        onChange={set('role')}
        choices={rolesUpTo(role).map((one) => [
          one,
          `${words.people.roles[one]}: ${words.people.mayDo[one]}`,
        ])}
      />
      <ChoiceField
        label={says.tokenDays}
        value={draft.days}
        onChange={set('days')}
        choices={Object.entries(says.days)}
      />
      {error !== null && <Trouble error={error} />}
      <button type="submit" className="main" disabled={busy}>
        {says.make}
      </button>
    </form>
  )
}
