import { Screen } from '../shell/screen.tsx'

export function AuthoritiesScreen({ kind }: { kind: 'agents' | 'places' | 'happenings' }) {
  return (
    <Screen title="Authorities">
      <p>{kind}</p>
    </Screen>
  )
}
