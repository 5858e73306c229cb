import type { ReactNode } from 'react'
import { words } from '../words/words.ts'

type Props = {
  id: string
  title: string
  /** How many there are, counted up to 1,000; null until that is known. */
  count: number | null
  /** What it is and what to do about it. */
  lead: string
  children?: ReactNode
}

/** One kind of what waits: how much of it there is, and where it is settled; nothing of it is said in a line. */
export function Waiting({ id, title, count, lead, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>
        {title}
        {count !== null && count > 0 && (
          <>
            {' '}
            <span className="tag">{words.attention.count(count)}</span>
          </>
        )}
      </h2>
      {count === 0 ? (
        <p className="soft">{words.attention.nothing}</p>
      ) : (
        <>
          <p>{lead}</p>
          {children}
        </>
      )}
    </section>
  )
}
