import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { addressOf } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { words } from '../words/words.ts'
import styles from './thumbnails.module.css'
import { type ListedPage, type MissingLeaf, usePageSlices } from './use-page-slices.ts'
import { scrolledInto, windowOf } from './window-of.ts'

type Props = {
  documentId: string
  witness: string | null
  number: number
  pages: number
  /** The numbers of pages on which something was found. */
  found: ReadonlySet<number>
  hrefOf: (number: number) => string
}

/** As high as one page of the list, in pixels; `thumbnails.module.css` says the same. */
const height = 148

/** All pages in small, however many: only those in sight are there. The page that is read is kept in sight. */
export function Thumbnails({ documentId, witness, number, pages, found, hrefOf }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState((number - 1) * height)
  const [seen, setSeen] = useState(800)
  const shown = windowOf(scrolled, seen, height, pages)
  const { pages: known, missing } = usePageSlices(documentId, witness, shown)
  const counts = useAsked('countDocumentAnnotations', { params: { documentId } })
  const notes = new Map(counts.data?.pages.map(({ id, count }) => [id, count]))

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    element.scrollTop = scrolledInto((number - 1) * height, height, element.scrollTop, element.clientHeight)
  }, [number])
  useEffect(() => {
    if (!list.current) return
    const watch = new ResizeObserver(([entry]) => setSeen(entry?.contentRect.height ?? 800))
    watch.observe(list.current)
    return () => watch.disconnect()
  }, [])

  const numbers = Array.from({ length: Math.max(0, shown.to - shown.from) }, (_, at) => shown.from + at + 1)
  return (
    <div
      ref={list}
      className={styles.list}
      onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
    >
      <ol className={styles.pages} style={{ height: pages * height }}>
        {numbers.map((one) => (
          <li
            key={one}
            className={styles.page}
            style={{ top: (one - 1) * height }}
            aria-setsize={pages}
            aria-posinset={one}
          >
            <Thumbnail
              documentId={documentId}
              witness={witness}
              number={one}
              page={known.get(one) ?? null}
              isHere={one === number}
              isFound={found.has(one)}
              notes={notes.get(known.get(one)?.id ?? '') ?? 0}
              href={hrefOf(one)}
            />
            <Missing leaves={[...(one === 1 ? (missing.get(0) ?? []) : []), ...(missing.get(one) ?? [])]} />
          </li>
        ))}
      </ol>
    </div>
  )
}

type OneProps = Pick<Props, 'documentId' | 'witness' | 'number'> & {
  page: ListedPage | null
  isHere: boolean
  isFound: boolean
  /** How many annotations it bears. */
  notes: number
  href: string
}

/** Turning the page changes two of them. */
const Thumbnail = memo(function Thumbnail(props: OneProps) {
  const { documentId, witness, number, page, isHere, isFound, notes, href } = props
  const label = page?.label ?? String(number)
  const params = { documentId, number }
  return (
    <Link
      href={href}
      className={styles.link}
      aria-current={isHere ? 'page' : undefined}
      aria-label={[words.document.page(label), notes > 0 && words.annotate.count(notes)]
        .filter(Boolean)
        .join(', ')}
    >
      {page?.width && page.height ? (
        <img
          src={addressOf('readPageImage', { params, query: { witness, width: 160 } })}
          alt=""
          width={page.width}
          height={page.height}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <span className={styles.paper} aria-hidden="true">
          {page?.layers.length ? '¶' : ''}
        </span>
      )}
      <span className={styles.label}>
        {label}
        {notes > 0 && (
          <span className={styles.notes} title={words.annotate.count(notes)}>
            {notes}
          </span>
        )}
        {isFound && <span className={styles.found} title={words.read.foundPages} />}
      </span>
    </Link>
  )
})

function Missing({ leaves }: { leaves: readonly MissingLeaf[] }) {
  if (leaves.length === 0) return null
  const says = leaves.map(({ label, note }) =>
    [words.read.missing(label ?? ''), note].filter(Boolean).join(': '),
  )
  return (
    <span className={styles.missing} title={says.join('\n')}>
      <span className="unseen">{says.join('. ')}</span>
      <span aria-hidden="true">✕ {leaves.map(({ label }) => label ?? '?').join(', ')}</span>
    </span>
  )
}
