import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'

const says = words.provenance.similar

/** Documents whose words are like those of this one. */
export function Similar({ documentId }: { documentId: string }) {
  const answer = useAsked('findSimilar', { params: { documentId }, query: { limit: 8 } })
  return (
    <Asked of={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{says.none}</p>
        ) : (
          <ul>
            {items.map(({ document: { id, title, language, type, date } }) => (
              <li key={id}>
                <Link href={to.document(id)} lang={language ?? undefined}>
                  {title}
                </Link>{' '}
                <span className="soft small">
                  {[type, date.edtf ? sayEdtf(date.edtf) : words.document.undated]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  )
}
