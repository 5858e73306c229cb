import { useEffect, useMemo, useState } from 'react'
import { words } from '../words/words.ts'
import { FoundList } from './found-list.tsx'
import styles from './rail.module.css'
import { Thumbnails } from './thumbnails.tsx'
import type { Hits } from './use-hits.ts'

type Props = {
  documentId: string
  witness: string | null
  number: number
  pages: number
  hits: Hits
  hrefOf: (number: number) => string
}

/** Beside the page: all pages in small, or those on which the words were found. */
export function Rail({ hits, ...rest }: Props) {
  const isAsked = hits.isReady && hits.numbers.length > 0
  const [isFound, setFound] = useState(isAsked)
  useEffect(() => setFound(isAsked), [isAsked])
  const found = useMemo(() => new Set(hits.numbers), [hits.numbers])
  return (
    <nav className={styles.rail} aria-label={words.read.rail}>
      {isAsked && (
        <div className={styles.choice}>
          <button type="button" aria-pressed={isFound} onClick={() => setFound(true)}>
            {words.read.foundPages}
          </button>
          <button type="button" aria-pressed={!isFound} onClick={() => setFound(false)}>
            {words.read.thumbnails}
          </button>
        </div>
      )}
      <div className={styles.list}>
        {isAsked && isFound ? (
          <FoundList hits={hits} number={rest.number} hrefOf={rest.hrefOf} />
        ) : (
          <Thumbnails found={found} {...rest} />
        )}
      </div>
    </nav>
  )
}
