import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import { hasFailures, JobProgress } from './job-progress.tsx'
import styles from './jobs.module.css'
import { Unrecognised } from './unrecognised.tsx'

type Job = Reply<'readJob'>
const says = words.jobs
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A job: what it does to which document, how far it is, when that was, what went wrong and where to mend it. */
export function JobLine({ job }: { job: Job }) {
  const { state, createdAt, finishedAt, waiting, unattended } = job
  return (
    <>
      <p className={styles.what}>
        {says.kinds[job.kind] ?? job.kind} <Subject job={job} />
      </p>
      <JobProgress job={job} />
      {state === 'done' && <Unrecognised waiting={waiting ?? 0} unattended={unattended ?? 0} />}
      <Mend job={job} />
      <p className="soft small">
        {says.begun} <time dateTime={createdAt}>{when.format(new Date(createdAt))}</time>
        {finishedAt !== null && (
          <>
            {' · '}
            {says.ended} <time dateTime={finishedAt}>{when.format(new Date(finishedAt))}</time>
          </>
        )}
      </p>
    </>
  )
}

/** What a job is about, with a link to it. */
function Subject({ job: { kind, document, title, name, uploads } }: { job: Job }) {
  if (uploads !== null) return <Link href={to.uploads(uploads)}>{name}</Link>
  if (document === null) return name
  const of = title === null ? says.deleted : <Link href={to.document(document)}>{title}</Link>
  if (kind === 'ingest' || name === null || name === title) return of
  return (
    <>
      {name} {says.ofDocument} {of}
    </>
  )
}

/** What can be done about what went wrong, beside running it again. */
function Mend({ job }: { job: Job }) {
  if (job.kind === 'bulk' && hasFailures(job) && job.uploads !== null)
    return (
      <p>
        {says.mendUploads} <Link href={to.uploads(job.uploads)}>{says.toUploads}</Link>
      </p>
    )
  if (hasFailures(job))
    return (
      <p>
        {says.mendFiles} <Link href={`${to.attention()}#unread`}>{says.toUnread}</Link>
      </p>
    )
  if (job.state === 'failed') return <p>{says.mend[job.kind] ?? says.mend.extract}</p>
  if (job.state === 'cancelled') return <p className="soft">{says.cancelled}</p>
  return null
}
