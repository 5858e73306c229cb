import { Link, useSearchParams } from 'wouter'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { useTitle } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { AnnotatePage } from './annotate-page.tsx'
import { NotesList } from './notes-list.tsx'

/** A document's annotations; with `?page=` in the address one page of it beside what is said of it, to annotate it. */
export function NotesScreen({ document }: { document: ShownDocument }) {
  const [asked] = useSearchParams()
  const page = Number(asked.get('page'))
  useTitle(words.annotate.titleOf(document.title))
  if (Number.isInteger(page) && page > 0)
    return <AnnotatePage document={document} number={page} chosen={asked.get('note')} />
  return (
    <section aria-label={words.annotate.title}>
      {document.pageCount > 0 && (
        <p>
          <Link className="button" href={to.notes(document.id, { page: 1 })}>
            {words.annotate.annotatePage}
          </Link>
        </p>
      )}
      <NotesList document={document.id} />
    </section>
  )
}
