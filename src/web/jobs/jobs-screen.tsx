import { Link, useSearch } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { ArchivistsOnly } from '../upload/archivists-only.tsx'
import { words } from '../words/words.ts'
import { JobActs } from './job-acts.tsx'
import { JobLine } from './job-line.tsx'
import styles from './jobs.module.css'
import { isUnderWay } from './use-job.ts'

const says = words.jobs
const filters = {
  all: {},
  running: { state: 'running' },
  waiting: { state: 'queued' },
  failed: { failures: 'true' },
  done: { state: 'done' },
  cancelled: { state: 'cancelled' },
} as const
type Shown = keyof typeof filters

/** What the archive is at, and was: the jobs, newest first, by their state, told anew while somebody looks. */
export function JobsScreen() {
  return (
    <Screen title={says.title} narrow>
      <ArchivistsOnly>
        <Jobs />
      </ArchivistsOnly>
    </Screen>
  )
}

function Jobs() {
  const asked = new URLSearchParams(useSearch())
  const wish = asked.get('show') ?? 'all'
  const show: Shown = Object.hasOwn(filters, wish) ? (wish as Shown) : 'all'
  const cursor = asked.get('cursor')
  const jobs = useAsked(
    'listJobs',
    { query: { ...filters[show], cursor, limit: 25 } },
    { keep: true, every: (told) => (told?.items.some(isUnderWay) ? 2000 : 5000) },
  )
  const address = (next: string | null) => to.jobs({ show: show === 'all' ? null : show, cursor: next })
  return (
    <>
      <nav aria-label={says.filters} className={`row ${styles.filters}`}>
        {(Object.keys(filters) as Shown[]).map((name) => (
          <Link
            key={name}
            href={to.jobs({ show: name === 'all' ? null : name })}
            className="button"
            aria-current={name === show ? 'page' : undefined}
          >
            {says.shown[name]}
          </Link>
        ))}
      </nav>
      <Asked of={jobs}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p role="status">{show === 'all' ? says.none : says.noneOf[show]}</p>}
            <ul className="plain stack" data-settled={!jobs.isPlaceholderData}>
              {items.map((job) => (
                <li key={job.id} className={`sheet ${styles.job}`}>
                  <JobLine job={job} />
                  <JobActs job={job} />
                </li>
              ))}
            </ul>
            <div className="row">
              {cursor !== null && (
                <Link href={address(null)} className="button">
                  {says.newest}
                </Link>
              )}
              {next !== null && (
                <Link href={address(next)} className="button">
                  {says.older}
                </Link>
              )}
            </div>
          </>
        )}
      </Asked>
    </>
  )
}
