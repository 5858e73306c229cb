import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { JobActs } from '../jobs/job-acts.tsx'
import { JobLine } from '../jobs/job-line.tsx'
import { words } from '../words/words.ts'

/** Jobs that failed and can be run again; what became of single files is told with their documents. */
export function FailedJobs() {
  const listed = useListed('listJobs', { query: { state: 'failed', limit: 50 } })
  return (
    <Parts of={listed} none={words.attention.nothing}>
      {(jobs) => (
        <ul className="plain stack">
          {jobs
            .filter(({ kind }) => kind !== 'ingest')
            .map((job) => (
              <li key={job.id} className="sheet">
                <JobLine job={job} />
                <JobActs job={job} />
              </li>
            ))}
        </ul>
      )}
    </Parts>
  )
}
