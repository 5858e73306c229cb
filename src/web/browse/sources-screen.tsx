import { Screen } from '../shell/screen.tsx'

export function SourcesScreen() {
  return (
    <Screen title="Sources">
      <p />
    </Screen>
  )
}
