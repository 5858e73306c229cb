import { DocumentLine, type ListedDocument } from './document-line.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import type { Listed } from './use-listed.ts'

/** Documents in a list, part by part; `none` says that there are none. */
export function DocumentList({ of, none }: { of: Listed<ListedDocument>; none: string }) {
  return (
    <Parts of={of} none={none}>
      {(documents) => (
        <ul className={styles.lines}>
          {documents.map((document) => (
            <li key={document.id}>
              <DocumentLine document={document} />
            </li>
          ))}
        </ul>
      )}
    </Parts>
  )
}
