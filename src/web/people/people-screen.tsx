import { Link, useLocation } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { Accounts } from './accounts.tsx'
import { Groups } from './groups.tsx'
import { Invitations } from './invitations.tsx'

const says = words.people.admin

/** For administrators: who there is, what each may do, and who is invited. */
export function PeopleScreen() {
  const { session, may } = useSession()
  const [here] = useLocation()
  return (
    <Screen title={says.title} narrow>
      {may('administrator') ? (
        <>
          <Accounts />
          <Invitations />
          <Groups />
        </>
      ) : (
        session && (
          <p>
            {says.only} {!session.signedIn && <Link href={to.signIn(here)}>{words.shell.signIn}</Link>}
          </p>
        )
      )}
    </Screen>
  )
}
