import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { BrowseNav } from './browse-nav.tsx'
import { DocumentLine } from './document-line.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import { useListed } from './use-listed.ts'

/** All documents, those added last first. */
export function DocumentsScreen() {
  const listed = useListed('listDocuments', { query: { limit: 50 } })
  return (
    <Screen title={words.browse.recent} narrow>
      <BrowseNav />
      <Parts of={listed} none={words.browse.none}>
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
    </Screen>
  )
}
