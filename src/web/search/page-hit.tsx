import { useState } from 'react'
import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { hitRegion } from './hit-region.ts'
import styles from './page-hit.module.css'
import { Snippet } from './snippet.tsx'

type Hit = Reply<'search'>['hits'][number]['pages'][number]

type Props = { documentId: string; hit: Hit; q: string }

/** A page on which the query stands: its words, and where its scan has them, the place cut out of it. */
export function PageHit({ documentId, hit, q }: Props) {
  const { witness, number, label, snippet, language, boxes, annotation } = hit
  const page = words.document.page(label ?? String(number))
  const href = to.page(documentId, number, { q, witness })
  return (
    <li className={styles.hit}>
      <div className={styles.text}>
        <Link href={href} className={styles.page}>
          {page}
        </Link>
        {annotation !== undefined && <span className="soft small"> {words.search.inAnnotation}</span>}
        <p className={styles.snippet} lang={language ?? undefined}>
          <Snippet of={snippet} />
        </p>
      </div>
      <Cutting pageId={hit.id} boxes={boxes} name={page} href={href} />
    </li>
  )
}

/** The place of the hit on the scan; nothing where the page has none, or none can be made of it. */
function Cutting({
  pageId,
  boxes,
  name,
  href,
}: Pick<Hit, 'boxes'> & { pageId: string; name: string; href: string }) {
  const [state, setState] = useState<'coming' | 'whole' | 'cropped' | 'none'>('coming')
  const cut = hitRegion(boxes)
  if (!cut || state === 'none') return null
  const { region, marks } = cut
  const params = { pageId, region: region.join(','), size: '!480,160', rotation: '0', file: 'default.jpg' }
  return (
    // The page's own link says the same; one is enough for who goes by keyboard or by ear.
    <Link href={href} className={styles.cutting} data-state={state} tabIndex={-1} aria-hidden="true">
      <img
        src={addressOf('readImage', { params })}
        alt={words.search.cutting(name)}
        width={240}
        height={80}
        loading="lazy"
        onError={() => setState('none')}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          // At the edge of the page less comes than was asked for, and the hits lie elsewhere in it.
          setState(Math.abs(naturalWidth / naturalHeight - region[2] / region[3]) < 0.1 ? 'whole' : 'cropped')
        }
      />
      {state === 'whole' &&
        marks.map(({ left, top, width, height }) => (
          <span
            key={`${left} ${top}`}
            className={styles.mark}
            style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
          />
        ))}
    </Link>
  )
}
