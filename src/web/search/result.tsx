import { memo, useState } from 'react'
import { Link } from 'wouter'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { AllPages } from './all-pages.tsx'
import { CollectionTitle } from './collection-title.tsx'
import { PageHit } from './page-hit.tsx'
import styles from './result.module.css'
import type { Results } from './use-results.ts'

const says = words.search
const number = new Intl.NumberFormat('en-GB')

type Props = { hit: Results['hits'][number]; q: string }

/** A document that was found: what it is, why it was found, and its best pages. Made anew only when another is found. */
export const Result = memo(function Result({ hit, q }: Props) {
  const { document, pages, pageHits, missing, notes } = hit
  const { id, title, language, date, creator, type, collection } = document
  const [isAll, setAll] = useState(false)
  return (
    <article className={styles.result}>
      <h3>
        <Link href={to.document(id)} lang={language ?? undefined}>
          {title}
        </Link>
      </h3>
      <p className={styles.facts}>
        <span title={date.edtf ?? undefined}>{date.edtf ? sayEdtf(date.edtf) : says.undated}</span>
        {date.status === 'disputed' || date.status === 'conflicting' ? (
          <span className="tag disputed">{date.status}</span>
        ) : null}
        {creator && <span>{creator}</span>}
        {type && <span>{type}</span>}
        {collection && (
          <Link href={to.collection(collection)}>
            <CollectionTitle id={collection} />
          </Link>
        )}
      </p>
      {notes.map((note) => (
        <p key={`${note.kind} ${note.says}`} className={styles.note}>
          <strong>{says.noteKinds[note.kind] ?? note.kind.replaceAll('-', ' ')}:</strong> {note.says}{' '}
          {note.see && note.see !== id && <Link href={to.document(note.see)}>{says.see}</Link>}
        </p>
      ))}
      {missing.length > 0 && (
        <p className="soft small">
          {says.lacks}{' '}
          {missing.map((word, at) => (
            <span key={word}>
              {at > 0 && ', '}
              <s>{word}</s>
            </span>
          ))}
        </p>
      )}
      {isAll ? (
        <AllPages documentId={id} q={q} />
      ) : (
        <ol className="plain">
          {pages.map((page) => (
            <PageHit key={`${page.id} ${page.annotation ?? ''}`} documentId={id} hit={page} q={q} />
          ))}
        </ol>
      )}
      {pages.length === 0 && !isAll && <p className="soft small">{says.inDescription}</p>}
      {pageHits > pages.length && (
        <button type="button" className={styles.all} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? says.fewerPages : says.allPages(number.format(pageHits))}
          <span className="unseen"> ({title})</span>
        </button>
      )}
    </article>
  )
})
