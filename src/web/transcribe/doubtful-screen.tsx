import { Screen } from '../shell/screen.tsx'

export function DoubtfulScreen() {
  return (
    <Screen title="Doubtful">
      <p />
    </Screen>
  )
}
