import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
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
              <Link href={to.document(document.id)} lang={document.language ?? undefined}>
                {document.title}
              </Link>
              <p className="soft small">
                {[
                  document.type,
                  document.creator,
                  document.date.edtf ? sayEdtf(document.date.edtf) : words.document.undated,
                  words.home.pages(document.pageCount),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
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
