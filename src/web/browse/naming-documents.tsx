import { words } from '../words/words.ts'
import type { AuthorityKind } from './authorities-screen.tsx'
import { DocumentLine } from './document-line.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import { useListed } from './use-listed.ts'

const says = words.browse
const listings = {
  agents: 'listDocumentsNamingAgent',
  places: 'listDocumentsNamingPlace',
  happenings: 'listDocumentsNamingHappening',
} as const

/** The documents of which something names an agent, a place or a happening, each with as what. */
export function NamingDocuments({ kind, id }: { kind: AuthorityKind; id: string }) {
  const listed = useListed(listings[kind], { params: { authorityId: id }, query: { limit: 20 } })
  return (
    <Parts of={listed} none={says.noNaming}>
      {(items) => (
        <ul className={styles.lines}>
          {items.map(({ document, properties }) => (
            <li key={document.id}>
              <DocumentLine document={document} />
              <p className="small">
                {properties.map((property) => (
                  <span key={property} className="tag">
                    {says.as[property] ?? words.provenance.property(property)}
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Parts>
  )
}
