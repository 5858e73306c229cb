import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { hasFailures } from './job-progress.tsx'
import { isUnderWay } from './use-job.ts'

type Job = Reply<'readJob'>

/** Cancels a job that is under way, and runs again one that failed, in whole or in part, or was cancelled. */
export function JobActs({ job }: { job: Job }) {
  const kept = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const act = (operation: 'cancelJob' | 'retryJob') => {
    setIsAsked(true)
    setError(null)
    return ask(operation, { params: { jobId: job.id } })
      .catch(setError)
      .then(() => kept.invalidateQueries())
      .finally(() => setIsAsked(false))
  }
  // Describing anew is over soon, and would only have to be done again.
  const mayCancel = isUnderWay(job) && job.kind !== 'describe'
  const mayRetry = job.state === 'failed' || job.state === 'cancelled' || hasFailures(job)
  const name = `${words.jobs.kinds[job.kind] ?? job.kind} ${job.title ?? job.name ?? ''}`
  return (
    <>
      {error !== null && <Trouble error={error} />}
      {mayCancel && (
        <button type="button" aria-disabled={isAsked} onClick={() => void act('cancelJob')}>
          {words.jobs.cancel} <span className="unseen">{name}</span>
        </button>
      )}
      {mayRetry && (
        <button type="button" aria-disabled={isAsked} onClick={() => void act('retryJob')}>
          {words.jobs.retry} <span className="unseen">{name}</span>
        </button>
      )}
    </>
  )
}
