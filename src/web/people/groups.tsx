import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Opens } from '../forms/opens.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSending } from '../session/use-sending.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './people.module.css'
import { useDoing } from './use-doing.ts'

const says = words.people.groups

type Group = Reply<'listGroups'>['items'][number]

/** Groups, who is in each, and a form for one more. */
export function Groups() {
  const groups = useAsked('listGroups')
  const kept = useQueryClient()
  const again = () =>
    kept.invalidateQueries({ predicate: ({ queryKey }) => /Group/.test(String(queryKey[0])) })
  return (
    <section>
      <h2>{says.title}</h2>
      <p className="soft">{says.lead}</p>
      <Asked of={groups}>
        {({ items }) => (
          <ul className={`plain ${styles.list}`}>
            {items.map((group) => (
              <Line key={group.id} group={group} again={again} />
            ))}
          </ul>
        )}
      </Asked>
      <Opens label={says.add}>
        {(close) => (
          <GroupForm
            onMade={() => {
              close()
              void again()
            }}
          />
        )}
      </Opens>
    </section>
  )
}

function Line({ group: { id, name, members }, again }: { group: Group; again: () => unknown }) {
  const { act, error, busy } = useDoing(again)
  return (
    <li>
      <span className={styles.what}>
        <strong>{name}</strong> <span className="soft">{says.members(members)}</span>
      </span>
      <Opens label={says.who}>{() => <Members groupId={id} name={name} again={again} />}</Opens>
      {members === 0 && (
        <button
          type="button"
          disabled={busy}
          onClick={() => act(() => ask('removeGroup', { params: { groupId: id } }))}
        >
          {says.remove}
        </button>
      )}
      {error !== null && <Trouble error={error} />}
    </li>
  )
}

function Members({ groupId, name, again }: { groupId: string; name: string; again: () => unknown }) {
  const group = useAsked('readGroup', { params: { groupId } })
  const accounts = useAsked('listAccounts', { query: { limit: 100 } })
  const { act, error, busy } = useDoing(again)
  const set = (accountId: string, isIn: boolean) =>
    act(() => ask(isIn ? 'addMember' : 'removeMember', { params: { groupId, accountId } }))
  return (
    <div>
      <Asked of={group}>
        {({ members }) => {
          const others = (accounts.data?.items ?? []).filter(({ id }) =>
            members.every((one) => one.id !== id),
          )
          return (
            <>
              <ul className={`plain ${styles.list}`}>
                {members.map((member) => (
                  <li key={member.id}>
                    <span className={styles.what}>
                      {member.name} <span className="soft">{member.login}</span>
                    </span>
                    <button type="button" disabled={busy} onClick={() => set(member.id, false)}>
                      {says.takeOut}
                    </button>
                  </li>
                ))}
              </ul>
              <select
                aria-label={says.takeIn(name)}
                value=""
                disabled={busy}
                onChange={({ target }) => set(target.value, true)}
              >
                <option value="">{says.choose}</option>
                {others.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} ({one.login})
                  </option>
                ))}
              </select>
            </>
          )
        }}
      </Asked>
      {error !== null && <Trouble error={error} />}
    </div>
  )
}

function GroupForm({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('')
  const { submit, busy, error } = useSending(async () => {
    await ask('addGroup', { body: { name } })
    onMade()
  })
  return (
    <form onSubmit={submit}>
      <TextField label={says.name} value={name} onChange={setName} required />
      {error !== null && <Trouble error={error} />}
      <button type="submit" className="main" disabled={busy}>
        {says.add}
      </button>
    </form>
  )
}
