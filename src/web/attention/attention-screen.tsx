import { Screen } from '../shell/screen.tsx'

export function AttentionScreen() {
  return (
    <Screen title="Attention">
      <p />
    </Screen>
  )
}
