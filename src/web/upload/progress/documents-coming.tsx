import { useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api/ask.ts'
import { useAsked } from '../../api/use-asked.ts'
import { to } from '../../paths.ts'
import { Asked } from '../../shell/asked.tsx'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'
import { PagesComing } from './pages-coming.tsx'
import styles from './progress.module.css'

type Coming = Reply<'listUploadedDocuments'>['items'][number]

// Whose pages are followed at the same time.
const followed = 5

/** The documents that uploads became so far, with the pages to read of those that are still being read. */
export function DocumentsComing({ id, goesOn }: { id: string; goesOn: boolean }) {
  const [cursor, setCursor] = useState<string | null>(null)
  const answer = useAsked(
    'listUploadedDocuments',
    { params: { uploadId: id }, query: { limit: 50, cursor } },
    { every: goesOn ? 2000 : false, keep: true },
  )
  return (
    <section>
      <h3>{words.coming.documents}</h3>
      <Asked of={answer}>
        {({ items, next }) => {
          const underWay = goesOn ? items.filter(isUnderWay).slice(0, followed) : []
          return (
            <>
              {items.length === 0 && <p className="soft">{words.coming.none}</p>}
              <ul className={styles.documents}>
                {items.map((document) => (
                  <li key={document.id}>
                    <DocumentLine document={document} />
                    {(underWay.includes(document) || items.length <= followed) && (
                      <PagesComing document={document.id} goesOn={goesOn} />
                    )}
                  </li>
                ))}
              </ul>
              <div className="row">
                {cursor !== null && (
                  <button type="button" onClick={() => setCursor(null)}>
                    {words.coming.first}
                  </button>
                )}
                {next !== null && (
                  <button type="button" onClick={() => setCursor(next)}>
                    {words.coming.next}
                  </button>
                )}
              </div>
            </>
          )
        }}
      </Asked>
    </section>
  )
}

const isUnderWay = ({ read, failed, files }: Coming) => read + failed < files

function DocumentLine({ document: { id, title, files, read, failed, pages } }: { document: Coming }) {
  return (
    <p>
      <Link href={to.document(id)}>{title}</Link>{' '}
      <span className="soft">
        {words.coming.read(sayCount(read), sayCount(files))}
        {pages > 0 && ` · ${words.coming.pages(sayCount(pages))}`}
      </span>{' '}
      {failed > 0 && <span className="tag refuted">{words.coming.failed(sayCount(failed))}</span>}
    </p>
  )
}
