import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { ScanView } from '../scan/scan-view.tsx'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import styles from './annotate-page.module.css'
import { PageNotes } from './page-notes.tsx'
import { usePageNotes } from './use-page-notes.ts'

type Props = { document: ShownDocument; number: number; chosen: string | null }

/** A page of a document, its scan and its text, beside what is said of it. */
export function AnnotatePage({ document, number, chosen }: Props) {
  const page = useAsked('readPage', { params: { documentId: document.id, number } })
  return (
    <Asked of={page}>
      {(read) => <Page key={read.id} document={document} page={read} chosen={chosen} />}
    </Asked>
  )
}

function Page(props: { document: ShownDocument; page: Reply<'readPage'>; chosen: string | null }) {
  const { document, page, chosen } = props
  const state = usePageNotes(document.id, page)
  const { show } = state
  const { may } = useSession()
  const label = words.document.page(page.label ?? String(page.number))
  useEffect(() => {
    if (chosen) show(chosen)
  }, [chosen, show])
  const turn = (number: number, mark: string, says: string) =>
    number > 0 &&
    number <= document.pageCount && (
      <Link className="button" href={to.notes(document.id, { page: number })} aria-label={says}>
        {mark}
      </Link>
    )
  return (
    <div className={styles.place}>
      <div className={styles.scan}>
        {page.width === null ? (
          <p className={styles.missing}>{words.annotate.noScan}</p>
        ) : (
          <ScanView
            pageId={page.id}
            label={words.scan.of(label, document.title)}
            marks={state.marks}
            onViewer={state.onViewer}
          />
        )}
      </div>
      <section className={styles.text} aria-label={words.annotate.text}>
        {page.text ? (
          <div ref={state.textRoot} className={styles.letters} lang={page.text.language ?? undefined}>
            {page.text.content}
          </div>
        ) : (
          <p className="soft">{words.annotate.noText}</p>
        )}
      </section>
      <div className={styles.notes}>
        <div className={styles.head}>
          <h2>{words.annotate.ofPage(label)}</h2>
          <nav className="row" aria-label={words.annotate.turn}>
            {turn(page.number - 1, '‹', words.annotate.pageBefore)}
            {turn(page.number + 1, '›', words.annotate.pageAfter)}
            {may('archivist') && (
              <Link className="button" href={to.transcribePage(document.id, page.number)}>
                {words.annotate.transcribe}
              </Link>
            )}
            <Link className="button" href={to.notes(document.id)}>
              {words.annotate.list}
            </Link>
          </nav>
        </div>
        <PageNotes state={state} />
      </div>
    </div>
  )
}
