import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'
import { Result } from './result.tsx'
import { useKeptPlace } from './use-kept-place.ts'
import type { useResults } from './use-results.ts'

const number = new Intl.NumberFormat('en-GB')

type Props = { asked: Asked; of: ReturnType<typeof useResults> }

/** The documents that were found, more of them when asked for. */
export function ResultList({ asked, of: results }: Props) {
  const { data, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = results
  useKeptPlace(to.search(asked), !isPlaceholderData)
  const first = data?.pages[0]
  if (!data || !first) return null
  const hits = data.pages.flatMap((page) => page.hits)
  const all = first.total.documents + first.partial.documents
  return (
    <section aria-label={words.search.results} aria-busy={isPlaceholderData || isFetchingNextPage}>
      <h2 className="unseen">{words.search.results}</h2>
      {hits.map((hit) => (
        // What another query finds is another result: nothing of the last one is seen to move to its place.
        <Result key={`${hit.document.id} ${first.query.text}`} hit={hit} q={first.query.text} />
      ))}
      {hasNextPage && !isPlaceholderData && (
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
