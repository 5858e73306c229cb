import { Screen } from '../shell/screen.tsx'

export function AllNotesScreen() {
  return (
    <Screen title="AllNotes">
      <p />
    </Screen>
  )
}
