import { Screen } from '../shell/screen.tsx'

export function CollectionsScreen() {
  return (
    <Screen title="Collections">
      <p />
    </Screen>
  )
}
