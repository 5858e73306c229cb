import { Screen } from '../shell/screen.tsx'

export function HomeScreen() {
  return (
    <Screen title="Home">
      <p />
    </Screen>
  )
}
