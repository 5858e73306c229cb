import { Screen } from '../shell/screen.tsx'

export function JobsScreen() {
  return (
    <Screen title="Jobs">
      <p />
    </Screen>
  )
}
