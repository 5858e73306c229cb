import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { noteOf } from './note.ts'

/** Says what became of an annotation that is asked for and is not among those of the page. */
export function NoteElsewhere({ id, page }: { id: string; page: string }) {
  const answer = useAsked('readAnnotation', { params: { annotationId: id } })
  if (answer.error)
    return (
      <p role="status" className="soft">
        {words.annotate.notHere} {answer.error.message}
      </p>
    )
  if (!answer.data) return null
  const { document, number, label, page: its } = noteOf(answer.data)
  const isElsewhere = document !== null && number !== null && its !== page
  return (
    <p role="status">
      {words.annotate.notHere}{' '}
      <Link
        href={
          isElsewhere
            ? to.page(document, number, { note: id })
            : document === null
              ? to.allNotes()
              : to.notes(document)
        }
      >
        {isElsewhere
          ? words.annotate.isOn(words.document.page(label ?? String(number)))
          : words.annotate.seeAll}
      </Link>
    </p>
  )
}
