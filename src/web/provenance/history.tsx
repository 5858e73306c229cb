import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask, type Reply } from '../api/ask.ts'
import { to } from '../paths.ts'
import { Person } from '../people/person.tsx'
import { Asked } from '../shell/asked.tsx'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import type { Claim } from './claims.ts'
import styles from './history.module.css'
import { Value } from './value.tsx'
import { when } from './when.ts'

const says = words.provenance.history

type Event = Reply<'readHistory'>['items'][number]

/** What was done to a document, newest first, page by page, as sentences; from each, how the dating stood then. */
export function History({ documentId }: { documentId: string }) {
  const answer = useInfiniteQuery({
    queryKey: ['readHistory', { documentId }, 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask('readHistory', { params: { documentId }, query: { limit: 25, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Asked of={answer}>
      {({ pages }) => {
        const events = pages.flatMap(({ items }) => items)
        if (events.length === 0) return <p className="soft">{says.none}</p>
        return (
          <>
            <ol className={`${styles.events} plain`}>
              {events.map((event) => (
                <li key={event.id}>
                  <p className={styles.when}>
                    <time dateTime={event.at}>{when(event.at)}</time>{' '}
                    <Link
                      href={`${to.provenance(documentId)}?asOf=${encodeURIComponent(event.at)}#dating`}
                      className="no-print"
                    >
                      {says.asItStood}
                    </Link>
                  </p>
                  <p>
                    <strong>
                      <Person id={event.by} />
                    </strong>{' '}
                    {says.did[event.verb] ?? event.verb.replaceAll('-', ' ')}
                    <What event={event} />
                  </p>
                </li>
              ))}
            </ol>
            {answer.hasNextPage && (
              <button
                type="button"
                onClick={() => void answer.fetchNextPage()}
                disabled={answer.isFetchingNextPage}
              >
                {says.older}
              </button>
            )}
            {answer.isFetchNextPageError && <p role="alert">{answer.error?.message}</p>}
          </>
        )
      }}
    </Asked>
  )
}

function What({ event: { before, after } }: { event: Event }) {
  // Null where there was nothing, and where it may not be read.
  const told: Record<string, unknown> = after ?? before ?? {}
  const claim = claimIn(told)
  if (claim)
    return (
      <>
        {' '}
        – {words.provenance.property(claim.property)}: <Value claim={claim} />
        {typeof told.rank === 'string' && told.rank !== 'normal' && ` (${told.rank})`}
        {typeof told.id === 'string' && (
          <a href={`#claim-${told.id}`} className={styles.to} aria-label={words.provenance.claim.link}>
            #
          </a>
        )}
      </>
    )
  const name = [told.reading, told.label, told.title, told.name].find((one) => typeof one === 'string')
  return typeof name === 'string' ? (
    <>
      {' '}
      – “<span lang={langOfWords(name)}>{name}</span>”
    </>
  ) : null
}

function claimIn({ property, value }: Record<string, unknown>): Pick<Claim, 'property' | 'value'> | null {
  if (typeof property !== 'string' || typeof value !== 'object' || value === null) return null
  // An object of fields: what the vocabulary gives the property.
  return { property, value: value as Claim['value'] }
}
