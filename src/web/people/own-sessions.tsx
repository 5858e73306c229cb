import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { browserName } from './browser-name.ts'
import { day } from './day.ts'
import styles from './people.module.css'
import { useDoing } from './use-doing.ts'

const says = words.people.account

/** Where one is signed in, and how to end it there. */
export function OwnSessions() {
  const sessions = useAsked('listSessions')
  const kept = useQueryClient()
  const { act, error, busy } = useDoing(() => kept.invalidateQueries({ queryKey: ['listSessions'] }))
  return (
    <section>
      <h2>{says.sessions}</h2>
      <Asked of={sessions}>
        {({ items }) => (
          <>
            <ul className={`plain ${styles.list}`}>
              {items.map(({ id, agent, createdAt, current }) => (
                <li key={id}>
                  <span className={styles.what}>
                    {agent === null ? says.unknownBrowser : browserName(agent)}{' '}
                    <span className="soft">{says.begun(day(createdAt))}</span>
                  </span>
                  {current ? (
                    <span className="tag agrees">{says.here}</span>
                  ) : (
                    <button
                      type="button"
                      disabled={busy}
                      onClick={() => act(() => ask('endOneSession', { params: { sessionId: id } }))}
                    >
                      {says.end}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <button type="button" disabled={busy} onClick={() => act(() => ask('endOtherSessions'))}>
                {says.endOthers}
              </button>
            )}
          </>
        )}
      </Asked>
      {error !== null && <Trouble error={error} />}
    </section>
  )
}
