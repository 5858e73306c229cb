import { Link } from 'wouter'
import styles from '../browse/lines.module.css'
import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

const says = words.attention

/** The documents of whose claims the best disagree, each with on what. */
export function Disputed() {
  const listed = useListed('listDocuments', { query: { disputed: 'true', limit: 20 } })
  return (
    <Parts of={listed} none={says.nothing}>
      {(documents) => (
        <ul className={styles.lines}>
          {documents.map(({ id, title, language, disputed, date }) => (
            <li key={id}>
              <Link href={to.provenance(id)} lang={language ?? undefined}>
                {title}
              </Link>
              <p className="row small">
                {date.status === 'conflicting' && (
                  <Link href={`${to.provenance(id)}#dating`} className="tag refuted">
                    {says.clashing}
                  </Link>
                )}
                {disputed.map((property) => (
                  <Link
                    key={property}
                    href={`${to.provenance(id)}#property-${property}`}
                    className="tag disputed"
                  >
                    {words.provenance.property(property)}
                  </Link>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Parts>
  )
}
