import { Link } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'

/** How an archive begins that holds nothing. */
export function Empty() {
  const { may } = useSession()
  return (
    <section>
      <h2>{words.home.emptyTitle}</h2>
      <p>{words.home.empty}</p>
      <p>
        {may('archivist') ? (
          <Link href={to.upload()} className="button main">
            {words.home.uploadFirst}
          </Link>
        ) : (
          <Link href={to.signIn(to.upload())} className="button main">
            {words.home.signInFirst}
          </Link>
        )}
      </p>
      {!may('archivist') && (
        <p>
          {words.home.sample} <code className="command">{words.home.sampleCommand}</code>
        </p>
      )}
    </section>
  )
}
