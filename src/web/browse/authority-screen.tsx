import { Screen } from '../shell/screen.tsx'

export function AuthorityScreen({ kind, id }: { kind: 'agents' | 'places' | 'happenings'; id: string }) {
  return (
    <Screen title="Authority">
      <p>
        {kind} {id}
      </p>
    </Screen>
  )
}
