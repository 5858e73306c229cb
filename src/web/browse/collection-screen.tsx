import { useState } from 'react'
import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'

const elements = Object.keys(words.browse.elements) as (keyof typeof words.browse.elements)[]

/** A unit of the arrangement: the way to it, its description in the order of ISAD(G), and what lies in it. */
export function CollectionScreen({ id }: { id: string }) {
  const unit = useAsked('readCollection', { params: { collectionId: id } })
  return (
    <Asked of={unit}>
      {(read) => (
        <Screen title={[read.referenceCode, read.title].filter(Boolean).join(' ')} narrow>
          <nav aria-label={words.browse.within}>
            <Link href={to.collections()}>{words.browse.collections}</Link>
            {read.path
              .filter((above) => above.id !== id)
              .map((above) => (
                <span key={above.id}>
                  {' / '}
                  <Link href={to.collection(above.id)}>{above.title}</Link>
                </span>
              ))}
          </nav>
          <dl>
            {elements
              .filter((name) => read[name])
              .map((name) => (
                <div key={name}>
                  <dt>{words.browse.elements[name]}</dt>
                  <dd>{read[name]}</dd>
                </div>
              ))}
          </dl>
          {read.children.length > 0 && (
            <section>
              <h2>{words.browse.holds}</h2>
              <ul className="plain">
                {read.children.map(({ id: child, referenceCode, title }) => (
                  <li key={child}>
                    <span className="soft">{referenceCode}</span>{' '}
                    <Link href={to.collection(child)}>{title}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Documents key={id} id={id} />
        </Screen>
      )}
    </Asked>
  )
}

function Documents({ id }: { id: string }) {
  const [limit, setLimit] = useState(20)
  const listed = useAsked(
    'listDocumentsInCollection',
    { params: { collectionId: id }, query: { limit } },
    { keep: true },
  )
  return (
    <section>
      <h2>{words.browse.documents}</h2>
      <Asked of={listed}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p className="soft">{words.browse.noDocuments}</p>}
            <ul>
              {items.map((document) => (
                <li key={document.id}>
                  <Link href={to.document(document.id)} lang={document.language ?? undefined}>
                    {document.title}
                  </Link>
                  {document.date.edtf && <span className="soft">, {sayEdtf(document.date.edtf)}</span>}
                </li>
              ))}
            </ul>
            {next && limit < 100 && (
              <button type="button" onClick={() => setLimit(100)}>
                {words.browse.more}
              </button>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}
