import { type ReactNode, useRef } from 'react'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import type { Listed } from './use-listed.ts'

const says = words.browse

/** A list that is shown part by part: what of it is there, how many that is, and the button for more. */
export function Parts<Item>(props: {
  of: Listed<Item>
  /** Where there is nothing. */
  none: string
  children: (items: readonly Item[]) => ReactNode
}) {
  const { items, query } = props.of
  const count = useRef<HTMLParagraphElement>(null)
  if (items === undefined)
    return query.error ? (
      <Trouble error={query.error} onAgain={() => void query.refetch()} />
    ) : (
      <p className="soft" aria-busy="true">
        {words.shell.reading}
      </p>
    )
  const { hasNextPage, isFetchingNextPage, isPlaceholderData } = query
  async function more() {
    const { hasNextPage: isMore } = await query.fetchNextPage()
    // The button goes with the last part; whoever pressed it is then told so.
    if (!isMore) count.current?.focus()
  }
  const isLong = hasNextPage || items.length > 20
  return (
    <div data-settled={!isPlaceholderData && query.error === null}>
      {items.length === 0 ? <p className="soft">{props.none}</p> : props.children(items)}
      <p className={isLong ? 'soft small no-print' : 'unseen'} role="status" ref={count} tabIndex={-1}>
        {says.shown(items.length, hasNextPage)}
      </p>
      {query.error && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {hasNextPage && (
        <button
          type="button"
          className="no-print"
          aria-disabled={isFetchingNextPage}
          onClick={() => void more()}
        >
          {says.more}
        </button>
      )}
    </div>
  )
}
