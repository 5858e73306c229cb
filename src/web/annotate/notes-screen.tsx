import { Link, Redirect, useSearchParams } from 'wouter'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { useTitle } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { NotesList } from './notes-list.tsx'

/** A document's annotations. With `?page=`, as addresses once had it, those of that page are shown where it is read. */
export function NotesScreen({ document }: { document: ShownDocument }) {
  const [asked] = useSearchParams()
  const page = Number(asked.get('page'))
  const note = asked.get('note')
  useTitle(words.annotate.titleOf(document.title))
  if (Number.isSafeInteger(page) && page > 0)
    return <Redirect to={to.page(document.id, page, note ? { note } : { notes: true })} replace />
  return (
    <section aria-label={words.annotate.title}>
      {document.pageCount > 0 && (
        <p>
          <Link className="button" href={to.page(document.id, 1, { notes: true })}>
            {words.annotate.annotatePage}
          </Link>
        </p>
      )}
      <NotesList document={document.id} />
    </section>
  )
}
