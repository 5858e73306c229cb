import { Screen } from '../shell/screen.tsx'

export function SearchHelpScreen() {
  return (
    <Screen title="SearchHelp">
      <p />
    </Screen>
  )
}
