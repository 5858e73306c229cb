import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { BrowseNav } from './browse-nav.tsx'
import { DocumentList } from './document-list.tsx'
import { useListed } from './use-listed.ts'

/** All documents, those added last first. */
export function DocumentsScreen() {
  const listed = useListed('listDocuments', { query: { limit: 50 } })
  return (
    <Screen title={words.browse.recent} narrow>
      <BrowseNav />
      <DocumentList of={listed} none={words.browse.none} />
    </Screen>
  )
}
