import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { CopyField } from '../read/copy-field.tsx'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { day } from './day.ts'
import styles from './people.module.css'
import { type GrantedRole, grantedRoles } from './roles.ts'
import { useDoing } from './use-doing.ts'

const says = words.people.admin

type Account = Reply<'listAccounts'>['items'][number]

/** The accounts, and what can be done with each. */
export function Accounts() {
  const answer = useInfiniteQuery({
    queryKey: ['listAccounts', 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask('listAccounts', { query: { limit: 50, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
  })
  return (
    <section>
      <h2>{says.list}</h2>
      <Asked of={answer}>
        {({ pages }) => (
          <>
            {pages[0]?.items.length === 0 && <p>{says.none}</p>}
            <ul className={`plain ${styles.list}`}>
              {pages.flatMap(({ items }) =>
                items.map((account) => <Line key={account.id} account={account} />),
              )}
            </ul>
            {answer.hasNextPage && (
              <button type="button" onClick={() => void answer.fetchNextPage()}>
                {says.more}
              </button>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}

function Line({ account }: { account: Account }) {
  const { id, name, login, role, disabledAt } = account
  const { session } = useSession()
  const kept = useQueryClient()
  const [link, setLink] = useState<{ address: string; expiresAt: string } | null>(null)
  const { act, error, busy } = useDoing(() => kept.invalidateQueries())
  const params = { accountId: id }
  const revise = (body: { role?: GrantedRole; disabled?: boolean }) =>
    act(() => ask('reviseAccount', { params, body }))
  const isDisabled = disabledAt !== null
  return (
    <li>
      <span className={styles.what}>
        <strong>{name}</strong> <span className="soft">{login}</span>{' '}
        {session?.id === id && <span className="tag">{says.you}</span>}
        {isDisabled && <span className="tag refuted">{says.disabled}</span>}
      </span>
      <select
        aria-label={says.role(name)}
        value={role}
        disabled={busy}
        onChange={({ target }) => revise({ role: target.value as GrantedRole })}
      >
        {grantedRoles.map((one) => (
          <option key={one} value={one}>
            {words.people.roles[one]}
          </option>
        ))}
      </select>
      {!isDisabled && (
        <button
          type="button"
          disabled={busy}
          onClick={() => act(async () => setLink(await ask('offerPassword', { params })))}
        >
          {says.offer}
        </button>
      )}
      <button
        type="button"
        disabled={busy}
        title={isDisabled ? undefined : says.disableSure(name)}
        onClick={() => revise({ disabled: !isDisabled })}
      >
        {isDisabled ? says.enable : says.disable}
      </button>
      {link !== null && (
        <CopyField label={says.link} text={link.address} hint={says.linkHint(day(link.expiresAt))} />
      )}
      {error !== null && <Trouble error={error} />}
    </li>
  )
}
