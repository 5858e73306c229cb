import { Screen } from '../shell/screen.tsx'

export function SearchScreen() {
  return (
    <Screen title="Search">
      <p />
    </Screen>
  )
}
