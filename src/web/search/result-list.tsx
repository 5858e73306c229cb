import { useDeferredValue } from 'react'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'
import styles from './result.module.css'
import { Result } from './result.tsx'
import { isComingBack, useKeptPlace } from './use-kept-place.ts'
import type { useResults } from './use-results.ts'

const number = new Intl.NumberFormat('en-GB')
/** More than these nobody sees at first. */
const few = 6

type Props = { asked: Asked; of: ReturnType<typeof useResults> }

/** The documents that were found, more of them when asked for. */
export function ResultList(props: Props) {
  const { data, isPlaceholderData } = props.of
  useKeptPlace(to.search(props.asked), !isPlaceholderData)
  const first = data?.pages[0]
  if (!data || !first) return null
  // What another query finds is another result: nothing of the last one is seen to move to its place.
  return <Found key={first.query.text} {...{ data, first }} of={props.of} />
}

type FoundProps = Pick<Props, 'of'> & {
  data: NonNullable<Props['of']['data']>
  first: NonNullable<Props['of']['data']>['pages'][number]
}

/** What one query found: what is seen at first is there at once, the rest right behind it. */
function Found({ data, first, of: results }: FoundProps) {
  const { isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = results
  const hits = data.pages.flatMap((page) => page.hits)
  // Who comes back to a place in it needs it whole.
  const isWhole = useDeferredValue(true, isComingBack() || hits.length <= few)
  const all = first.total.documents + first.partial.documents
  return (
    <section
      className={isWhole ? undefined : styles.first}
      aria-label={words.search.results}
      aria-busy={isPlaceholderData || isFetchingNextPage}
    >
      <h2 className="unseen">{words.search.results}</h2>
      {(isWhole ? hits : hits.slice(0, few)).map((hit) => (
        <Result key={hit.document.id} hit={hit} q={first.query.text} />
      ))}
      {isWhole && hasNextPage && !isPlaceholderData && (
        <div className="row">
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.search.moreResults}
          </button>
          <span className="soft small" role="status">
            {words.search.shown(number.format(hits.length), number.format(all))}
          </span>
        </div>
      )}
    </section>
  )
}
