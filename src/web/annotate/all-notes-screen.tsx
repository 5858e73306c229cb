import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { NotesList } from './notes-list.tsx'

/** The annotations of the whole archive. */
export function AllNotesScreen() {
  return (
    <Screen title={words.annotate.title}>
      <NotesList document={null} />
    </Screen>
  )
}
