import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { JobLine } from '../jobs/job-line.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

/** Jobs that failed and can be run again; what became of single files is told with their documents. */
export function FailedJobs() {
  const kept = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const listed = useListed('listJobs', { query: { state: 'failed', limit: 50 } })
  const again = (jobId: string) =>
    ask('retryJob', { params: { jobId } })
      .then(() => kept.invalidateQueries())
      .catch(setError)
  return (
    <>
      {error !== null && <Trouble error={error} />}
      <Parts of={listed} none={words.attention.nothing}>
        {(jobs) => (
          <ul className="plain stack">
            {jobs
              .filter(({ kind }) => kind !== 'ingest')
              .map((job) => (
                <li key={job.id} className="sheet">
                  <JobLine job={job} />
                  <button type="button" onClick={() => void again(job.id)}>
                    {words.upload.retry}
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Parts>
    </>
  )
}
