import { useState } from 'react'
import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { DocumentLine } from '../browse/document-line.tsx'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './home-screen.module.css'

type Listed = Reply<'listDocuments'>['items'][number]

/** The documents that were added last, newest first, each with its first page where that is a picture. */
export function Recent({ documents }: { documents: readonly Listed[] }) {
  return (
    <section>
      <h2>{words.home.recent}</h2>
      <ul className={styles.recent}>
        {documents.map((document) => (
          <li key={document.id}>
            <Thumbnail document={document} />
            <div>
              <DocumentLine document={document} />
            </div>
          </li>
        ))}
      </ul>
      <Link href={to.documents()}>{words.home.allDocuments}</Link>
    </section>
  )
}

/** The first page in small; a sheet with a sign of text, or an empty one, where there is no picture of it to be seen. */
function Thumbnail({ document: { id, pageCount } }: { document: Listed }) {
  const params = { documentId: id }
  const listed = useAsked('listPages', { params, query: { limit: 1 } }, { when: pageCount > 0 })
  const [isWrong, setWrong] = useState(false)
  const page = listed.data?.items[0]
  const isSeen = page !== undefined && page.width !== null && !isWrong
  return (
    <span className={styles.thumbnail} data-seen={isSeen}>
      {isSeen ? (
        <img
          src={addressOf('readPageImage', {
            params: { ...params, number: page.number },
            query: { width: 160 },
          })}
          alt=""
          loading="lazy"
          onError={() => setWrong(true)}
        />
      ) : (
        page && page.layers.length > 0 && <span aria-hidden="true">¶</span>
      )}
    </span>
  )
}
