import { Link } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { Disputed } from './disputed.tsx'
import { FailedJobs } from './failed-jobs.tsx'
import { LostNotes } from './lost-notes.tsx'
import { OpenSuggestions } from './open-suggestions.tsx'
import { Unreadable } from './unreadable.tsx'
import { useAttention } from './use-attention.ts'
import { Waiting } from './waiting.tsx'

const says = words.attention

/** What waits for an archivist, kind by kind, each leading to where it is settled. */
export function AttentionScreen() {
  const { session, may } = useSession()
  const { counts, total } = useAttention()
  if (session && !may('archivist'))
    return (
      <Screen title={says.title} narrow>
        <p>{says.only}</p>
        <Link href={to.signIn(to.attention())} className="button main">
          {words.shell.signIn}
        </Link>
      </Screen>
    )
  if (!session) return null
  return (
    <Screen title={says.title} narrow>
      {counts && total === 0 && <p>{says.noneAtAll}</p>}
      <Waiting
        id="doubtful"
        title={says.doubtful}
        count={counts?.doubtfulPages ?? null}
        lead={says.doubtfulLead}
      >
        <Link href={to.transcribe()} className="button">
          {says.lookOver}
        </Link>
      </Waiting>
      <Waiting
        id="disputed"
        title={says.disputed}
        count={counts?.disputedDocuments ?? null}
        lead={says.disputedLead}
      >
        <Disputed />
      </Waiting>
      <Waiting
        id="suggestions"
        title={says.suggestions}
        count={counts?.suggestions ?? null}
        lead={says.suggestionsLead}
      >
        <OpenSuggestions />
      </Waiting>
      <LostNotes />
      <Waiting
        id="unread"
        title={says.unread}
        count={counts?.unreadableDocuments ?? null}
        lead={says.unreadLead}
      >
        <Unreadable />
      </Waiting>
      <Waiting
        id="damaged"
        title={says.damaged}
        count={counts?.damagedOriginals ?? null}
        lead={says.damagedLead}
      />
      <Waiting id="jobs" title={says.jobs} count={counts?.failedJobs ?? null} lead={says.jobsLead}>
        <FailedJobs />
      </Waiting>
      <p className="row no-print">
        <Link href={to.jobs()}>{says.allJobs}</Link>
        <Link href={to.allNotes()}>{says.allNotes}</Link>
      </p>
    </Screen>
  )
}
