import { useAsked } from '../api/use-asked.ts'
import { words } from '../words/words.ts'
import { JobLine } from './job-line.tsx'

/** How far a job is, until it has ended. */
export function JobProgress({ id }: { id: string }) {
  const job = useAsked('readJob', { params: { jobId: id } })
  const isUnderWay = job.data?.state === 'queued' || job.data?.state === 'running'
  useAsked('readJob', { params: { jobId: id } }, { every: isUnderWay ? 1000 : false })
  return job.data ? <JobLine job={job.data} /> : <p className="soft">{words.shell.reading}</p>
}
