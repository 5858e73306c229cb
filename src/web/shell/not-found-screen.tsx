import { Link } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { Screen } from './screen.tsx'

/** For addresses at which there is no page. */
export function NotFoundScreen() {
  return (
    <Screen title={words.shell.nothingHere} narrow>
      <p>{words.shell.nothingHereSays}</p>
      <Link href={to.home()} className="button">
        {words.shell.toSearch}
      </Link>
    </Screen>
  )
}
