import { Link } from 'wouter'
import styles from '../browse/lines.module.css'
import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

const says = words.provenance.suggestions

/** What the archive noticed about two documents and nobody has settled; it is settled where either is described. */
export function OpenSuggestions() {
  const listed = useListed('listSuggestions', { query: { state: 'open', limit: 20 } })
  return (
    <Parts of={listed} none={words.attention.nothing}>
      {(suggestions) => (
        <ul className={styles.lines}>
          {suggestions.map(({ id, kind, document, other }) => (
            <li key={id}>
              <Link href={`${to.provenance(document.id)}#suggestions`} lang={document.language ?? undefined}>
                {document.title}
              </Link>
              <p className="small">
                {says.says[kind]}{' '}
                <Link href={to.provenance(other.id)} lang={other.language ?? undefined}>
                  {other.title}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Parts>
  )
}
