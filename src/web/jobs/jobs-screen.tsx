import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { JobLine } from './job-line.tsx'

const ended = ['done', 'failed', 'cancelled']

/** The newest jobs, looked at again every two seconds; those under way can be cancelled, those that failed run again. */
export function JobsScreen() {
  const kept = useQueryClient()
  const jobs = useAsked('listJobs', { query: { limit: 50 } }, { every: 2000 })
  const [error, setError] = useState<unknown>(null)
  const act = (operation: 'cancelJob' | 'retryJob', jobId: string) =>
    ask(operation, { params: { jobId } })
      .then(() => kept.invalidateQueries({ queryKey: ['listJobs'] }))
      .catch(setError)
  return (
    <Screen title={words.upload.jobs} narrow>
      {error !== null && <Trouble error={error} />}
      <Asked of={jobs}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{words.upload.noJobs}</p>}
            <ul className="plain stack">
              {items.map((job) => (
                <li key={job.id} className="sheet">
                  <JobLine job={job} />
                  {!ended.includes(job.state) && (
                    <button type="button" onClick={() => void act('cancelJob', job.id)}>
                      {words.upload.cancel}
                    </button>
                  )}
                  {(job.state === 'failed' || job.state === 'cancelled') && (
                    <button type="button" onClick={() => void act('retryJob', job.id)}>
                      {words.upload.retry}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Screen>
  )
}
