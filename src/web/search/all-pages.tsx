import { useInfiniteQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { keyOf } from '../api/use-asked.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { PageHit } from './page-hit.tsx'

type Props = { documentId: string; q: string }

/** Every page of a document that answers the query, in order, twenty at a time. */
export function AllPages({ documentId, q }: Props) {
  const params = { documentId }
  const pages = useInfiniteQuery({
    queryKey: [...keyOf('searchWithin', { params, query: { q } }), 'pages'],
    queryFn: ({ pageParam: cursor, signal }) => ask('searchWithin', { params, query: { q, cursor }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (pages.error) return <Trouble error={pages.error} onAgain={() => void pages.refetch()} />
  return (
    <>
      <ol className="plain" aria-busy={pages.isFetching}>
        {pages.data?.pages.flatMap(({ items }) =>
          items.map((hit) => <PageHit key={hit.id} documentId={documentId} hit={hit} q={q} />),
        )}
      </ol>
      {pages.hasNextPage && (
        <button type="button" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {words.search.morePages}
        </button>
      )}
    </>
  )
}
