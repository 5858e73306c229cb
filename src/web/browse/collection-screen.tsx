import { Screen } from '../shell/screen.tsx'

export function CollectionScreen({ id }: { id: string }) {
  return (
    <Screen title="Collection">
      <p>{id}</p>
    </Screen>
  )
}
