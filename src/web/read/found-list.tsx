import { useLayoutEffect, useRef } from 'react'
import { Link } from 'wouter'
import { Snippet } from '../search/snippet.tsx'
import { words } from '../words/words.ts'
import styles from './found-list.module.css'
import type { Hits } from './use-hits.ts'
import { scrolledInto } from './window-of.ts'

type Props = { hits: Hits; number: number; hrefOf: (number: number) => string }

/** The pages on which the words were found, those near the page that is read. */
export function FoundList({ hits, number, hrefOf }: Props) {
  const { items, numbers } = hits
  const first = numbers.indexOf(items[0]?.number ?? 0)
  const last = numbers.indexOf(items.at(-1)?.number ?? 0)
  const before = first > 0 ? numbers[first - 1] : undefined
  const after = last >= 0 ? numbers[last + 1] : undefined
  const list = useRef<HTMLDivElement>(null)
  // Only the list scrolls, never the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that is read is another then
  useLayoutEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!here || !list.current) return
    const { offsetTop, offsetHeight } = here
    list.current.scrollTop = scrolledInto(
      offsetTop,
      offsetHeight,
      list.current.scrollTop,
      list.current.clientHeight,
    )
  }, [number, items])
  return (
    <div ref={list} className={styles.list}>
      {before !== undefined && <Link href={hrefOf(before)}>{words.read.earlier}</Link>}
      <ol className={styles.pages}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              href={hrefOf(item.number)}
              className={styles.page}
              aria-current={item.number === number ? 'page' : undefined}
            >
              <strong>{words.document.page(item.label ?? String(item.number))}</strong>
              <span className={styles.snippet} lang={item.language ?? undefined}>
                <Snippet of={item.snippet} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {after !== undefined && <Link href={hrefOf(after)}>{words.read.later}</Link>}
    </div>
  )
}
