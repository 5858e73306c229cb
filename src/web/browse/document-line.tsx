import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

export type ListedDocument = Reply<'listDocuments'>['items'][number]

/** A document in a list: its title, and what kind of thing of whom and when it is. */
export function DocumentLine({ document }: { document: ListedDocument }) {
  const { id, title, language, type, creator, date, pageCount } = document
  return (
    <>
      <Link href={to.document(id)} lang={language ?? undefined}>
        {title}
      </Link>
      <p className="soft small">
        {[
          type,
          creator,
          date.edtf ? sayEdtf(date.edtf) : words.document.undated,
          words.browse.pages(pageCount),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
