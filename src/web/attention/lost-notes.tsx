import { Link } from 'wouter'
import styles from '../browse/lines.module.css'
import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { Waiting } from './waiting.tsx'

const says = words.attention

/** Annotations whose words stand nowhere, or in several places, since the text was corrected. */
export function LostNotes() {
  const listed = useListed('listLostAnnotations', { query: { limit: 100 } })
  const isNone = listed.items?.length === 0 && !listed.query.hasNextPage
  return (
    <Waiting
      id="notes"
      title={says.lost}
      count={isNone ? 0 : listed.query.hasNextPage ? null : (listed.items?.length ?? null)}
      lead={says.lostLead}
    >
      <Parts of={listed} none={says.noneHere}>
        {(notes) => (
          <ul className={styles.lines}>
            {notes.map(({ id, document, title, number, quote, quoteLanguage, state, by }) => (
              <li key={id}>
                {document !== null && (
                  <Link href={number === null ? to.notes(document) : to.page(document, number, { note: id })}>
                    {quote ? <q lang={quoteLanguage ?? undefined}>{quote}</q> : title}
                  </Link>
                )}
                <p className="soft small">
                  {[says.states[state], title, number !== null && words.document.page(String(number)), by]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Parts>
    </Waiting>
  )
}
