import { memo, type RefObject, useDeferredValue, useId, useRef } from 'react'
import { Link } from 'wouter'
import { to } from '../paths.ts'
import { PrintedAt } from '../shell/printed-at.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { type Asked, changed } from './asked.ts'
import { ChosenFilters } from './chosen-filters.tsx'
import { Facets } from './facets.tsx'
import { NothingFound } from './nothing-found.tsx'
import { QueryLanguage } from './query-language.tsx'
import { ResultList } from './result-list.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search-screen.module.css'
import { Found, Options } from './summary.tsx'
import { TimeFilter } from './time-filter.tsx'
import { type Results, useResults } from './use-results.ts'
import { useSearchAddress } from './use-search-address.ts'
import { useTyped } from './use-typed.ts'
import { columnOf, WrongQuery } from './wrong-query.tsx'

const says = words.search

/** The search: a box, and under it what is found by what the address asks for. */
export function SearchScreen() {
  const { asked, ask } = useSearchAddress()
  const box = useRef<HTMLInputElement>(null)
  const wrong = useId()
  const isAsked = asked.q.trim() !== ''
  const results = useResults(asked)
  const found = isAsked ? results.data?.pages[0] : undefined
  // What narrows it comes right behind what is found.
  const counted = useDeferredValue(found)
  const error = isAsked ? results.error : null
  return (
    <Screen title={isAsked ? says.titleOf(asked.q) : says.title} untitled>
      <TypedBox
        {...{ box, asked, ask }}
        wrong={columnOf(error) === null ? undefined : wrong}
        isBusy={isAsked && results.isFetching}
      />
      {error && (
        <WrongQuery id={wrong} error={error} q={asked.q} box={box} onAgain={() => void results.refetch()} />
      )}
      <details className={styles.help} open={isAsked ? undefined : true} key={String(isAsked)}>
        <summary>{says.how}</summary>
        <div className="sheet">
          <p>{says.start}</p>
          <QueryLanguage />
          <Link href={to.help()}>{says.more}</Link>
        </div>
      </details>
      <ChosenFilters asked={asked} />
      {found && (
        <div className={styles.page} data-settled={!results.isPlaceholderData && error === null}>
          <div className={styles.results}>
            <Found asked={asked} found={found} />
            <Options asked={asked} onAsk={ask} />
            <a href="#filters" className={styles.toFilters}>
              {says.filters}
            </a>
            {found.hits.length === 0 ? (
              <NothingFound asked={asked} />
            ) : (
              <ResultList asked={asked} of={results} />
            )}
          </div>
          <aside id="filters" className={styles.narrow} aria-label={says.filters}>
            {counted && <Narrow asked={asked} found={counted} onAsk={ask} />}
          </aside>
        </div>
      )}
      {found && <PrintedAt />}
      {isAsked && !found && !error && (
        <p className={`soft ${styles.waiting}`} aria-busy="true">
          {words.shell.reading}
        </p>
      )}
    </Screen>
  )
}

type NarrowProps = { asked: Asked; found: Results; onAsk: ReturnType<typeof useSearchAddress>['ask'] }

const Narrow = memo(function Narrow({ asked, found, onAsk }: NarrowProps) {
  return (
    <>
      <TimeFilter asked={asked} found={found} onAsk={onAsk} />
      {/* Those of another question are others: none of them moves to its place there. */}
      <Facets key={found.query.text} asked={asked} facets={found.facets} />
    </>
  )
})

type BoxProps = {
  box: RefObject<HTMLInputElement | null>
  asked: Asked
  ask: (asked: Asked, options?: { replace?: boolean }) => void
  wrong: string | undefined
  isBusy: boolean
}

/** The box with what is typed, apart: with each letter nothing else is made anew. */
function TypedBox({ box, asked, ask, wrong, isBusy }: BoxProps) {
  const { typed, type, settle } = useTyped(asked.q, (q, replace) => ask(changed(asked, { q }), { replace }))
  return <SearchBox {...{ box, wrong, isBusy }} value={typed} onType={type} onAsk={settle} />
}
