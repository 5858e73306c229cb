import { useId } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { DoubtfulList } from './doubtful-list.tsx'

const steps = [60, 70, 80, 90]
const said = words.transcribe.list

/** The pages that somebody should look over, in the order of need; in the address below which confidence. */
export function DoubtfulScreen() {
  const { session, may } = useSession()
  const mayCorrect = may('archivist')
  const [asked, setAsked] = useSearchParams()
  const id = useId()
  const below = steps.find((step) => String(step) === asked.get('below')) ?? 80
  const document = asked.get('document') ?? undefined
  const cursor = asked.get('cursor') ?? undefined
  const list = useAsked(
    'listDoubtfulPages',
    { query: { below, document, cursor, limit: 25 } },
    { when: mayCorrect, keep: true },
  )
  if (session && !mayCorrect)
    return (
      <Screen title={said.title} narrow>
        <p>{said.mayNot}</p>
        <Link className="button" href={to.signIn(to.transcribe())}>
          {words.shell.signIn}
        </Link>
      </Screen>
    )
  return (
    <Screen title={said.title}>
      <p className="soft">{said.about}</p>
      <div className="row">
        <label htmlFor={id}>{said.below}</label>
        <select
          id={id}
          value={below}
          onChange={({ target }) => setAsked({ ...(document && { document }), below: target.value })}
        >
          {steps.map((step) => (
            <option key={step} value={step}>
              {said.percent(step)}
            </option>
          ))}
        </select>
        {document && (
          <span>
            {said.onlyOf} <Link href={to.transcribe()}>{said.all}</Link>
          </span>
        )}
      </div>
      <Asked of={list}>
        {({ items, next }) => (
          <DoubtfulList
            items={items}
            isFirst={cursor === undefined}
            next={next}
            onCursor={(to) =>
              setAsked({ ...(document && { document }), below: String(below), ...(to && { cursor: to }) })
            }
          />
        )}
      </Asked>
    </Screen>
  )
}
