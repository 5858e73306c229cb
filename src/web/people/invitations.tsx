import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { faultAt } from '../forms/faults.ts'
import { Opens } from '../forms/opens.tsx'
import { TextField } from '../forms/text-field.tsx'
import { CopyField } from '../read/copy-field.tsx'
import { useSending } from '../session/use-sending.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { day } from './day.ts'
import styles from './people.module.css'
import { type GrantedRole, grantedRoles } from './roles.ts'
import { useDoing } from './use-doing.ts'

const says = words.people.admin

type Made = { address: string; expiresAt: string }

/** Links that let somebody in: one more is made, and those that stand are withdrawn. */
export function Invitations() {
  const links = useAsked('listInvitations')
  const kept = useQueryClient()
  const again = () => kept.invalidateQueries({ queryKey: ['listInvitations'] })
  const [made, setMade] = useState<Made | null>(null)
  const { act, error, busy } = useDoing(again)
  return (
    <>
      <section>
        <h2>{says.invite}</h2>
        {made !== null && (
          <CopyField label={says.link} text={made.address} hint={says.linkHint(day(made.expiresAt))} />
        )}
        <Opens label={says.invite}>
          {(close) => (
            <InvitationForm
              onMade={(link) => {
                setMade(link)
                close()
                void again()
              }}
            />
          )}
        </Opens>
      </section>
      <section>
        <h2>{says.open}</h2>
        <Asked of={links}>
          {({ items }) => (
            <ul className={`plain ${styles.list}`}>
              {items.length === 0 && <li>{says.noOpen}</li>}
              {items.map(({ id, purpose, name, login, role, expiresAt }) => (
                <li key={id}>
                  <span className={styles.what}>
                    {says.waiting(says.purposes[purpose], name ?? login ?? '', day(expiresAt))}{' '}
                    <span className="soft">{words.people.roles[role]}</span>
                  </span>
                  <button
                    type="button"
                    disabled={busy}
                    onClick={() => act(() => ask('withdrawInvitation', { params: { invitationId: id } }))}
                  >
                    {says.withdraw}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Asked>
        {error !== null && <Trouble error={error} />}
      </section>
    </>
  )
}

function InvitationForm({ onMade }: { onMade: (link: Made) => void }) {
  const [draft, setDraft] = useState({ name: '', login: '', role: 'archivist' as GrantedRole })
  const set = (part: keyof typeof draft) => (value: string) => setDraft((now) => ({ ...now, [part]: value }))
  const { submit, busy, error } = useSending(async () => {
    const { name, login, role } = draft
    onMade(await ask('invite', { body: { role, name: name || null, login: login || null } }))
  })
  return (
    <form onSubmit={submit}>
      <TextField label={says.inviteName} value={draft.name} onChange={set('name')} />
      <TextField
        label={says.inviteLogin}
        value={draft.login}
        onChange={set('login')}
        hint={words.people.join.login}
        error={faultAt(error, 'login')}
      />
      <ChoiceField
        label={says.inviteRole}
        value={draft.role}
        onChange={set('role')}
        choices={grantedRoles.map((one) => [one, `${words.people.roles[one]}: ${words.people.mayDo[one]}`])}
      />
      {error !== null && <Trouble error={error} />}
      <button type="submit" className="main" disabled={busy}>
        {says.makeLink}
      </button>
    </form>
  )
}
