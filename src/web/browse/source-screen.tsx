import { Screen } from '../shell/screen.tsx'

export function SourceScreen({ id }: { id: string }) {
  return (
    <Screen title="Source">
      <p>{id}</p>
    </Screen>
  )
}
