import { Screen } from '../shell/screen.tsx'

export function UploadScreen() {
  return (
    <Screen title="Upload">
      <p />
    </Screen>
  )
}
