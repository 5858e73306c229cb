import { Link, useLocation } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import { nextOf, skipPage, skippedPages } from './skipped.ts'
import type { PageWithText } from './use-transcription.ts'

/** From here to the pages around, to reading, and to the next page in need. */
export function NextPage(props: { document: ShownDocument; page: PageWithText; saved: boolean }) {
  const { document, page, saved } = props
  const { may } = useSession()
  const mayCorrect = may('archivist')
  const [, go] = useLocation()
  const doubtful = useAsked('listDoubtfulPages', { query: { limit: 100 } }, { when: mayCorrect })
  const pages = doubtful.data?.items ?? []
  const next = nextOf(pages, page.id, skippedPages())
  const isDoubtful = !saved && pages.some((one) => one.page === page.id)
  const { number } = page
  return (
    <nav className="row" aria-label={words.transcribe.turn}>
      {number > 1 && (
        <Link
          className="button"
          href={to.transcribePage(document.id, number - 1)}
          aria-label={words.transcribe.pageBefore}
        >
          ‹
        </Link>
      )}
      {number < document.pageCount && (
        <Link
          className="button"
          href={to.transcribePage(document.id, number + 1)}
          aria-label={words.transcribe.pageAfter}
        >
          ›
        </Link>
      )}
      <Link className="button" href={to.page(document.id, number)}>
        {words.transcribe.read}
      </Link>
      <Link className="button" href={to.page(document.id, number, { notes: true })}>
        {words.transcribe.annotate}
      </Link>
      {mayCorrect && next && (
        <button
          type="button"
          className={saved ? 'main' : undefined}
          onClick={() => {
            if (isDoubtful) skipPage(page.id)
            go(to.transcribePage(next.document, next.number))
          }}
        >
          {isDoubtful ? words.transcribe.skip : words.transcribe.nextPage}
        </button>
      )}
      {mayCorrect && saved && doubtful.data && !next && (
        <span className="soft">{words.transcribe.noMore}</span>
      )}
    </nav>
  )
}
