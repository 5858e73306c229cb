import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
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

function Thumbnail({ document }: { document: Listed }) {
  const file = document.witnesses
    .flatMap(({ files }) => files)
    .find(({ mediaType }) => mediaType.startsWith('image/') || mediaType === 'application/pdf')
  return (
    <span className={styles.thumbnail}>
      {file && (
        <img src={addressOf('readThumbnail', { params: { fileId: file.id } })} alt="" loading="lazy" />
      )}
    </span>
  )
}
